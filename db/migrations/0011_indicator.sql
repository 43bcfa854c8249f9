CREATE TABLE "indicator" (
	"name" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"pillar" text NOT NULL,
	"kind" text NOT NULL,
	"definition" text NOT NULL,
	"now" text NOT NULL,
	"then" text,
	"over" text,
	"calm" text,
	"calm_from" text,
	"calm_to" text,
	"display" text DEFAULT 'auto' NOT NULL,
	"direction" text NOT NULL,
	"weight" numeric NOT NULL,
	"figure" text,
	"against" text NOT NULL,
	"would_change" text NOT NULL,
	"method_version" integer NOT NULL,
	CONSTRAINT "indicator_name_form" CHECK ("indicator"."name" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "indicator_title_filled" CHECK (btrim("indicator"."title") <> ''),
	CONSTRAINT "indicator_pillar_known" CHECK ("indicator"."pillar" in ('venture', 'concentration', 'build-out', 'labs', 'markets', 'listings')),
	CONSTRAINT "indicator_kind_known" CHECK ("indicator"."kind" in ('level', 'latest-ratio', 'explosiveness')),
	CONSTRAINT "indicator_display_known" CHECK ("indicator"."display" in ('auto', 'percent', 'multiple', 'number')),
	CONSTRAINT "indicator_direction_known" CHECK ("indicator"."direction" in ('higher', 'lower')),
	CONSTRAINT "indicator_definition_filled" CHECK (btrim("indicator"."definition") <> ''),
	CONSTRAINT "indicator_against_filled" CHECK (btrim("indicator"."against") <> ''),
	CONSTRAINT "indicator_calm_from_form" CHECK ("indicator"."calm_from" ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-H[12]|-W[0-5][0-9])?$'),
	CONSTRAINT "indicator_calm_to_form" CHECK ("indicator"."calm_to" ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-H[12]|-W[0-5][0-9])?$'),
	CONSTRAINT "indicator_calm_complete" CHECK (num_nulls("indicator"."calm_from", "indicator"."calm_to") in (0, 2)),
	CONSTRAINT "indicator_over_by_kind" CHECK (("indicator"."kind" = 'latest-ratio') = ("indicator"."over" is not null)),
	CONSTRAINT "indicator_weight_range" CHECK ("indicator"."weight" >= 0),
	CONSTRAINT "indicator_method_version_range" CHECK ("indicator"."method_version" > 0)
);
--> statement-breakpoint
CREATE TABLE "threshold" (
	"name" text PRIMARY KEY NOT NULL,
	"set_name" text NOT NULL,
	"version" integer NOT NULL,
	"indicator" text NOT NULL,
	"position" integer NOT NULL,
	"at" numeric,
	"level" text NOT NULL,
	"source_id" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "threshold_place" UNIQUE("set_name","version","indicator","position"),
	CONSTRAINT "threshold_name_form" CHECK ("threshold"."name" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "threshold_set_form" CHECK ("threshold"."set_name" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "threshold_indicator_form" CHECK ("threshold"."indicator" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "threshold_version_range" CHECK ("threshold"."version" > 0),
	CONSTRAINT "threshold_position_range" CHECK ("threshold"."position" > 0),
	CONSTRAINT "threshold_only_lowest_open" CHECK ("threshold"."at" is not null or "threshold"."position" = 1),
	CONSTRAINT "threshold_level_filled" CHECK (btrim("threshold"."level") <> '')
);
--> statement-breakpoint
ALTER TABLE "revision_change" DROP CONSTRAINT "revision_change_table_known";--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_figure_figure_name_fk" FOREIGN KEY ("figure") REFERENCES "public"."figure"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threshold" ADD CONSTRAINT "threshold_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_change" ADD CONSTRAINT "revision_change_table_known" CHECK ("revision_change"."table_name" in ('sources', 'series', 'eras', 'events', 'rounds', 'seedFacts', 'figures', 'indicators', 'thresholds'));