ALTER TABLE "case_source" ADD COLUMN "sealed_sent_without" "bytea";
--> statement-breakpoint
-- "On paper" was stored as a sign-in that no account stood behind. A proof by login always left the account's index, so
-- that the two can be told apart without a doubt.
UPDATE "cases" SET "delivery" = 'paper' WHERE "delivery" = 'login' AND "subject_index" IS NULL AND "proof_id" IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_delivery" CHECK ("cases"."delivery" in ('code', 'login', 'given', 'paper'));
