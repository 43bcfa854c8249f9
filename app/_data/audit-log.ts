import "server-only";
import { type AuditFilter, auditEntries, type ReadAuditEntry } from "../../db/queries/audit.ts";
import { people } from "../../db/queries/people.ts";
import { AUDIT_ACTIONS, AUDIT_WORDS } from "../../lib/auth/audit.ts";
import type { AuditSearch } from "../../lib/auth/audit-search.ts";
import type { Person } from "../../lib/auth/person.ts";
import { writeCsv } from "../../lib/csv/write-csv.ts";
import { store } from "./store.ts";

const PAGE = 50;
const CSV_PART = 1_000;
const COLUMNS = ["number", "at", "action", "person", "email", "api_key", "address", "subject", "detail"];

/** An entry as the log shows it, with its action in words. */
export interface AuditView extends ReadAuditEntry {
  readonly words: string;
}

/** One page of the log. */
export interface AuditPage {
  readonly entries: readonly AuditView[];
  /** Where the next, older page begins; `null` when this is the last. */
  readonly olderBefore: number | null;
  /** Everyone to choose from. */
  readonly people: readonly Person[];
}

/** The entries that a search finds, newest first, a page at a time. */
export async function loadAuditPage(search: AuditSearch): Promise<AuditPage> {
  const { db } = await store();
  const [found, everyone] = await Promise.all([
    auditEntries(db, filterOf(search), { limit: PAGE + 1, before: search.before }),
    people(db),
  ]);
  const shown = found.slice(0, PAGE);
  return {
    entries: shown.map((entry) => ({ ...entry, words: wordsOf(entry.action) })),
    olderBefore: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    people: everyone,
  };
}

/** All entries that a search finds as CSV, newest first, in parts that are read as they are asked for. */
export async function* auditCsv(search: AuditSearch): AsyncGenerator<string> {
  const { db } = await store();
  yield writeCsv([COLUMNS]);
  let before = search.before;
  for (;;) {
    const part = await auditEntries(db, filterOf(search), { limit: CSV_PART, before });
    if (part.length > 0) yield writeCsv(part.map(csvRow));
    if (part.length < CSV_PART) return;
    before = part.at(-1)?.id;
  }
}

function csvRow({ id, at, action, person, key, address, subject, detail }: ReadAuditEntry) {
  const who = [person?.name ?? null, person?.email ?? null, key];
  return [String(id), at.toISOString(), action, ...who, address, subject, detail];
}

function filterOf({ person, action, from, to }: AuditSearch): AuditFilter {
  return {
    personId: person || undefined,
    action: action || undefined,
    from: from || undefined,
    to: to || undefined,
  };
}

/** An action that this version of the product no longer writes is shown by its name. */
function wordsOf(action: string): string {
  const known = AUDIT_ACTIONS.find((each) => each === action);
  return known ? AUDIT_WORDS[known] : action;
}
