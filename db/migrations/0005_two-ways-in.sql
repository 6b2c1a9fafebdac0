ALTER TABLE "claim" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_way" CHECK ("claim"."way" in ('designated', 'elsewhere'));