/** What a commit to the store was: the starter catalogue, an upload, an edit by hand, or a roll-back. */
export const REVISION_KINDS = ["catalogue", "import", "edit", "rollback"] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/** Each kind as pages call it. */
export const REVISION_KIND_WORDS: Readonly<Record<RevisionKind, string>> = {
  catalogue: "catalogue",
  import: "upload",
  edit: "edit",
  rollback: "roll-back",
};
