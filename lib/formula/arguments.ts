import { REGULAR_FREQUENCIES } from "../periods/frequency.ts";
import { parsePeriod } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import type { FunctionEntry, Parameter } from "./functions.ts";
import type { Sketch } from "./grammar.ts";
import { AGGREGATION_METHODS, type CallOptions } from "./node.ts";
import type { TextSpan } from "./span.ts";

const MOST_STEPS = 10_000;

interface ArgumentFault {
  readonly span: TextSpan;
  readonly message: string;
}

/**
 * The options after a call's operand, read by the function's parameters. Errors: one too many or too few,
 * or one of the wrong kind, with the part and what is expected there.
 */
export function readArguments(
  entry: FunctionEntry,
  call: Extract<Sketch, { kind: "call" }>,
): Result<CallOptions, ArgumentFault> {
  const given = call.args.slice(1);
  const surplus = given[entry.parameters.length];
  if (surplus) {
    return err({
      span: surplus.span,
      message: `${entry.name} takes no argument here; write \`${entry.form}\`.`,
    });
  }
  let options: CallOptions = {};
  for (const [position, parameter] of entry.parameters.entries()) {
    const argument = given[position];
    if (argument === undefined) {
      if (!parameter.required) break;
      return err({
        span: call.span,
        message: `${entry.name} needs ${wanted(parameter)}: \`${entry.form}\`.`,
      });
    }
    const option = readOption(parameter, argument.kind === "token" ? argument.text : "");
    if (!option) {
      return err({
        span: argument.span,
        message: `${parameter.name} of ${entry.name} must be ${wanted(parameter)}.`,
      });
    }
    options = { ...options, ...option };
  }
  return ok(options);
}

function readOption(parameter: Parameter, text: string): CallOptions | null {
  switch (parameter.kind) {
    case "steps": {
      const steps = Number(text);
      return /^\d+$/.test(text) && steps >= 1 && steps <= MOST_STEPS ? { steps } : null;
    }
    case "base":
      return parsePeriod(text) ? { base: text } : null;
    case "frequency": {
      const frequency = REGULAR_FREQUENCIES.find((f) => f === text);
      return frequency ? { frequency } : null;
    }
    case "method": {
      const method = AGGREGATION_METHODS.find((m) => m === text);
      return method ? { method } : null;
    }
  }
}

function wanted(parameter: Parameter): string {
  switch (parameter.kind) {
    case "steps":
      return `a whole number of periods from 1 to ${MOST_STEPS}`;
    case "base":
      return "a base period such as 2024, 2024-Q2 or 2024-08";
    case "frequency":
      return "a frequency: A, H, Q, M, W or D";
    case "method":
      return "a method: sum, avg or eop";
  }
}
