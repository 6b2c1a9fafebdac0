CREATE TABLE "appeal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"sealed_grounds" "bytea" NOT NULL,
	"due_on" date,
	"acknowledge_by" date,
	"acknowledged_at" timestamp (3) with time zone,
	"outcome" text,
	"sealed_explanation" "bytea",
	"decided_by_id" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "appeal_outcome" CHECK ("appeal"."outcome" in ('upheld', 'overturned', 'in-part'))
);
--> statement-breakpoint
CREATE TABLE "approval" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"bundle_id" uuid NOT NULL,
	"manifest_hash" "bytea" NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "bundle" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"prepared_by_id" uuid NOT NULL,
	"prepared_at" timestamp (3) with time zone NOT NULL,
	"history_up_to" integer NOT NULL,
	"manifest_hash" "bytea",
	"archive_sha256" "bytea",
	"blob_id" uuid,
	"size_bytes" bigint,
	"file_count" integer,
	"record_count" integer,
	"lease_until" timestamp (3) with time zone,
	"fence" bigint DEFAULT 0 NOT NULL,
	"failure" text,
	"built_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"link_expires_at" timestamp (3) with time zone,
	"destroy_after" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"outcome" text NOT NULL,
	"reasons" text[] NOT NULL,
	"sealed_explanation" "bytea",
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decision_outcome" CHECK ("decision"."outcome" in ('granted', 'in-part', 'refused')),
	CONSTRAINT "decision_reason" CHECK ("decision"."outcome" = 'granted' or cardinality("decision"."reasons") > 0)
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid,
	"kind" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"sealed_to" "bytea" NOT NULL,
	"sealed_content" "bytea" NOT NULL,
	"message_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"failure" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"read_in_mailbox_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "record_flag" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"run" integer NOT NULL,
	"collection" text NOT NULL,
	"category" text NOT NULL,
	"record_key" text NOT NULL,
	"page_no" integer NOT NULL,
	"field" text NOT NULL,
	"sealed_places" "bytea" NOT NULL,
	"place_count" integer NOT NULL,
	"decided_by_ref" uuid,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "redaction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"collection" text NOT NULL,
	"record_key" text NOT NULL,
	"field" text,
	"sealed_places" "bytea",
	"place_count" integer DEFAULT 0 NOT NULL,
	"reason" text NOT NULL,
	"by_ref" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "transfer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"bundle_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"bytes_sent" bigint NOT NULL,
	"completed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" bigint PRIMARY KEY NOT NULL,
	"org_ref" uuid NOT NULL,
	"case_ref" uuid,
	"seq" integer,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_ref" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"role" text NOT NULL,
	"type" text NOT NULL,
	"v" smallint NOT NULL,
	"commit" "bytea" NOT NULL,
	"entry" "bytea" NOT NULL,
	"mac" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_payload" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_pending" (
	"event_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_index" (
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"digest" "bytea" NOT NULL,
	CONSTRAINT "case_index_case_id_purpose_digest_pk" PRIMARY KEY("case_id","purpose","digest")
);
--> statement-breakpoint
CREATE TABLE "case_key" (
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kek_id" text NOT NULL,
	"wrapped_dek" "bytea",
	"wrapped_identity" "bytea",
	"recipient" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"destroyed_at" timestamp (3) with time zone,
	CONSTRAINT "case_key_case_id_version_pk" PRIMARY KEY("case_id","version")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ref" uuid NOT NULL,
	"reference" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"channel" text NOT NULL,
	"locale" text NOT NULL,
	"policy_id" uuid NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"zone" text NOT NULL,
	"due_on" date NOT NULL,
	"aim_on" date NOT NULL,
	"assignee_id" uuid,
	"sealed_requester" "bytea" NOT NULL,
	"assurance" text NOT NULL,
	"proof_id" uuid,
	"sealed_contact_on_file" "bytea",
	"contact_on_file_changed_at" timestamp (3) with time zone,
	"contact_on_file_read_at" timestamp (3) with time zone,
	"delivery" text,
	"sealed_seeds" "bytea",
	"subject_index" "bytea",
	"run" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cases_ref_unique" UNIQUE("ref"),
	CONSTRAINT "cases_reference_unique" UNIQUE("reference"),
	CONSTRAINT "cases_status" CHECK ("cases"."status" in ('received', 'collecting', 'reviewing', 'preparing', 'awaiting-approval', 'approved', 'answered', 'appealed', 'withdrawn')),
	CONSTRAINT "cases_channel" CHECK ("cases"."channel" in ('portal', 'mail', 'phone', 'paper')),
	CONSTRAINT "cases_assurance" CHECK ("cases"."assurance" in ('none', 'contact', 'reasonable', 'high'))
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"right" text NOT NULL,
	"regime" text NOT NULL,
	"regime_reason" text NOT NULL,
	"provisional" boolean NOT NULL,
	"controller" text NOT NULL,
	"zone" text NOT NULL,
	"calendar" text,
	"due_on" date NOT NULL,
	"aim_on" date NOT NULL,
	"status" text NOT NULL,
	"scope" text DEFAULT 'whole' NOT NULL,
	CONSTRAINT "claim_status" CHECK ("claim"."status" in ('open', 'decided'))
);
--> statement-breakpoint
CREATE TABLE "clock_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"prompt" boolean,
	"by_ref" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"sealed_answers" "bytea" NOT NULL,
	"idempotency_key" text NOT NULL,
	"sent_case_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draft_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "draft_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"by_ref" uuid NOT NULL,
	"sealed_body" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_direction" CHECK ("message"."direction" in ('in', 'out', 'note'))
);
--> statement-breakpoint
CREATE TABLE "proof" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"passed" boolean NOT NULL,
	"facts" jsonb NOT NULL,
	"sealed_note" "bytea",
	"by_ref" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submitted_fact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"sealed_value" "bytea" NOT NULL,
	"commitment" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"sealed_note" "bytea",
	"done_by_ref" uuid,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "task_status" CHECK ("task"."status" in ('open', 'done'))
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid,
	"draft_id" uuid,
	"message_id" uuid,
	"blob_id" uuid NOT NULL,
	"sealed_name" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"released_by_ref" uuid,
	"released_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"ref" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organisation_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisation_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "organisation_key" (
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kek_id" text NOT NULL,
	"wrapped_dek" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organisation_key_organisation_id_version_pk" PRIMARY KEY("organisation_id","version")
);
--> statement-breakpoint
CREATE TABLE "organisation_policy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"policy" jsonb NOT NULL,
	"in_force_from" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"sent" boolean NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"superseded_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"key" "bytea" NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"tries" integer NOT NULL,
	CONSTRAINT "attempt_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"staff_id" uuid,
	"case_id" uuid,
	"scope" text,
	"sealed_subject" "bytea",
	"subject_index" "bytea",
	"proved_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "session_kind" CHECK ("session"."kind" in ('staff', 'login', 'code')),
	CONSTRAINT "session_staff" CHECK (("session"."kind" = 'staff') = ("session"."staff_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ref" uuid NOT NULL,
	"sealed_name" "bytea" NOT NULL,
	"sealed_email" "bytea" NOT NULL,
	"email_index" "bytea" NOT NULL,
	"password_hash" text,
	"roles" text[] NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "blob" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid,
	"key_version" integer NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_source" (
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"run" integer NOT NULL,
	"dataset_id" uuid,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"fence" bigint DEFAULT 0 NOT NULL,
	"sealed_progress" "bytea",
	"rows" integer DEFAULT 0 NOT NULL,
	"problems" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"says" text,
	"identities_used" text[] DEFAULT '{}' NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"sent_without" text,
	"sent_without_by_ref" uuid,
	CONSTRAINT "case_source_case_id_source_id_purpose_pk" PRIMARY KEY("case_id","source_id","purpose"),
	CONSTRAINT "case_source_state" CHECK ("case_source"."state" in ('waiting', 'running', 'retry', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "dataset" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"yaml" text NOT NULL,
	"created_by_ref" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"run" integer NOT NULL,
	"collection" text NOT NULL,
	"category" text NOT NULL,
	"record_key" text NOT NULL,
	"sealed_name" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"blob_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_page" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"run" integer NOT NULL,
	"collection" text NOT NULL,
	"category" text NOT NULL,
	"page_no" integer NOT NULL,
	"rows" integer NOT NULL,
	"blob_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"config" jsonb NOT NULL,
	"sealed_secrets" "bytea",
	"secrets_set_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_test" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_ref" uuid NOT NULL,
	"passed" boolean NOT NULL,
	"steps" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decided_by_id_staff_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_bundle_id_bundle_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "public"."bundle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_by_id_staff_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bundle" ADD CONSTRAINT "bundle_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bundle" ADD CONSTRAINT "bundle_prepared_by_id_staff_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bundle" ADD CONSTRAINT "bundle_blob_id_blob_id_fk" FOREIGN KEY ("blob_id") REFERENCES "public"."blob"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_by_id_staff_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_flag" ADD CONSTRAINT "record_flag_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_bundle_id_bundle_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "public"."bundle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_index" ADD CONSTRAINT "case_index_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_key" ADD CONSTRAINT "case_key_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_policy_id_organisation_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."organisation_policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_event" ADD CONSTRAINT "clock_event_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof" ADD CONSTRAINT "proof_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submitted_fact" ADD CONSTRAINT "submitted_fact_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_key" ADD CONSTRAINT "organisation_key_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_policy" ADD CONSTRAINT "organisation_policy_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_code" ADD CONSTRAINT "access_code_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_source" ADD CONSTRAINT "case_source_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_source" ADD CONSTRAINT "case_source_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_file" ADD CONSTRAINT "record_file_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_file" ADD CONSTRAINT "record_file_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_file" ADD CONSTRAINT "record_file_blob_id_blob_id_fk" FOREIGN KEY ("blob_id") REFERENCES "public"."blob"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_page" ADD CONSTRAINT "record_page_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_page" ADD CONSTRAINT "record_page_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_page" ADD CONSTRAINT "record_page_blob_id_blob_id_fk" FOREIGN KEY ("blob_id") REFERENCES "public"."blob"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_test" ADD CONSTRAINT "source_test_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeal_claim" ON "appeal" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "approval_case" ON "approval" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bundle_version" ON "bundle" USING btree ("case_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_version" ON "decision" USING btree ("claim_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_once" ON "notice" USING btree ("organisation_id","dedupe_key");--> statement-breakpoint
CREATE INDEX "notice_unsent" ON "notice" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "record_flag_place" ON "record_flag" USING btree ("case_id","source_id","run","collection","record_key","field");--> statement-breakpoint
CREATE INDEX "redaction_record" ON "redaction" USING btree ("case_id","source_id","collection","record_key");--> statement-breakpoint
CREATE INDEX "transfer_bundle" ON "transfer" USING btree ("bundle_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_event_case_seq" ON "audit_event" USING btree ("case_ref","seq");--> statement-breakpoint
CREATE INDEX "audit_event_org" ON "audit_event" USING btree ("org_ref","id");--> statement-breakpoint
CREATE INDEX "case_index_lookup" ON "case_index" USING btree ("organisation_id","purpose","digest");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_idempotency" ON "cases" USING btree ("organisation_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("organisation_id","due_on","id");--> statement-breakpoint
CREATE INDEX "cases_assignee" ON "cases" USING btree ("organisation_id","assignee_id","due_on");--> statement-breakpoint
CREATE INDEX "cases_subject" ON "cases" USING btree ("organisation_id","subject_index");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_right" ON "claim" USING btree ("case_id","right");--> statement-breakpoint
CREATE INDEX "clock_event_claim" ON "clock_event" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "message_case" ON "message" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "proof_case" ON "proof" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "submitted_fact_case" ON "submitted_fact" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "task_work" ON "task" USING btree ("claim_id","source_id");--> statement-breakpoint
CREATE INDEX "task_case" ON "task" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "upload_case" ON "upload" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_policy_version" ON "organisation_policy" USING btree ("organisation_id","version");--> statement-breakpoint
CREATE INDEX "organisation_policy_in_force" ON "organisation_policy" USING btree ("organisation_id","in_force_from");--> statement-breakpoint
CREATE INDEX "access_code_case" ON "access_code" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "session_staff_id" ON "session" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree ("email_index");--> statement-breakpoint
CREATE INDEX "blob_case" ON "blob" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dataset_version" ON "dataset" USING btree ("source_id","version");--> statement-breakpoint
CREATE INDEX "record_file_case" ON "record_file" USING btree ("case_id","category");--> statement-breakpoint
CREATE UNIQUE INDEX "record_page_no" ON "record_page" USING btree ("case_id","source_id","run","collection","page_no");--> statement-breakpoint
CREATE INDEX "record_page_category" ON "record_page" USING btree ("case_id","category");--> statement-breakpoint
CREATE UNIQUE INDEX "source_key" ON "source" USING btree ("organisation_id","key");--> statement-breakpoint
CREATE INDEX "source_test_source" ON "source_test" USING btree ("source_id","at");