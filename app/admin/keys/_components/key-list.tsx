import { formatInstant } from "../../../../lib/numbers/format-instant.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { SubmitButton } from "../../../_components/ui/submit-button.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";
import type { KeyView } from "../../../_data/api-keys.ts";

const COLUMNS = [
  { label: "Key" },
  { label: "Scopes" },
  { label: "Made by" },
  { label: "Last used" },
  { label: "Standing" },
];

/** All keys; part of a form that tells by the button which to revoke. Revoking is for good, so it takes two presses. */
export function KeyList({ keys }: { readonly keys: readonly KeyView[] }) {
  return (
    <ScrollRegion label="API keys">
      <table className="table stacks">
        <caption className="visually-hidden">API keys, newest first</caption>
        <TableHead columns={COLUMNS} />
        <tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function KeyRow({ apiKey }: { readonly apiKey: KeyView }) {
  const { name, start, scopes, owner, createdAt, lastUsedAt } = apiKey;
  return (
    <tr>
      <th scope="row">
        {name}
        <p className="remark">
          <code>{start}…</code>
        </p>
      </th>
      <td data-label="Scopes:">{scopes.join(", ")}</td>
      <td data-label="Made by:">
        {owner}
        <p className="remark nowrap">{formatInstant(createdAt)}</p>
      </td>
      <td className="nowrap" data-label="Last used:">
        {lastUsedAt ? formatInstant(lastUsedAt) : "never"}
      </td>
      <td>
        <Standing apiKey={apiKey} />
      </td>
    </tr>
  );
}

function Standing({ apiKey }: { readonly apiKey: KeyView }) {
  const { id, name, revokedAt, isOwnerDisabled } = apiKey;
  if (revokedAt !== null) {
    return (
      <>
        <span className="tag hollow">revoked</span>
        <p className="remark nowrap">{formatInstant(revokedAt)}</p>
      </>
    );
  }
  return (
    <div className="row-acts">
      {isOwnerDisabled && <span className="tag hollow">its owner is disabled</span>}
      <details>
        <summary className="button">
          Revoke<span className="visually-hidden"> {name}</span>…
        </summary>
        <SubmitButton name="key" value={id} isLead={false}>
          Revoke<span className="visually-hidden"> {name}</span> for good
        </SubmitButton>
      </details>
    </div>
  );
}
