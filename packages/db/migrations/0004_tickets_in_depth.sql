CREATE TABLE "comment_mentions" (
	"workspace_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "comment_mentions_workspace_id_comment_id_user_id_pk" PRIMARY KEY("workspace_id","comment_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "comment_mentions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comment_versions" (
	"workspace_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL,
	"replaced_by_id" uuid NOT NULL,
	CONSTRAINT "comment_versions_workspace_id_comment_id_seq_pk" PRIMARY KEY("workspace_id","comment_id","seq")
);
--> statement-breakpoint
ALTER TABLE "comment_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_relations" (
	"workspace_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"to_id" uuid NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "ticket_relations_workspace_id_from_id_kind_to_id_pk" PRIMARY KEY("workspace_id","from_id","kind","to_id"),
	CONSTRAINT "ticket_relations_kind" CHECK ("ticket_relations"."kind" in ('blocks', 'duplicates', 'relates')),
	CONSTRAINT "ticket_relations_other" CHECK ("ticket_relations"."from_id" <> "ticket_relations"."to_id"),
	CONSTRAINT "ticket_relations_symmetric" CHECK ("ticket_relations"."kind" <> 'relates' or "ticket_relations"."from_id" < "ticket_relations"."to_id")
);
--> statement-breakpoint
ALTER TABLE "ticket_relations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "estimate" smallint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_fk" FOREIGN KEY ("workspace_id","comment_id") REFERENCES "public"."comments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_member_fk" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_comment_fk" FOREIGN KEY ("workspace_id","comment_id") REFERENCES "public"."comments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_replaced_by_fk" FOREIGN KEY ("workspace_id","replaced_by_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_relations" ADD CONSTRAINT "ticket_relations_from_fk" FOREIGN KEY ("workspace_id","from_id") REFERENCES "public"."tickets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_relations" ADD CONSTRAINT "ticket_relations_to_fk" FOREIGN KEY ("workspace_id","to_id") REFERENCES "public"."tickets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_relations" ADD CONSTRAINT "ticket_relations_created_by_fk" FOREIGN KEY ("workspace_id","created_by_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_mentions_user_idx" ON "comment_mentions" USING btree ("workspace_id","user_id","comment_id");--> statement-breakpoint
CREATE INDEX "ticket_relations_to_idx" ON "ticket_relations" USING btree ("workspace_id","to_id");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_parent_fk" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."tickets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_parent_live_idx" ON "tickets" USING btree ("workspace_id","parent_id","created_at","id") WHERE "tickets"."parent_id" is not null and "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_trash_idx" ON "tickets" USING btree ("workspace_id","deleted_at","id") WHERE "tickets"."deleted_at" is not null;--> statement-breakpoint
ALTER TABLE "states" ADD CONSTRAINT "states_wip_limit" CHECK ("states"."wip_limit" > 0);--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_estimate" CHECK ("tickets"."estimate" between 0 and 1000);--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_not_own_parent" CHECK ("tickets"."parent_id" <> "tickets"."id");--> statement-breakpoint
CREATE POLICY "tenant" ON "comment_mentions" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "comment_versions" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ticket_relations" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));