CREATE TABLE "era" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"hue" text NOT NULL,
	"onset" text NOT NULL,
	"onset_event" text NOT NULL,
	"onset_source_id" integer NOT NULL,
	"peak" text,
	"peak_event" text,
	"peak_source_id" integer,
	"trough" text,
	"trough_event" text,
	"trough_source_id" integer,
	CONSTRAINT "era_code_form" CHECK ("era"."code" ~ '^[A-Z0-9_]{1,25}$'),
	CONSTRAINT "era_name_filled" CHECK (btrim("era"."name") <> ''),
	CONSTRAINT "era_hue_known" CHECK ("era"."hue" in ('ai', 'dotcom', 'other-1', 'other-2')),
	CONSTRAINT "era_onset_form" CHECK ("era"."onset" ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-H[12]|-W[0-5][0-9])?$'),
	CONSTRAINT "era_peak_form" CHECK ("era"."peak" ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-H[12]|-W[0-5][0-9])?$'),
	CONSTRAINT "era_trough_form" CHECK ("era"."trough" ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-H[12]|-W[0-5][0-9])?$'),
	CONSTRAINT "era_peak_complete" CHECK (num_nulls("era"."peak", "era"."peak_event", "era"."peak_source_id") in (0, 3)),
	CONSTRAINT "era_trough_complete" CHECK (num_nulls("era"."trough", "era"."trough_event", "era"."trough_source_id") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "event" (
	"code" text PRIMARY KEY NOT NULL,
	"era_code" text,
	"date" text NOT NULL,
	"end_date" text,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'reported' NOT NULL,
	"source_id" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "event_code_form" CHECK ("event"."code" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "event_date_form" CHECK ("event"."date" ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-H[12]|-W[0-5][0-9])?$'),
	CONSTRAINT "event_end_date_form" CHECK ("event"."end_date" ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-H[12]|-W[0-5][0-9])?$'),
	CONSTRAINT "event_label_filled" CHECK (btrim("event"."label") <> ''),
	CONSTRAINT "event_kind_known" CHECK ("event"."kind" in ('round', 'people', 'market', 'product', 'policy', 'report')),
	CONSTRAINT "event_status_known" CHECK ("event"."status" in ('reported', 'claimed'))
);
--> statement-breakpoint
CREATE TABLE "figure" (
	"name" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"spec" jsonb NOT NULL,
	"is_on_dashboard" boolean DEFAULT false NOT NULL,
	CONSTRAINT "figure_name_form" CHECK ("figure"."name" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "observation" (
	"series_id" integer NOT NULL,
	"frequency" text NOT NULL,
	"period_start" date NOT NULL,
	"period" text NOT NULL,
	"vintage" date NOT NULL,
	"revision" bigint NOT NULL,
	"value" numeric,
	"status" text DEFAULT 'reported' NOT NULL,
	"source_id" integer,
	"note" text,
	"page" text,
	"quote" text,
	CONSTRAINT "observation_key" PRIMARY KEY("series_id","period_start","period","vintage","revision"),
	CONSTRAINT "observation_period_agrees" CHECK ("observation"."period_start" between '1000-01-01' and '9999-12-31' and (
    ("observation"."frequency" in ('D', 'I') and "observation"."period" = to_char("observation"."period_start"::timestamp, 'YYYY-MM-DD'))
    or ("observation"."frequency" in ('W', 'I') and "observation"."period" = to_char("observation"."period_start"::timestamp, 'IYYY"-W"IW') and "observation"."period_start" = date_trunc('week', "observation"."period_start"::timestamp))
    or ("observation"."frequency" in ('M', 'I') and "observation"."period" = to_char("observation"."period_start"::timestamp, 'YYYY-MM') and "observation"."period_start" = date_trunc('month', "observation"."period_start"::timestamp))
    or ("observation"."frequency" in ('Q', 'I') and "observation"."period" = to_char("observation"."period_start"::timestamp, 'YYYY"-Q"Q') and "observation"."period_start" = date_trunc('quarter', "observation"."period_start"::timestamp))
    or ("observation"."frequency" in ('H', 'I') and "observation"."period" = to_char("observation"."period_start"::timestamp, 'YYYY"-H1"') and "observation"."period_start" = date_trunc('year', "observation"."period_start"::timestamp))
    or ("observation"."frequency" in ('H', 'I') and "observation"."period" = to_char("observation"."period_start"::timestamp, 'YYYY"-H2"') and "observation"."period_start" = date_trunc('month', "observation"."period_start"::timestamp) and extract(month from "observation"."period_start") = 7)
    or ("observation"."frequency" in ('A', 'I') and "observation"."period" = to_char("observation"."period_start"::timestamp, 'YYYY') and "observation"."period_start" = date_trunc('year', "observation"."period_start"::timestamp))
  )),
	CONSTRAINT "observation_value_finite" CHECK ("observation"."value" not in ('NaN', 'Infinity', '-Infinity')),
	CONSTRAINT "observation_vintage_not_in_future" CHECK ("observation"."vintage" between '1000-01-01' and (now() at time zone 'UTC')::date),
	CONSTRAINT "observation_status_known" CHECK ("observation"."status" in ('reported', 'estimate', 'provisional', 'claimed'))
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "revision_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"author" text NOT NULL,
	"message" text NOT NULL,
	"kind" text NOT NULL,
	"file_hash" text,
	"added" integer DEFAULT 0 NOT NULL,
	"revised" integer DEFAULT 0 NOT NULL,
	"withdrawn" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "revision_kind_known" CHECK ("revision"."kind" in ('catalogue', 'import', 'edit', 'rollback')),
	CONSTRAINT "revision_author_filled" CHECK (btrim("revision"."author") <> ''),
	CONSTRAINT "revision_message_filled" CHECK (btrim("revision"."message") <> ''),
	CONSTRAINT "revision_file_hash_form" CHECK ("revision"."file_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "revision_counts_natural" CHECK (least("revision"."added", "revision"."revised", "revision"."withdrawn") >= 0)
);
--> statement-breakpoint
CREATE TABLE "round" (
	"code" text PRIMARY KEY NOT NULL,
	"company" text NOT NULL,
	"sector" text NOT NULL,
	"country" text NOT NULL,
	"date" text NOT NULL,
	"instrument" text NOT NULL,
	"amount" numeric,
	"currency" text DEFAULT 'USD' NOT NULL,
	"post_money" numeric,
	"pre_money" numeric,
	"lead" text,
	"participants" text[] DEFAULT '{}'::text[] NOT NULL,
	"status" text DEFAULT 'reported' NOT NULL,
	"source_id" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "round_code_form" CHECK ("round"."code" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "round_company_filled" CHECK (btrim("round"."company") <> ''),
	CONSTRAINT "round_date_form" CHECK ("round"."date" ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-H[12]|-W[0-5][0-9])?$'),
	CONSTRAINT "round_instrument_known" CHECK ("round"."instrument" in ('equity', 'debt', 'secondary', 'mixed', 'convertible', 'acquisition', 'offering')),
	CONSTRAINT "round_currency_form" CHECK ("round"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "round_amounts_positive" CHECK (least("round"."amount", "round"."post_money", "round"."pre_money") > 0
        and greatest("round"."amount", "round"."post_money", "round"."pre_money") < 'Infinity'),
	CONSTRAINT "round_status_known" CHECK ("round"."status" in ('reported', 'estimate', 'provisional', 'claimed'))
);
--> statement-breakpoint
CREATE TABLE "seed_fact" (
	"claim" integer NOT NULL,
	"text" text NOT NULL,
	"verdict" text NOT NULL,
	"target_kind" text NOT NULL,
	"target" text NOT NULL,
	"shown_as" text NOT NULL,
	CONSTRAINT "seed_fact_key" PRIMARY KEY("claim","target_kind","target"),
	CONSTRAINT "seed_fact_text_filled" CHECK (btrim("seed_fact"."text") <> ''),
	CONSTRAINT "seed_fact_target_filled" CHECK (btrim("seed_fact"."target") <> ''),
	CONSTRAINT "seed_fact_verdict_known" CHECK ("seed_fact"."verdict" in ('OK', 'DIFF', 'MIXED', 'UNVERIFIED', 'OPINION')),
	CONSTRAINT "seed_fact_target_kind_known" CHECK ("seed_fact"."target_kind" in ('observation', 'round', 'event', 'series')),
	CONSTRAINT "seed_fact_shown_as_known" CHECK ("seed_fact"."shown_as" in ('reported', 'claimed', 'note'))
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "series_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"title" text NOT NULL,
	"measure" text NOT NULL,
	"unit_kind" text NOT NULL,
	"currency" text,
	"scale" bigint DEFAULT 1 NOT NULL,
	"unit_of" text,
	"prices" text NOT NULL,
	"price_base" text,
	"frequency" text NOT NULL,
	"rate" text DEFAULT 'period' NOT NULL,
	"geography" text NOT NULL,
	"sector" text NOT NULL,
	"universe" text NOT NULL,
	"seasonal_adjustment" text DEFAULT 'NSA' NOT NULL,
	"source_id" integer NOT NULL,
	"stale_after_days" integer,
	"visibility" text DEFAULT 'public' NOT NULL,
	"plausible_min" numeric,
	"plausible_max" numeric,
	"notes" text DEFAULT '' NOT NULL,
	CONSTRAINT "series_code_unique" UNIQUE("code"),
	CONSTRAINT "series_id_frequency" UNIQUE("id","frequency"),
	CONSTRAINT "series_code_form" CHECK ("series"."code" ~ '^[A-Z0-9_]{1,25}$'),
	CONSTRAINT "series_title_filled" CHECK (btrim("series"."title") <> ''),
	CONSTRAINT "series_measure_known" CHECK ("series"."measure" in ('flow', 'stock', 'ratio', 'count', 'index', 'price')),
	CONSTRAINT "series_unit_kind_known" CHECK ("series"."unit_kind" in ('currency', 'share', 'multiple', 'percent', 'points', 'count', 'index', 'log', 'zscore', 'rate')),
	CONSTRAINT "series_scale_known" CHECK ("series"."scale" in (1, 1000, 1000000, 1000000000, 1000000000000)),
	CONSTRAINT "series_prices_known" CHECK ("series"."prices" in ('nominal', 'constant', 'none')),
	CONSTRAINT "series_frequency_known" CHECK ("series"."frequency" in ('D', 'W', 'M', 'Q', 'H', 'A', 'I')),
	CONSTRAINT "series_rate_known" CHECK ("series"."rate" in ('period', 'annual')),
	CONSTRAINT "series_adjustment_known" CHECK ("series"."seasonal_adjustment" in ('NSA', 'SA', 'SAAR')),
	CONSTRAINT "series_visibility_known" CHECK ("series"."visibility" in ('public', 'private')),
	CONSTRAINT "series_currency_complete" CHECK (case when "series"."unit_kind" = 'currency'
        then "series"."currency" is not null and "series"."currency" ~ '^[A-Z]{3}$' and "series"."prices" <> 'none'
        else "series"."currency" is null and "series"."scale" = 1 end),
	CONSTRAINT "series_unit_complete" CHECK ("series"."unit_kind" not in ('count', 'index', 'rate') or ("series"."unit_of" is not null and btrim("series"."unit_of") <> '')),
	CONSTRAINT "series_price_base_complete" CHECK (("series"."prices" = 'constant') = ("series"."price_base" is not null)),
	CONSTRAINT "series_stale_after_positive" CHECK ("series"."stale_after_days" > 0),
	CONSTRAINT "series_plausible_range_ordered" CHECK ("series"."plausible_min" <= "series"."plausible_max")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"publisher" text NOT NULL,
	"title" text NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"published" text,
	"accessed" date,
	"licence" text NOT NULL,
	"redistributable" boolean NOT NULL,
	"citation" text DEFAULT '' NOT NULL,
	CONSTRAINT "source_key_unique" UNIQUE("key"),
	CONSTRAINT "source_key_filled" CHECK (btrim("source"."key") <> ''),
	CONSTRAINT "source_publisher_filled" CHECK (btrim("source"."publisher") <> ''),
	CONSTRAINT "source_title_filled" CHECK (btrim("source"."title") <> '')
);
--> statement-breakpoint
ALTER TABLE "era" ADD CONSTRAINT "era_onset_source_id_source_id_fk" FOREIGN KEY ("onset_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "era" ADD CONSTRAINT "era_peak_source_id_source_id_fk" FOREIGN KEY ("peak_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "era" ADD CONSTRAINT "era_trough_source_id_source_id_fk" FOREIGN KEY ("trough_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_era_code_era_code_fk" FOREIGN KEY ("era_code") REFERENCES "public"."era"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_revision_revision_number_fk" FOREIGN KEY ("revision") REFERENCES "public"."revision"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_series_frequency" FOREIGN KEY ("series_id","frequency") REFERENCES "public"."series"("id","frequency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;