/** Why the store could not be opened. */
export type StoreErrorKind =
  | "not-writable"
  | "disk-full"
  | "no-hard-links"
  | "locked"
  | "broken-folder"
  | "unreachable"
  | "newer-schema";

/**
 * The store cannot be opened for a reason that lies outside our code. The message is one sentence for the
 * operator with what is wrong, where, and the remedy; it never holds a password.
 */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/**
 * Whether an error is a `StoreError`, also one of another copy of this module: a server bundle may hold
 * several, between which `instanceof` fails.
 */
export function isStoreError(error: unknown): error is StoreError {
  return error instanceof Error && error.name === "StoreError" && "kind" in error;
}

/** The `code` of an error of Node, PGlite or PostgreSQL, looked for along its causes. */
export function errorCode(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return null;
}

/** The sentence for a failed file operation in the data folder, or the error itself if it is another one. */
export function folderError(folder: string, error: unknown): unknown {
  switch (errorCode(error)) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new StoreError(
        "not-writable",
        `The data folder ${folder} is not writable: give this user write access, or choose another with --data.`,
        error,
      );
    case "ENOTDIR":
    case "EEXIST":
      return new StoreError(
        "not-writable",
        `The data folder ${folder} cannot be made because a file is in its place: move the file, or choose another folder with --data.`,
        error,
      );
    case "ENOSPC":
    case "EDQUOT":
      return diskFull(folder, error);
    default:
      return error;
  }
}

/** The sentence for a full disk. */
export function diskFull(folder: string, cause?: unknown): StoreError {
  return new StoreError(
    "disk-full",
    `The disk that holds the data folder ${folder} is full: free some space, or choose another folder with --data.`,
    cause,
  );
}
