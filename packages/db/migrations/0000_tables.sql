CREATE TABLE "comments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "comments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"type" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"request_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"subject" jsonb NOT NULL,
	"version" integer,
	"changes" jsonb NOT NULL,
	CONSTRAINT "events_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "idempotency_keys_user_id_key_pk" PRIMARY KEY("user_id","key"),
	CONSTRAINT "idempotency_keys_length" CHECK (length("idempotency_keys"."key") between 1 and 255)
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "external_people" (
	"workspace_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "external_people_workspace_id_source_external_id_pk" PRIMARY KEY("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "external_people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "external_refs" (
	"workspace_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"ticket_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"batch_id" uuid NOT NULL,
	CONSTRAINT "external_refs_workspace_id_source_external_id_pk" PRIMARY KEY("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "external_refs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_batches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"report" jsonb NOT NULL,
	CONSTRAINT "import_batches_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "labels" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"color" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "labels_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "labels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_labels" (
	"workspace_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"label_id" uuid NOT NULL,
	CONSTRAINT "ticket_labels_workspace_id_ticket_id_label_id_pk" PRIMARY KEY("workspace_id","ticket_id","label_id")
);
--> statement-breakpoint
ALTER TABLE "ticket_labels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "projects" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "projects_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "projects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "states" (
	"workspace_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"color" text NOT NULL,
	"position" smallint NOT NULL,
	"wip_limit" integer,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "states_workspace_id_project_id_key_pk" PRIMARY KEY("workspace_id","project_id","key"),
	CONSTRAINT "states_category" CHECK ("states"."category" in ('open', 'in_progress', 'resolved', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_counters" (
	"workspace_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "ticket_counters_workspace_id_project_id_pk" PRIMARY KEY("workspace_id","project_id")
);
--> statement-breakpoint
ALTER TABLE "ticket_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "transitions" (
	"workspace_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"from_key" text NOT NULL,
	"to_key" text NOT NULL,
	CONSTRAINT "transitions_workspace_id_project_id_from_key_to_key_pk" PRIMARY KEY("workspace_id","project_id","from_key","to_key")
);
--> statement-breakpoint
ALTER TABLE "transitions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_status_history" (
	"workspace_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_status_history_workspace_id_ticket_id_seq_pk" PRIMARY KEY("workspace_id","ticket_id","seq"),
	CONSTRAINT "ticket_status_history_first" CHECK (("ticket_status_history"."seq" = 1) = ("ticket_status_history"."from_state" is null))
);
--> statement-breakpoint
ALTER TABLE "ticket_status_history" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tickets" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"priority" smallint DEFAULT 0 NOT NULL,
	"assignee_id" uuid,
	"reporter_id" uuid NOT NULL,
	"due_on" date,
	"rank" text COLLATE "C" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"field_versions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "tickets_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "tickets_title_not_blank" CHECK (btrim("tickets"."title") <> ''),
	CONSTRAINT "tickets_priority" CHECK ("tickets"."priority" between 0 and 4)
);
--> statement-breakpoint
ALTER TABLE "tickets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passwords" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "sessions_kind" CHECK ("sessions"."kind" in ('browser', 'bearer'))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
CREATE TABLE "event_counters" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"last_seq" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"merged_into" uuid,
	CONSTRAINT "memberships_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('viewer', 'member', 'admin', 'owner'))
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workspaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_ticket_fk" FOREIGN KEY ("workspace_id","ticket_id") REFERENCES "public"."tickets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_people" ADD CONSTRAINT "external_people_member_fk" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_refs" ADD CONSTRAINT "external_refs_ticket_fk" FOREIGN KEY ("workspace_id","ticket_id") REFERENCES "public"."tickets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_refs" ADD CONSTRAINT "external_refs_batch_fk" FOREIGN KEY ("workspace_id","batch_id") REFERENCES "public"."import_batches"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_created_by_fk" FOREIGN KEY ("workspace_id","created_by_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_labels" ADD CONSTRAINT "ticket_labels_ticket_fk" FOREIGN KEY ("workspace_id","ticket_id") REFERENCES "public"."tickets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_labels" ADD CONSTRAINT "ticket_labels_label_fk" FOREIGN KEY ("workspace_id","label_id") REFERENCES "public"."labels"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_created_by_fk" FOREIGN KEY ("workspace_id","created_by_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "states" ADD CONSTRAINT "states_project_fk" FOREIGN KEY ("workspace_id","project_id") REFERENCES "public"."projects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_counters" ADD CONSTRAINT "ticket_counters_project_fk" FOREIGN KEY ("workspace_id","project_id") REFERENCES "public"."projects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transitions" ADD CONSTRAINT "transitions_from_fk" FOREIGN KEY ("workspace_id","project_id","from_key") REFERENCES "public"."states"("workspace_id","project_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transitions" ADD CONSTRAINT "transitions_to_fk" FOREIGN KEY ("workspace_id","project_id","to_key") REFERENCES "public"."states"("workspace_id","project_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_status_history" ADD CONSTRAINT "ticket_status_history_ticket_fk" FOREIGN KEY ("workspace_id","ticket_id") REFERENCES "public"."tickets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_status_history" ADD CONSTRAINT "ticket_status_history_by_fk" FOREIGN KEY ("workspace_id","by_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_project_fk" FOREIGN KEY ("workspace_id","project_id") REFERENCES "public"."projects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_state_fk" FOREIGN KEY ("workspace_id","project_id","state") REFERENCES "public"."states"("workspace_id","project_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_assignee_fk" FOREIGN KEY ("workspace_id","assignee_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_reporter_fk" FOREIGN KEY ("workspace_id","reporter_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passwords" ADD CONSTRAINT "passwords_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_counters" ADD CONSTRAINT "event_counters_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_merged_into_fk" FOREIGN KEY ("workspace_id","merged_into") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_ticket_live_idx" ON "comments" USING btree ("workspace_id","ticket_id","created_at","id") WHERE "comments"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "external_refs_ticket_idx" ON "external_refs" USING btree ("workspace_id","ticket_id");--> statement-breakpoint
CREATE UNIQUE INDEX "labels_name_key" ON "labels" USING btree ("workspace_id",lower("name"));--> statement-breakpoint
CREATE INDEX "ticket_labels_label_idx" ON "ticket_labels" USING btree ("workspace_id","label_id","ticket_id");--> statement-breakpoint
CREATE UNIQUE INDEX "projects_key_key" ON "projects" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_number_key" ON "tickets" USING btree ("workspace_id","project_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_lane_rank_live_key" ON "tickets" USING btree ("workspace_id","project_id","state","rank") WHERE "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_created_live_idx" ON "tickets" USING btree ("workspace_id","created_at","id") WHERE "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_updated_live_idx" ON "tickets" USING btree ("workspace_id","updated_at","id") WHERE "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_project_created_live_idx" ON "tickets" USING btree ("workspace_id","project_id","created_at","id") WHERE "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_assignee_live_idx" ON "tickets" USING btree ("workspace_id","assignee_id","updated_at","id") WHERE "tickets"."assignee_id" is not null and "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workspaces_slug_key" ON "workspaces" USING btree ("slug");--> statement-breakpoint
CREATE POLICY "tenant" ON "comments" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "events" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO public USING (user_id = (select nullif(current_setting('slacky.user_id', true), '')::uuid)) WITH CHECK (user_id = (select nullif(current_setting('slacky.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "external_people" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "external_refs" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "import_batches" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "labels" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ticket_labels" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "projects" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "states" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ticket_counters" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "transitions" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ticket_status_history" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "tickets" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "event_counters" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "memberships" AS PERMISSIVE FOR ALL TO public USING (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "workspaces" AS PERMISSIVE FOR ALL TO public USING (id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)) WITH CHECK (id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid));