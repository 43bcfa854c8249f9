import { onlyAllowing } from "./method-not-allowed.ts";

/** Answers every method but reading at an address that can only be read. */
const { refuse, options } = onlyAllowing("GET, HEAD, OPTIONS", "This address can only be read");

export { options as OPTIONS, refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
