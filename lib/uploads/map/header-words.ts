/** What a column may mean. */
export const ROLES = ["series", "period", "value", "vintage", "status", "source", "note"] as const;
export type Role = (typeof ROLES)[number];

/** What headers say for each meaning in English, German and French, without accents, capitals and marks. */
const WORDS: Readonly<Record<Role, readonly string[]>> = {
  series: [
    ...[
      "series",
      "series code",
      "series id",
      "seriesid",
      "code",
      "indicator",
      "variable",
      "measure",
      "symbol",
      "ticker",
    ],
    ...["serie", "reihe", "zeitreihe", "reihencode", "kennzahl", "indikator", "indicateur", "code serie"],
  ],
  period: [
    ...[
      "period",
      "date",
      "time",
      "time period",
      "year",
      "quarter",
      "month",
      "week",
      "day",
      "observation date",
      "ref period",
    ],
    ...["periode", "datum", "zeit", "zeitraum", "jahr", "quartal", "monat", "halbjahr", "woche", "tag"],
    ...["annee", "trimestre", "mois", "semestre", "semaine", "jour"],
  ],
  value: [
    ...[
      "value",
      "values",
      "amount",
      "obs value",
      "observation",
      "observation value",
      "price",
      "close",
      "level",
    ],
    ...["wert", "werte", "betrag", "kurs", "hohe", "valeur", "montant", "prix"],
  ],
  vintage: [
    ...[
      "vintage",
      "as of",
      "release",
      "release date",
      "released",
      "published",
      "publication date",
      "known",
      "known on",
      "known since",
    ],
    ...["realtime start", "stand", "veroffentlicht", "veroffentlichung", "publie", "date de publication"],
  ],
  status: ["status", "obs status", "flag", "statut", "etat"],
  source: ["source", "source key", "sources", "citation", "quelle"],
  note: [
    ...["note", "notes", "comment", "comments", "remark", "remarks", "footnote"],
    ...["anmerkung", "bemerkung", "kommentar", "hinweis", "remarque", "commentaire"],
  ],
};

const BY_WORD: ReadonlyMap<string, Role> = new Map(
  ROLES.flatMap((role) => WORDS[role].map((word) => [word, role] as const)),
);

/** The meaning that a header names, and whether it is the whole header or a part such as `Value · USD bn`. */
export function roleOfHeader(header: string): { role: Role; isWhole: boolean } | null {
  const bare = header
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  const whole = BY_WORD.get(bare.replace(/[^a-z0-9]+/g, " ").trim());
  if (whole) return { role: whole, isWhole: true };
  const first =
    bare
      .split(/[([·/,:]/)[0]
      ?.replace(/[^a-z0-9]+/g, " ")
      .trim() ?? "";
  const part = BY_WORD.get(first);
  return part ? { role: part, isWhole: false } : null;
}
