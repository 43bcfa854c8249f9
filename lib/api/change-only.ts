import { onlyAllowing } from "./method-not-allowed.ts";

/** Answers `POST` and `PUT` at the address of something that can be read, changed in part and given up. */
const { refuse, options } = onlyAllowing(
  "GET, HEAD, PATCH, DELETE, OPTIONS",
  "What is at this address can be read, changed and discarded",
);

export { options as OPTIONS, refuse as POST, refuse as PUT };
