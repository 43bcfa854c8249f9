import { boolean, check, date, integer, pgTable, text } from "drizzle-orm/pg-core";
import { isFilled } from "./checks.ts";

/** A publisher's data set or document: where numbers come from and what may be done with them. */
export const source = pgTable(
  "source",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    key: text("key").notNull().unique(),
    publisher: text("publisher").notNull(),
    title: text("title").notNull(),
    url: text("url").notNull().default(""),
    /** As precise as the publisher is: a day, a month or a year. */
    published: text("published"),
    accessed: date("accessed", { mode: "string" }),
    licence: text("licence").notNull(),
    redistributable: boolean("redistributable").notNull(),
    citation: text("citation").notNull().default(""),
  },
  (table) => [
    check("source_key_filled", isFilled(table.key)),
    check("source_publisher_filled", isFilled(table.publisher)),
    check("source_title_filled", isFilled(table.title)),
  ],
);
