CREATE TABLE "content_authority" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"sealed_note" "bytea" NOT NULL,
	"by_ref" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"collection" text NOT NULL,
	"field" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"sealed_note" "bytea",
	"closed_by_ref" uuid,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "finding_state" CHECK ("finding"."state" in ('open', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "finding_case" (
	"finding_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	CONSTRAINT "finding_case_finding_id_case_id_pk" PRIMARY KEY("finding_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "case_source" ADD COLUMN "deleted_rule" text;--> statement-breakpoint
ALTER TABLE "case_source" ADD COLUMN "deleted_on" date;--> statement-breakpoint
ALTER TABLE "case_source" ADD COLUMN "unopened" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "content_authority" ADD CONSTRAINT "content_authority_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_authority" ADD CONSTRAINT "content_authority_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_case" ADD CONSTRAINT "finding_case_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_case" ADD CONSTRAINT "finding_case_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "content_authority_once" ON "content_authority" USING btree ("case_id","source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "finding_field" ON "finding" USING btree ("source_id","collection","field","kind");--> statement-breakpoint
CREATE INDEX "finding_organisation" ON "finding" USING btree ("organisation_id","state");