CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE TABLE "ticket_search" (
	"workspace_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"title" text NOT NULL,
	"document" tsvector NOT NULL,
	"characters" integer NOT NULL,
	CONSTRAINT "ticket_search_workspace_id_ticket_id_pk" PRIMARY KEY("workspace_id","ticket_id")
);
--> statement-breakpoint
ALTER TABLE "ticket_search" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ticket_search" ADD CONSTRAINT "ticket_search_ticket_fk" FOREIGN KEY ("workspace_id","ticket_id") REFERENCES "public"."tickets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ticket_search_document_idx" ON "ticket_search" USING gin (("workspace_id"::text),("project_id"::text),"document");--> statement-breakpoint
CREATE INDEX "ticket_search_title_idx" ON "ticket_search" USING gin ("workspace_id","project_id","title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "tickets_priority_live_idx" ON "tickets" USING btree ("workspace_id","priority","id") WHERE "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_due_live_idx" ON "tickets" USING btree ("workspace_id",(case when "due_on" is null then 'infinity'::date else "due_on" end),"id") WHERE "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_project_updated_live_idx" ON "tickets" USING btree ("workspace_id","project_id","updated_at","id") WHERE "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_project_priority_live_idx" ON "tickets" USING btree ("workspace_id","project_id","priority","id") WHERE "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_project_due_live_idx" ON "tickets" USING btree ("workspace_id","project_id",(case when "due_on" is null then 'infinity'::date else "due_on" end),"id") WHERE "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE POLICY "tenant" ON "ticket_search" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));