import { boolean, check, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { FigureSpec } from "../../lib/figures/spec.ts";
import { isKebabCase } from "./checks.ts";

/** A saved figure; the dashboard is those with `is_on_dashboard`, by position. */
export const figure = pgTable(
  "figure",
  {
    name: text("name").primaryKey(),
    position: integer("position").notNull(),
    spec: jsonb("spec").$type<FigureSpec>().notNull(),
    isOnDashboard: boolean("is_on_dashboard").notNull().default(false),
  },
  (table) => [check("figure_name_form", isKebabCase(table.name))],
);
