CREATE TABLE "controller" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"sealed_email" "bytea" NOT NULL,
	"locale" text NOT NULL,
	"contract" text,
	"help" text[] NOT NULL,
	"platform_id" uuid,
	"is_public" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "handover" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"controller_id" uuid NOT NULL,
	"from_id" uuid,
	"rights" text[] NOT NULL,
	"by_ref" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"chased" integer DEFAULT 0 NOT NULL,
	"next_chase_at" timestamp (3) with time zone,
	"escalated_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"answer" text,
	"sealed_answer" "bytea",
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"taken_back_at" timestamp (3) with time zone,
	CONSTRAINT "handover_answer" CHECK ("handover"."answer" in ('answered', 'nothing-held', 'only-processor', 'not-ours')),
	CONSTRAINT "handover_answered" CHECK (("handover"."answer" is null) = ("handover"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "handover_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"handover_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"visit_hash" "bytea",
	"visit_expires_at" timestamp (3) with time zone,
	CONSTRAINT "handover_link_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "handover_link_visit_hash_unique" UNIQUE("visit_hash")
);
--> statement-breakpoint
CREATE TABLE "instruction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"handover_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sealed_words" "bytea" NOT NULL,
	"by_ref" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"done_by_ref" uuid,
	"done_at" timestamp (3) with time zone,
	"sealed_result" "bytea",
	CONSTRAINT "instruction_kind" CHECK ("instruction"."kind" in ('search', 'export', 'erase'))
);
--> statement-breakpoint
ALTER TABLE "cases" DROP CONSTRAINT "cases_status";--> statement-breakpoint
ALTER TABLE "claim" DROP CONSTRAINT "claim_status";--> statement-breakpoint
DROP INDEX "claim_right";--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "handover_id" uuid;--> statement-breakpoint
ALTER TABLE "controller" ADD CONSTRAINT "controller_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "controller" ADD CONSTRAINT "controller_platform_id_controller_id_fk" FOREIGN KEY ("platform_id") REFERENCES "public"."controller"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_controller_id_controller_id_fk" FOREIGN KEY ("controller_id") REFERENCES "public"."controller"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_link" ADD CONSTRAINT "handover_link_handover_id_handover_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handover"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_handover_id_handover_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handover"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "controller_name" ON "controller" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "handover_case" ON "handover" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "handover_due" ON "handover" USING btree ("next_chase_at");--> statement-breakpoint
CREATE INDEX "handover_link_handover" ON "handover_link" USING btree ("handover_id");--> statement-breakpoint
CREATE INDEX "instruction_case" ON "instruction" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_right" ON "claim" USING btree ("case_id","right","controller");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_status" CHECK ("cases"."status" in ('received', 'collecting', 'reviewing', 'preparing', 'awaiting-approval', 'approved', 'answered', 'appealed', 'withdrawn', 'passed-on'));--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_status" CHECK ("claim"."status" in ('open', 'decided', 'passed-on'));