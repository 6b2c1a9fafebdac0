CREATE TABLE "browser_signal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"browser_index" "bytea" NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "preference" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"consent" text,
	"via" text NOT NULL,
	"email_index" "bytea",
	"telephone_index" "bytea",
	"subject_index" "bytea",
	"sealed_identifiers" "bytea",
	"since" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text,
	"undone_by_ref" uuid,
	CONSTRAINT "preference_once" UNIQUE NULLS NOT DISTINCT("case_id","kind","consent")
);
--> statement-breakpoint
ALTER TABLE "task" ALTER COLUMN "source_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "needs_proof" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "recipient" jsonb;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "told_on" date;--> statement-breakpoint
ALTER TABLE "browser_signal" ADD CONSTRAINT "browser_signal_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preference" ADD CONSTRAINT "preference_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preference" ADD CONSTRAINT "preference_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "browser_signal_browser" ON "browser_signal" USING btree ("organisation_id","browser_index");--> statement-breakpoint
CREATE INDEX "preference_email" ON "preference" USING btree ("organisation_id","email_index");--> statement-breakpoint
CREATE INDEX "preference_telephone" ON "preference" USING btree ("organisation_id","telephone_index");--> statement-breakpoint
CREATE INDEX "preference_subject" ON "preference" USING btree ("organisation_id","subject_index");--> statement-breakpoint
CREATE UNIQUE INDEX "task_recipient" ON "task" USING btree ("claim_id","recipient");--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_at" CHECK (("task"."source_id" is null) <> ("task"."recipient" is null));--> statement-breakpoint
UPDATE "claim" SET "needs_proof" = false WHERE "right" IN ('opt-out-sale', 'limit-sensitive', 'legal-basis', 'balancing-test', 'shine-the-light');
--> statement-breakpoint
-- Choices of requests that came before they were kept: they stand as well.
INSERT INTO "preference" ("id", "organisation_id", "case_id", "kind", "via", "email_index", "subject_index", "since")
SELECT gen_random_uuid(), "claim"."organisation_id", "claim"."case_id", "claim"."right",
  CASE WHEN "cases"."channel" = 'portal' THEN 'form' ELSE 'staff' END,
  (SELECT "digest" FROM "case_index" WHERE "case_index"."case_id" = "cases"."id" AND "purpose" = 'email' LIMIT 1),
  "cases"."subject_index", "cases"."received_at"
FROM "claim" JOIN "cases" ON "cases"."id" = "claim"."case_id"
WHERE "claim"."right" IN ('opt-out-sale', 'limit-sensitive') AND "cases"."status" <> 'withdrawn';
