ALTER TABLE "api_key" DROP CONSTRAINT "api_key_scopes_known";--> statement-breakpoint
-- A key that only had this scope could never do anything; the audit log says why it is revoked.
INSERT INTO "audit_entry" ("action", "subject", "detail")
  SELECT 'key-revoked', "name", 'its only scope, read, is no more'
  FROM "api_key" WHERE "scopes" <@ array['read'] AND "revoked_at" IS NULL ORDER BY "created_at", "id";--> statement-breakpoint
UPDATE "api_key" SET
  "revoked_at" = CASE WHEN "scopes" <@ array['read'] THEN coalesce("revoked_at", now()) ELSE "revoked_at" END,
  "scopes" = array_remove("scopes", 'read')
  WHERE 'read' = ANY ("scopes");--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_scopes_known" CHECK ("api_key"."scopes" <@ array['upload', 'commit'] and (cardinality("api_key"."scopes") > 0 or "api_key"."revoked_at" is not null));
