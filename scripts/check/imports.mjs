import { posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { areas, isTest, testing } from "./import-rules.mjs";

/** @typedef {{ line: number, message: string }} Violation */
/** @typedef {import("./import-rules.mjs").Area} Area */

/**
 * Where a module breaks the import rules, in the order of its lines.
 *
 * @param {string} path relative to the project's root, with slashes
 * @param {string} source
 * @returns {Violation[]}
 */
export function violations(path, source) {
  const area = areaOf(path);
  const forTests = isTest.test(path) || testing.test(path);
  const { imports, impurities } = read(path, source);
  /** @type {{ start: number, message: string }[]} */
  const found = [];

  for (const { specifier, start, isType } of imports) {
    const message = specifier.startsWith(".")
      ? ownImport(path, area, specifier, { isType, forTests })
      : packageImport(area, specifier, forTests);
    if (message) found.push({ start, message });
  }
  if (area?.isPure && !forTests) {
    for (const { name, start } of impurities) {
      found.push({ start, message: `${area.name} must not use ${name}: take the value as an argument` });
    }
  }
  if (area?.isServerOnly && !forTests && imports[0]?.specifier !== "server-only") {
    found.push({ start: 0, message: `${area.name} modules start with import "server-only"` });
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, message }) => ({ line: source.slice(0, start).split("\n").length, message }));
}

/** @param {string} path */
function areaOf(path) {
  return areas.find(({ paths }) => paths.test(path));
}

/**
 * @param {string} path
 * @param {Area | undefined} area
 * @param {string} specifier
 * @param {{ isType: boolean, forTests: boolean }} how
 */
function ownImport(path, area, specifier, { isType, forTests }) {
  const target = posix.join(posix.dirname(path), specifier);
  if (testing.test(target)) return forTests ? null : `only tests may import ${target}`;
  const targetArea = areaOf(target);
  if (!area || !targetArea) return null;
  const allowed = [
    ...area.mayImport,
    ...((isType && area.mayImportTypesOf) || []),
    ...((forTests && area.testsMayImport) || []),
  ];
  return allowed.includes(targetArea.name)
    ? null
    : `${area.name} must not import ${targetArea.name}: ${target}`;
}

/**
 * @param {Area | undefined} area
 * @param {string} specifier
 * @param {boolean} forTests
 */
function packageImport(area, specifier, forTests) {
  if (!area || forTests) return null;
  const isAllowed = area.onlyPackages?.test(specifier) ?? !area.neverPackages?.test(specifier);
  return isAllowed ? null : `${area.name} must not import the package ${specifier}`;
}

/**
 * The modules that a source names, and the uses of the process, the clock and the network in it.
 *
 * @param {string} path
 * @param {string} source
 */
function read(path, source) {
  const { program, module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);

  const imports = [
    ...module.staticImports.map(({ moduleRequest, entries, start }) => ({
      specifier: moduleRequest.value,
      start,
      isType: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries, start }) => {
      const specifier = entries.find(({ moduleRequest }) => moduleRequest)?.moduleRequest?.value;
      return specifier ? [{ specifier, start, isType: entries.every((entry) => entry.isType) }] : [];
    }),
  ];
  /** @type {{ name: string, start: number }[]} */
  const impurities = [];
  new Visitor({
    ImportExpression({ source: named, start }) {
      if (named.type === "Literal" && typeof named.value === "string")
        imports.push({ specifier: named.value, start, isType: false });
    },
    MemberExpression({ object, property, start }) {
      if (object.type !== "Identifier" || property.type !== "Identifier") return;
      if (object.name === "process" || object.name === "globalThis")
        impurities.push({ name: object.name, start });
      if (property.name === "now" && ["Date", "performance"].includes(object.name)) {
        impurities.push({ name: `${object.name}.now`, start });
      }
      if (object.name === "Math" && property.name === "random")
        impurities.push({ name: "Math.random", start });
    },
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type === "Identifier" && callee.name === "Date" && given.length === 0) {
        impurities.push({ name: "new Date()", start });
      }
    },
    CallExpression({ callee, start }) {
      if (callee.type === "Identifier" && ["fetch", "Date"].includes(callee.name)) {
        impurities.push({ name: `${callee.name}()`, start });
      }
    },
  }).visit(program);
  return { imports, impurities };
}
