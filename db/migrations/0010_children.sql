CREATE TABLE "child_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"sealed_note" "bytea" NOT NULL,
	"by_ref" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "child_check_kind" CHECK ("child_check"."kind" in ('relation', 'competence')),
	CONSTRAINT "child_check_outcome" CHECK ("child_check"."outcome" in ('accepted', 'not-accepted', 'able', 'not-able'))
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "relation" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "judgement" text;--> statement-breakpoint
ALTER TABLE "child_check" ADD CONSTRAINT "child_check_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "child_check_case" ON "child_check" USING btree ("case_id");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_relation" CHECK ("cases"."relation" in ('waiting', 'accepted', 'not-accepted'));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_judgement" CHECK ("cases"."judgement" in ('owed', 'able', 'not-able'));