ALTER TABLE "cases" DROP CONSTRAINT "cases_channel";--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "way" text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "sealed_posting" "bytea";--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "posted_by_ref" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "sealed_needs" "bytea";--> statement-breakpoint
ALTER TABLE "access_code" ADD COLUMN "way" text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_way" CHECK ("notice"."way" in ('mail', 'post'));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_channel" CHECK ("cases"."channel" in ('portal', 'mail', 'phone', 'paper', 'counter'));--> statement-breakpoint
ALTER TABLE "access_code" ADD CONSTRAINT "access_code_way" CHECK ("access_code"."way" in ('mail', 'post'));