interface Props {
  readonly asOf: string | undefined;
  readonly today: string;
}

/** Shows the composite as what was known on a past day gives it, by today's method; works without script. */
export function ReplayForm({ asOf, today }: Props) {
  const day = asOf !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : "";
  return (
    <form className="stacked-form" action="/composite" method="get">
      <label className="labelled">
        <span>Day</span>
        <input className="field" type="date" name="asOf" required defaultValue={day} max={today} />
      </label>
      <p className="remark">
        Only what had been published by that day counts. Many series are stored as one copy of today: before
        the day of that copy they were not known here.
      </p>
      <button className="button" type="submit">
        Show it
      </button>
    </form>
  );
}
