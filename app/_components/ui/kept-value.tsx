"use client";

import { useField } from "./form-context.ts";

/** A value that goes with a form unseen. After a refusal it is what the answer says it is now. */
export function KeptValue({ name, value }: { readonly name: string; readonly value: string }) {
  const { typed } = useField(name);
  const now = typed ?? value;
  return <input key={now} type="hidden" name={name} defaultValue={now} />;
}
