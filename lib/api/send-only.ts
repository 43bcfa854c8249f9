import { onlyAllowing } from "./method-not-allowed.ts";

/** Answers every method but `POST` at an address that things are only sent to. */
const { refuse, options } = onlyAllowing("POST, OPTIONS", "This address can only be sent to");

export { options as OPTIONS, refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
