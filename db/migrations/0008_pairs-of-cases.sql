CREATE TABLE "case_pair" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"by_ref" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_by_ref" uuid,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "case_pair_verdict" CHECK ("case_pair"."verdict" in ('linked', 'apart')),
	CONSTRAINT "case_pair_order" CHECK ("case_pair"."case_id" < "case_pair"."other_id")
);
--> statement-breakpoint
ALTER TABLE "case_pair" ADD CONSTRAINT "case_pair_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_pair" ADD CONSTRAINT "case_pair_other_id_cases_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_pair_standing" ON "case_pair" USING btree ("case_id","other_id") WHERE "case_pair"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "case_pair_other" ON "case_pair" USING btree ("other_id");