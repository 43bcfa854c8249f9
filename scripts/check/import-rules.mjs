/**
 * @typedef {object} Area
 * @property {string} name how messages call it
 * @property {RegExp} paths files that belong to it
 * @property {readonly string[]} mayImport names of the areas it may import
 * @property {readonly string[]} [mayImportTypesOf] areas of which it may import types, which leave no trace at run time
 * @property {readonly string[]} [testsMayImport] further areas for its tests
 * @property {RegExp} [onlyPackages] the packages it may import; any when absent
 * @property {RegExp} [neverPackages] packages it must not import
 * @property {boolean} [isPure] whether the process, the clock and the network are out of its reach
 * @property {boolean} [isServerOnly] whether each module must start with `import "server-only"`
 */

const serverPackages = /^(node:|drizzle-orm|@electric-sql\/|postgres$)/;
const frameworkPackages = /^(react|react-dom|next|recharts|@tanstack\/.*|server-only)(\/|$)/;

/**
 * Who may import whom. A file belongs to the first area that matches its path; a file of none is free.
 *
 * @type {readonly Area[]}
 */
export const areas = [
  {
    name: "lib",
    paths: /^lib\//,
    mayImport: ["lib"],
    onlyPackages: /^(zod|chevrotain|csv-parse|d3-[a-z]+|fflate|saxes)(\/|$)/,
    isPure: true,
  },
  { name: "db", paths: /^db\//, mayImport: ["db", "lib"], neverPackages: frameworkPackages },
  { name: "workers", paths: /^workers\//, mayImport: ["workers", "lib"], neverPackages: frameworkPackages },
  {
    name: "app/_data",
    paths: /^app\/_data\//,
    mayImport: ["app/_data", "db", "lib", "workers"],
    isServerOnly: true,
  },
  {
    name: "components",
    paths: /^app\/(.*\/)?_(components|queries)\//,
    mayImport: ["components", "lib"],
    mayImportTypesOf: ["app/_data"],
    neverPackages: serverPackages,
  },
  {
    name: "app",
    paths: /^app\//,
    mayImport: ["app", "app/_data", "components", "lib"],
    testsMayImport: ["db"],
  },
  { name: "scripts", paths: /^(scripts|bench)\//, mayImport: ["scripts", "db", "lib", "workers"] },
  { name: "e2e", paths: /^e2e\//, mayImport: ["e2e", "scripts", "db", "lib"] },
];

/** Files that only tests may import: builders, set-ups and recorded fixtures. */
export const testing = /(^|\/)(testing(-[a-z-]+)?\.tsx?$|fixtures\/)/;

/** Tests and measurements may reach further: any package, the process, and the file system. */
export const isTest = /(\.(test|spec)\.tsx?$|^bench\/)/;
