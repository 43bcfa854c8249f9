import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";

/** Something to type or a piece of a file, as it is; a long line scrolls inside itself. */
export function Command({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <ScrollRegion label={label}>
      <pre className="command">
        <code>{children}</code>
      </pre>
    </ScrollRegion>
  );
}
