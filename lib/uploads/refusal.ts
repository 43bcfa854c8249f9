/** There is no upload of this id that could still be changed: it is unknown, committed, or discarded. */
export interface NoOpenUpload {
  readonly kind: "no-open-upload";
  readonly id: string;
}

/** Meanwhile somebody staged or compared the same upload anew, and this work was stopped. */
export interface Superseded {
  readonly kind: "superseded";
  readonly id: string;
}

/** Not all rows of the upload are staged. */
export interface NotStaged {
  readonly kind: "not-staged";
  readonly id: string;
}

/** The file has more bytes than may be kept. */
export interface TooLarge {
  readonly kind: "too-large";
  readonly maxBytes: number;
}

/** Why a commit of an upload did not take place; nothing was stored. */
export type CommitRefusal =
  | NoOpenUpload
  | Superseded
  | NotStaged
  /** The staged rows were not compared with the store. */
  | { readonly kind: "not-compared"; readonly id: string }
  /** Rows with errors are neither mended nor left out on purpose, or an error is about the whole file. */
  | { readonly kind: "has-errors"; readonly errors: number }
  /** Rows are left out by hand while stored values that the file lacks are withdrawn: theirs would be among them. */
  | { readonly kind: "left-out-rows"; readonly rows: number }
  /** Rows of series that the store lacks or has retired, and that the upload does not bring. */
  | { readonly kind: "unknown-series"; readonly codes: readonly string[] }
  /** Values cite sources that the store lacks and that the upload does not bring. */
  | { readonly kind: "unknown-sources"; readonly keys: readonly string[] };
