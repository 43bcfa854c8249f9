import type { IngestionRefusal } from "./ingest.ts";
import { type Problem, problemWords } from "./problem.ts";

const shownPerFile = 10;

/** A refusal for people: one heading a file with its first problems below, or one sentence. */
export function renderReport(refusal: IngestionRefusal): string {
  if (refusal.kind === "store-moved-on") {
    return `The store moved from revision ${refusal.planned} to ${refusal.revision} meanwhile; nothing was stored. Try again.`;
  }
  const files = [...new Set(refusal.problems.map((problem) => problem.resource))];
  const ofFile = (file: string) => refusal.problems.filter((problem) => problem.resource === file);
  return files.map((file) => fileReport(file, ofFile(file))).join("\n");
}

function fileReport(resource: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const shown = problems.slice(0, shownPerFile).map((problem) => `  ${problemWords(problem)}`);
  const rest = problems.length - shown.length;
  return [`${count} in ${resource}:`, ...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])].join("\n");
}
