import { z } from "zod";
import { Choice, namesIn, Shared } from "./forms.ts";
import { type ColumnChoice, draftMapping } from "./map/choose-columns.ts";
import { DateReading, type UploadSettings } from "./settings.ts";

type Chosen = Pick<UploadSettings, "mapping" | "defaults">;

/**
 * What the form of the columns says so far, for whoever leaves it to come back: all of it that is sound, however much is
 * still missing. What is not sound stays as the settings have it. A form that is done is read by `readColumns`, which says
 * what `codes` are.
 */
export function draftOf(form: FormData, { mapping, defaults }: Chosen, codes: ReadonlySet<string>): Chosen {
  const before = DateReading.parse(mapping?.dates ?? {});
  const { shape } = Shared;
  const said = z.object({
    currency: shape.currency.catch(mapping?.values.currency ?? null),
    order: shape.order.catch(before.order),
    serials: shape.serials.catch(before.serials),
    dayInPeriod: shape.dayInPeriod.unwrap().catch(before.dayInPeriod),
    vintage: shape.vintage.catch(defaults.vintage),
    source: shape.source.catch(defaults.source),
    status: shape.status.catch(defaults.status),
  });
  const { currency, order, serials, dayInPeriod, ...rows } = said.parse(Object.fromEntries(form));
  const dates = { ...before, order, serials, dayInPeriod };
  const names = namesIn(form).filter(([, code]) => codes.has(code));
  const seriesNames = { ...mapping?.seriesNames, ...Object.fromEntries(names) };
  const drafted = draftMapping(choicesIn(form, currency, codes), { dates, seriesNames });
  return {
    mapping: drafted ?? (mapping && { ...mapping, dates, seriesNames }),
    defaults: { ...defaults, ...rows },
  };
}

function choicesIn(form: FormData, currency: string | null, codes: ReadonlySet<string>): ColumnChoice[] {
  const choices: ColumnChoice[] = [];
  for (let at = 0; form.has(`name-${at}`); at += 1) {
    const fields = Object.keys(Choice.shape);
    const sent = fields.map((field) => [field, String(form.get(`${field}-${at}`) ?? "")]);
    const read = Choice.safeParse(Object.fromEntries(sent));
    if (!read.success) continue;
    const { name, means, series, style, scale } = read.data;
    const code = codes.has(series) ? series : "";
    choices.push({ name, means, series: code, values: { style, scale, currency } });
  }
  return choices;
}
