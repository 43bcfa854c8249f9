import { namedCodes } from "./node.ts";
import type { Operand } from "./operand.ts";
import { isOneCompiler } from "./part-of.ts";
import { doOverlap, isPartOfScope, MIXED, type Scope } from "./scope.ts";
import { doMeet } from "./timing.ts";
import { placePhrase, quantityWord, sectorPhrase } from "./wording.ts";

/**
 * Whether the sum of two amounts of one unit counts something twice: their scopes overlap, they have some time in
 * common, and they count the same quantity. That they do is known of one compiler's series, and of codes that begin with the same word.
 * Companies are left out: nothing tells which sector and place hold which of them.
 */
export function isCountedTwice(left: Operand, right: Operand): boolean {
  return (
    [left, right].every(({ type }) => type.geography !== "COMPANY") &&
    doOverlap(left.type, right.type) &&
    doMeet(left.timing, right.timing) &&
    (isOneCompiler(left, right) || isOneQuantity(left, right))
  );
}

/** `Counted twice: AI is part of all sectors.` */
export function countedTwiceSentence({ type: a }: Operand, { type: b }: Operand): string {
  if (isPartOfScope(a, b)) return `Counted twice: ${partPhrase(a, b)}.`;
  if (isPartOfScope(b, a)) return `Counted twice: ${partPhrase(b, a)}.`;
  const [inA, inB] = [scopePhrase(a), scopePhrase(b)];
  return `Counted twice in part: ${inA} and ${inB} overlap.`;
}

function isOneQuantity(left: Operand, right: Operand): boolean {
  const words = new Set(namedCodes(left.node).map(quantityWord));
  return namedCodes(right.node).some((code) => words.has(quantityWord(code)));
}

/** Told by what differs: place, sector or both. */
function partPhrase(inner: Scope, outer: Scope): string {
  if (inner.sector === outer.sector) {
    return `${placePhrase(inner.geography)} ${isOrAre(inner.geography)} part of ${placePhrase(outer.geography)}`;
  }
  const [part, whole] =
    inner.geography === outer.geography
      ? [sectorNoun(inner.sector), sectorNoun(outer.sector)]
      : [scopePhrase(inner), scopePhrase(outer)];
  return `${part} ${isOrAre(inner.sector)} part of ${whole}`;
}

/** Several places or sectors are a part, one is. */
function isOrAre(part: string): string {
  return part === MIXED ? "are" : "is";
}

function scopePhrase({ geography, sector }: Scope): string {
  return `${sectorNoun(sector)} in ${placePhrase(geography)}`;
}

function sectorNoun(sector: string): string {
  if (sector === "ALL") return "all sectors";
  return sector === MIXED ? "several sectors" : sectorPhrase(sector);
}
