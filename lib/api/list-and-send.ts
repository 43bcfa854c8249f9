import { onlyAllowing } from "./method-not-allowed.ts";

/** Answers every method but `GET` and `POST` at the address of a list that things are sent to. */
const { refuse, options } = onlyAllowing(
  "GET, HEAD, POST, OPTIONS",
  "What is at this address can be listed and sent to",
);

export { options as OPTIONS, refuse as DELETE, refuse as PATCH, refuse as PUT };
