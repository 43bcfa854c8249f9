import Link from "next/link";
import { ActionForm } from "../../../../../_components/ui/action-form.tsx";
import { SubmitButton } from "../../../../../_components/ui/submit-button.tsx";
import { TextField } from "../../../../../_components/ui/text-field.tsx";
import type { FormAction } from "../../../../../_data/guarded-action.ts";
import type { RollBackView } from "../../../../../_data/roll-back.ts";

/** Agrees to the dry run as it is shown, at the revision it was made for, with a message of why. */
export function RollBackForm({
  plan,
  what,
  action,
}: {
  readonly plan: RollBackView;
  /** What is rolled back: `revision 12`. */
  readonly what: string;
  readonly action: FormAction;
}) {
  const { revision, onlySeries, base } = plan;
  return (
    <section>
      <h2>Roll it back</h2>
      <ActionForm action={action} label={`Roll back ${what}`} className="stacked-form">
        {plan.restoresNothing ? (
          <p>There is nothing to do.</p>
        ) : (
          <>
            <input type="hidden" name="revision" value={revision.number} />
            <input type="hidden" name="series" value={onlySeries ?? ""} />
            <input type="hidden" name="base" value={base} />
            <TextField
              name="message"
              label="Message"
              hint="Why it is taken back; kept with the new revision."
              initial={`Roll back ${what}`}
            />
            <SubmitButton>Roll back {what}</SubmitButton>
          </>
        )}
        <p className="hint">
          Planned at revision {base}. It becomes a revision of its own, which can itself be rolled back.
        </p>
      </ActionForm>
      <p className="table-acts">
        <Link className="button" href={`/admin/revisions/${revision.number}`} prefetch={false}>
          Back to the receipt
        </Link>
      </p>
    </section>
  );
}
