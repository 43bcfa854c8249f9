ALTER TABLE "series" ADD COLUMN "year_ends" smallint DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_year_ends_known" CHECK ("series"."year_ends" in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_year_named" CHECK ("series"."year_ends" = 12 or "series"."frequency" in ('Q', 'H', 'A'));