import { sql } from "drizzle-orm";
import { check, integer, numeric, pgTable, text } from "drizzle-orm/pg-core";
import { DIRECTIONS } from "../../lib/gauge/direction.ts";
import { INDICATOR_DISPLAYS, INDICATOR_KINDS } from "../../lib/indicators/indicator.ts";
import { PILLARS } from "../../lib/indicators/pillar.ts";
import { isFilled, isKebabCase, isOneOf, isPeriodText } from "./checks.ts";
import { figure } from "./figure.ts";

/** A documented function of series, in data: see `Indicator`. */
export const indicator = pgTable(
  "indicator",
  {
    name: text("name").primaryKey(),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    pillar: text("pillar", { enum: PILLARS }).notNull(),
    kind: text("kind", { enum: INDICATOR_KINDS }).notNull(),
    definition: text("definition").notNull(),
    now: text("now").notNull(),
    then: text("then"),
    over: text("over"),
    calm: text("calm"),
    calmFrom: text("calm_from"),
    calmTo: text("calm_to"),
    display: text("display", { enum: INDICATOR_DISPLAYS }).notNull().default("auto"),
    direction: text("direction", { enum: DIRECTIONS }).notNull(),
    weight: numeric("weight").notNull(),
    figure: text("figure").references(() => figure.name),
    against: text("against").notNull(),
    wouldChange: text("would_change").notNull(),
    methodVersion: integer("method_version").notNull(),
  },
  (table) => [
    check("indicator_name_form", isKebabCase(table.name)),
    check("indicator_title_filled", isFilled(table.title)),
    check("indicator_pillar_known", isOneOf(table.pillar, PILLARS)),
    check("indicator_kind_known", isOneOf(table.kind, INDICATOR_KINDS)),
    check("indicator_display_known", isOneOf(table.display, INDICATOR_DISPLAYS)),
    check("indicator_direction_known", isOneOf(table.direction, DIRECTIONS)),
    check("indicator_definition_filled", isFilled(table.definition)),
    check("indicator_against_filled", isFilled(table.against)),
    check("indicator_calm_from_form", isPeriodText(table.calmFrom)),
    check("indicator_calm_to_form", isPeriodText(table.calmTo)),
    check("indicator_calm_complete", sql`num_nulls(${table.calmFrom}, ${table.calmTo}) in (0, 2)`),
    check("indicator_over_by_kind", sql`(${table.kind} = 'latest-ratio') = (${table.over} is not null)`),
    check("indicator_weight_range", sql`${table.weight} >= 0`),
    check("indicator_method_version_range", sql`${table.methodVersion} > 0`),
  ],
);
