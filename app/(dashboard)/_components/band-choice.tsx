import { address } from "../../../lib/api/address.ts";
import type { ThresholdSet } from "../../../lib/indicators/threshold.ts";

interface Props {
  readonly sets: readonly ThresholdSet[];
  readonly chosen: ThresholdSet | null;
  readonly asOf: string | undefined;
}

/** By whose bands the readings are worded, with those of others a link away. */
export function BandChoice({ sets, chosen, asOf }: Props) {
  if (chosen === null) return null;
  const others = sets.filter(({ name }) => name !== chosen.name);
  return (
    <>
      Bands: {chosen.name}, version {chosen.version}.
      {others.map(({ name }) => (
        <span key={name}>
          {" "}
          <a href={`${address("/", { asOf, bands: name })}#readings`}>Read under {name}</a>
        </span>
      ))}
    </>
  );
}
