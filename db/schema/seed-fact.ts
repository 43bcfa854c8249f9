import { check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { SHOWN_AS, TARGET_KINDS, VERDICTS } from "../../lib/claims/claim.ts";
import { isFilled, isOneOf } from "./checks.ts";

/** Where a claim of the starting article is found in the store, and what checking it gave. */
export const seedFact = pgTable(
  "seed_fact",
  {
    /** Counts up in the order of the file, which is the order of reading within a claim. */
    id: integer("id").generatedAlwaysAsIdentity().notNull(),
    claim: integer("claim").notNull(),
    text: text("text").notNull(),
    verdict: text("verdict", { enum: VERDICTS }).notNull(),
    targetKind: text("target_kind", { enum: TARGET_KINDS }).notNull(),
    /** `CODE@period`, the code of a round or event, or a series code. */
    target: text("target").notNull(),
    shownAs: text("shown_as", { enum: SHOWN_AS }).notNull(),
  },
  (table) => [
    primaryKey({ name: "seed_fact_key", columns: [table.claim, table.targetKind, table.target] }),
    check("seed_fact_text_filled", isFilled(table.text)),
    check("seed_fact_target_filled", isFilled(table.target)),
    check("seed_fact_verdict_known", isOneOf(table.verdict, VERDICTS)),
    check("seed_fact_target_kind_known", isOneOf(table.targetKind, TARGET_KINDS)),
    check("seed_fact_shown_as_known", isOneOf(table.shownAs, SHOWN_AS)),
  ],
);
