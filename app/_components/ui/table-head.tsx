interface Column {
  readonly label: string;
  /** Numbers stand to the right, so that their digits line up. */
  readonly isNumber?: boolean;
}

/** The head of a table: one cell a column. */
export function TableHead({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ label, isNumber = false }) => (
          <th key={label} scope="col" className={isNumber ? "number" : undefined}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
