/** The steps of an upload, in their order; each is an address of its own. */
export const UPLOAD_STEPS = ["file", "columns", "check", "changes"] as const;
export type UploadStep = (typeof UPLOAD_STEPS)[number];
