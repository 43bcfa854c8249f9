CREATE TABLE "column_mapping" (
	"source" text NOT NULL,
	"header" text NOT NULL,
	"settings" jsonb NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "column_mapping_key" PRIMARY KEY("header","source")
);
--> statement-breakpoint
CREATE TABLE "revision_change" (
	"revision" bigint NOT NULL,
	"table_name" text NOT NULL,
	"key" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "revision_change_key" PRIMARY KEY("revision","table_name","key"),
	CONSTRAINT "revision_change_table_known" CHECK ("revision_change"."table_name" in ('sources', 'series', 'eras', 'events', 'rounds', 'seedFacts', 'figures')),
	CONSTRAINT "revision_change_says_something" CHECK (num_nonnulls("revision_change"."before", "revision_change"."after") > 0)
);
--> statement-breakpoint
CREATE TABLE "revision_series" (
	"revision" bigint NOT NULL,
	"series_id" integer NOT NULL,
	"added" integer NOT NULL,
	"revised" integer NOT NULL,
	"withdrawn" integer NOT NULL,
	CONSTRAINT "revision_series_key" PRIMARY KEY("revision","series_id")
);
--> statement-breakpoint
CREATE TABLE "staged_change" (
	"upload" integer NOT NULL,
	"series" integer NOT NULL,
	"period_start" date NOT NULL,
	"period" text NOT NULL,
	"vintage" date NOT NULL,
	"kind" text NOT NULL,
	"value" numeric,
	"status" text NOT NULL,
	"source" text,
	"note" text,
	"row" integer,
	"column_name" text,
	"old_vintage" date,
	"old_value" numeric,
	"old_status" text,
	"differs" text[] NOT NULL,
	"move" numeric,
	CONSTRAINT "staged_change_key" PRIMARY KEY("upload","series","period_start","period","vintage")
);
--> statement-breakpoint
CREATE TABLE "staged_observation" (
	"upload" integer NOT NULL,
	"series" integer NOT NULL,
	"period_start" date NOT NULL,
	"position" integer NOT NULL,
	"period" text NOT NULL,
	"vintage" date NOT NULL,
	"value" numeric,
	"status" text NOT NULL,
	"source" text,
	"note" text,
	"row" integer NOT NULL,
	"column_name" text NOT NULL,
	CONSTRAINT "staged_observation_key" PRIMARY KEY("upload","series","period_start","position")
);
--> statement-breakpoint
CREATE TABLE "staged_problem" (
	"upload" integer NOT NULL,
	"row" integer NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "staged_problem_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"severity" text NOT NULL,
	"column_name" text,
	"value" text,
	"rule" text NOT NULL,
	"remedy" text NOT NULL,
	"found_by" text NOT NULL,
	CONSTRAINT "staged_problem_key" PRIMARY KEY("upload","row","number"),
	CONSTRAINT "staged_problem_severity_known" CHECK ("staged_problem"."severity" in ('error', 'warning')),
	CONSTRAINT "staged_problem_found_by_known" CHECK ("staged_problem"."found_by" in ('reading', 'comparing'))
);
--> statement-breakpoint
CREATE TABLE "staged_series" (
	"upload" integer NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"rows" integer NOT NULL,
	"series_id" integer,
	"is_even" boolean DEFAULT false NOT NULL,
	"median" numeric,
	"added" integer DEFAULT 0 NOT NULL,
	"revised" integer DEFAULT 0 NOT NULL,
	"withdrawn" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"missing" integer DEFAULT 0 NOT NULL,
	"moved" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "staged_series_key" PRIMARY KEY("upload","number"),
	CONSTRAINT "staged_series_code" UNIQUE("upload","code")
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "upload_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"author" text NOT NULL,
	"file_name" text NOT NULL,
	"byte_size" bigint DEFAULT 0 NOT NULL,
	"file_hash" text,
	"state" text DEFAULT 'staging' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"rows_staged" integer DEFAULT 0 NOT NULL,
	"rows_total" integer,
	"errors" integer DEFAULT 0 NOT NULL,
	"warnings" integer DEFAULT 0 NOT NULL,
	"value_columns" text[] DEFAULT '{}'::text[] NOT NULL,
	"cited_sources" text[] DEFAULT '{}'::text[] NOT NULL,
	"base" bigint,
	"summary" jsonb,
	"revision" bigint,
	CONSTRAINT "upload_id_unique" UNIQUE("id"),
	CONSTRAINT "upload_author_filled" CHECK (btrim("upload"."author") <> ''),
	CONSTRAINT "upload_file_name_filled" CHECK (btrim("upload"."file_name") <> ''),
	CONSTRAINT "upload_file_hash_form" CHECK ("upload"."file_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "upload_state_known" CHECK ("upload"."state" in ('staging', 'staged', 'committed', 'discarded')),
	CONSTRAINT "upload_committed_as_revision" CHECK (("upload"."state" = 'committed') = ("upload"."revision" is not null)),
	CONSTRAINT "upload_compared_with_base" CHECK (("upload"."base" is null) = ("upload"."summary" is null))
);
--> statement-breakpoint
CREATE TABLE "upload_part" (
	"upload" integer NOT NULL,
	"part" integer NOT NULL,
	"deflated" "bytea" NOT NULL,
	CONSTRAINT "upload_part_key" PRIMARY KEY("upload","part")
);
--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "undoes" bigint;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "undoes_series" text;--> statement-breakpoint
ALTER TABLE "revision_change" ADD CONSTRAINT "revision_change_revision_revision_number_fk" FOREIGN KEY ("revision") REFERENCES "public"."revision"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_series" ADD CONSTRAINT "revision_series_revision_revision_number_fk" FOREIGN KEY ("revision") REFERENCES "public"."revision"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_series" ADD CONSTRAINT "revision_series_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_series" ADD CONSTRAINT "staged_series_upload_upload_number_fk" FOREIGN KEY ("upload") REFERENCES "public"."upload"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_series" ADD CONSTRAINT "staged_series_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_revision_revision_number_fk" FOREIGN KEY ("revision") REFERENCES "public"."revision"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_part" ADD CONSTRAINT "upload_part_upload_upload_number_fk" FOREIGN KEY ("upload") REFERENCES "public"."upload"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "revision_change_row" ON "revision_change" USING btree ("table_name","key");--> statement-breakpoint
CREATE INDEX "revision_series_series" ON "revision_series" USING btree ("series_id","revision");--> statement-breakpoint
CREATE INDEX "staged_change_move" ON "staged_change" USING btree ("upload",abs("move") desc) WHERE "staged_change"."move" is not null;--> statement-breakpoint
CREATE INDEX "staged_change_unmoved" ON "staged_change" USING btree ("upload","kind","series","period_start") WHERE "staged_change"."move" is null and "staged_change"."kind" <> 'new';--> statement-breakpoint
CREATE INDEX "staged_problem_error" ON "staged_problem" USING btree ("upload","row") WHERE "staged_problem"."severity" = 'error';--> statement-breakpoint
CREATE INDEX "upload_open" ON "upload" USING btree ("author","state");--> statement-breakpoint
CREATE INDEX "upload_revision" ON "upload" USING btree ("revision");--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_undoes_revision_number_fk" FOREIGN KEY ("undoes") REFERENCES "public"."revision"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_undoes_as_rollback" CHECK (case when "revision"."kind" = 'rollback'
        then "revision"."undoes" is not null and "revision"."undoes" < "revision"."number"
        else num_nonnulls("revision"."undoes", "revision"."undoes_series") = 0 end);