-- Of revisions made before this table was, the rows still say which series they touched: a row is an addition
-- when nothing was known of its period on the day of its vintage, and a withdrawal when it took a value away.
INSERT INTO "revision_series" ("revision", "series_id", "added", "revised", "withdrawn")
SELECT "stored"."revision", "stored"."series_id",
  count(*) FILTER (WHERE "known"."revision" IS NULL),
  count(*) FILTER (WHERE "known"."revision" IS NOT NULL AND ("stored"."value" IS NOT NULL OR "known"."value" IS NULL)),
  count(*) FILTER (WHERE "stored"."value" IS NULL AND "known"."value" IS NOT NULL)
FROM "observation" "stored"
LEFT JOIN LATERAL (
  SELECT "earlier"."revision", "earlier"."value" FROM "observation" "earlier"
  WHERE "earlier"."series_id" = "stored"."series_id" AND "earlier"."period_start" = "stored"."period_start"
    AND "earlier"."period" = "stored"."period" AND "earlier"."vintage" <= "stored"."vintage"
    AND "earlier"."revision" < "stored"."revision"
  ORDER BY "earlier"."vintage" DESC, "earlier"."revision" DESC LIMIT 1
) "known" ON true
GROUP BY "stored"."revision", "stored"."series_id";
--> statement-breakpoint
CREATE TRIGGER "revision_change_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision_change"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "revision_series_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision_series"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
