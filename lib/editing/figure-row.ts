import type { FigureSpec } from "../figures/spec.ts";
import { boolean, type Cell, natural, ofForm } from "../ingestion/cells.ts";
import { err, ok } from "../result.ts";
import { isSameJson } from "../same-json.ts";

/** A figure as its form has it: its place on the dashboard, and its specification without the name, not yet checked. */
export interface FigureRow {
  readonly name: string;
  readonly isOnDashboard: boolean;
  readonly position: number;
  readonly spec: Omit<FigureSpec, "name">;
}

/** As the store has it: words joined by single hyphens. Addresses allow more, for figures that series have unsaved. */
const SAVED_NAME = /^(?=.{2,61}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Any JSON object; whether it is a figure is `FigureSpec`’s to say. */
const specification: Cell<FigureRow["spec"]> = {
  kind: "long-text",
  choices: [],
  read: (text) => {
    if (text === "") return err({ rule: "filled", remedy: "write it as JSON" });
    try {
      const read: unknown = JSON.parse(text);
      if (typeof read === "object" && read !== null && !Array.isArray(read)) {
        return ok(read as FigureRow["spec"]);
      }
      return err({ rule: "readable", remedy: "write one JSON object, from { to }" });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return err({ rule: "readable", remedy: `mend the JSON: ${error.message}` });
    }
  },
  isSame: isSameJson,
};

/** How the fields of a figure are read. */
export const FIGURE_COLUMNS: { readonly [Field in keyof FigureRow]: Cell<FigureRow[Field]> } = {
  name: ofForm(SAVED_NAME, "write lower-case words joined by hyphens, such as capex-share-of-gdp"),
  isOnDashboard: boolean,
  position: natural,
  spec: specification,
};
