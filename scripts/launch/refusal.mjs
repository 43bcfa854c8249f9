/** A stated reason not to go on: the message names the value and the remedy, and is all that is printed. */
export class Refusal extends Error {}

/**
 * Prints a refusal as its sentence; any other error is our own mistake and keeps its stack.
 *
 * @param {unknown} error
 */
export function report(error) {
  console.error(error instanceof Refusal ? error.message : error);
}

/**
 * The system's code of a failed call ("EACCES"), or "unknown".
 *
 * @param {unknown} error
 * @returns {string}
 */
export function systemCode(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
