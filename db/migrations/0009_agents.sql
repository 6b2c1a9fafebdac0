CREATE TABLE "agent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ref" uuid NOT NULL,
	"sealed_name" "bytea" NOT NULL,
	"sealed_company" "bytea",
	"sealed_email" "bytea" NOT NULL,
	"email_index" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"status" text NOT NULL,
	"sealed_status_reason" "bytea",
	"status_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agent_ref_unique" UNIQUE("ref"),
	CONSTRAINT "agent_status" CHECK ("agent"."status" in ('active', 'flagged', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "agent_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"sealed_email" "bytea" NOT NULL,
	"email_index" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "agent_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "authority" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ref" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"sealed_principal" "bytea" NOT NULL,
	"person_index" "bytea",
	"kind" text NOT NULL,
	"rights" text[] NOT NULL,
	"sealed_businesses" "bytea",
	"jurisdiction" text NOT NULL,
	"issued_on" date NOT NULL,
	"valid_until" date,
	"status" text NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "authority_ref_unique" UNIQUE("ref"),
	CONSTRAINT "authority_status" CHECK ("authority"."status" in ('pending', 'valid', 'rejected', 'revoked', 'disputed')),
	CONSTRAINT "authority_kind" CHECK ("authority"."kind" in ('permission', 'power-of-attorney', 'mandate'))
);
--> statement-breakpoint
CREATE TABLE "authority_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"authority_id" uuid NOT NULL,
	"blob_id" uuid NOT NULL,
	"sealed_name" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"released_by_ref" uuid,
	"released_at" timestamp (3) with time zone,
	"sealed_release_reason" "bytea",
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authority_index" (
	"authority_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	CONSTRAINT "authority_index_authority_id_digest_pk" PRIMARY KEY("authority_id","digest")
);
--> statement-breakpoint
CREATE TABLE "authority_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"authority_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"by_ref" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reasons" text[] NOT NULL,
	"form_test" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "authority_review_verdict" CHECK ("authority_review"."verdict" in ('accept', 'reject')),
	CONSTRAINT "authority_review_reason" CHECK ("authority_review"."verdict" = 'accept' or cardinality("authority_review"."reasons") > 0)
);
--> statement-breakpoint
CREATE TABLE "demand_made" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"demand" text NOT NULL,
	"ground" text,
	"by_ref" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"met_at" timestamp (3) with time zone,
	"met_by" text
);
--> statement-breakpoint
CREATE TABLE "permission_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"authority_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "permission_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "cases" DROP CONSTRAINT "cases_status";--> statement-breakpoint
ALTER TABLE "session" DROP CONSTRAINT "session_kind";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "agent_id" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "authority_id" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "taken_over_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "recipient" text DEFAULT 'self' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "person_index" "bytea";--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "agent_id" uuid;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "party" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "agent_id" uuid;--> statement-breakpoint
ALTER TABLE "agent" ADD CONSTRAINT "agent_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_link" ADD CONSTRAINT "agent_link_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority" ADD CONSTRAINT "authority_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority" ADD CONSTRAINT "authority_agent_id_agent_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agent"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority_file" ADD CONSTRAINT "authority_file_authority_id_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority_index" ADD CONSTRAINT "authority_index_authority_id_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority_review" ADD CONSTRAINT "authority_review_authority_id_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_link" ADD CONSTRAINT "permission_link_authority_id_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agent_email" ON "agent" USING btree ("organisation_id","email_index");--> statement-breakpoint
CREATE INDEX "agent_link_email" ON "agent_link" USING btree ("organisation_id","email_index");--> statement-breakpoint
CREATE INDEX "authority_agent" ON "authority" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "authority_queue" ON "authority" USING btree ("organisation_id","status","created_at");--> statement-breakpoint
CREATE INDEX "authority_person" ON "authority" USING btree ("organisation_id","person_index");--> statement-breakpoint
CREATE INDEX "authority_file_of" ON "authority_file" USING btree ("authority_id");--> statement-breakpoint
CREATE UNIQUE INDEX "authority_review_once" ON "authority_review" USING btree ("authority_id","round","by_ref");--> statement-breakpoint
CREATE INDEX "demand_made_case" ON "demand_made" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "permission_link_case" ON "permission_link" USING btree ("case_id");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_agent_id_agent_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agent"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_authority_id_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_agent_id_agent_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agent"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_agent_id_agent_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agent"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_agent_own" ON "cases" USING btree ("agent_id","received_at");--> statement-breakpoint
CREATE INDEX "cases_person" ON "cases" USING btree ("organisation_id","person_index");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_agent" CHECK (("cases"."agent_id" is null) = ("cases"."authority_id" is null));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_recipient" CHECK ("cases"."recipient" in ('self', 'agent'));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_status" CHECK ("cases"."status" in ('received', 'collecting', 'reviewing', 'preparing', 'awaiting-approval', 'approved', 'answered', 'appealed', 'withdrawn', 'passed-on', 'frozen'));--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_party" CHECK ("message"."party" in ('person', 'agent'));--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_agent" CHECK (("session"."kind" = 'agent') = ("session"."agent_id" is not null));--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_kind" CHECK ("session"."kind" in ('staff', 'login', 'code', 'agent'));
--> statement-breakpoint
-- What a reader found in an authority is history: a later verdict stands beside it, none is edited.
CREATE TRIGGER "authority_review_no_update" BEFORE UPDATE ON "authority_review"
  FOR EACH ROW EXECUTE FUNCTION "audit_refuse_change"();
