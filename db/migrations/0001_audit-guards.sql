CREATE SEQUENCE "audit_event_id";
--> statement-breakpoint
-- Privileges keep the application's roles from changing history; these triggers also stop whoever owns the tables by mistake.
CREATE FUNCTION "audit_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log only takes new rows' USING ERRCODE = '42501';
END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_event_no_change" BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "audit_refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "audit_event_no_truncate" BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "audit_payload_no_update" BEFORE UPDATE ON "audit_payload"
  FOR EACH ROW EXECUTE FUNCTION "audit_refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "audit_payload_no_truncate" BEFORE TRUNCATE ON "audit_payload"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse_change"();
--> statement-breakpoint
-- Runs with the owner's rights, so that the application's roles need none on the waiting list.
CREATE FUNCTION "audit_queue_event"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.audit_pending (event_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_event_queue" AFTER INSERT ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "audit_queue_event"();
--> statement-breakpoint
-- Versions of a decision are history too: a later row replaces an earlier one, none is edited.
CREATE TRIGGER "decision_no_update" BEFORE UPDATE ON "decision"
  FOR EACH ROW EXECUTE FUNCTION "audit_refuse_change"();
