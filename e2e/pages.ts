/** Every kind of page, by what it is. */
export const PAGES = [
  { name: "dashboard", path: "/" },
  { name: "dashboard of a day looked back to", path: "/?asOf=2024-08-01" },
  { name: "dashboard of a revision looked back to", path: "/?asOf=r1" },
  { name: "list of series", path: "/series" },
  { name: "search of series", path: "/series?q=crunchbase" },
  { name: "series with vintages", path: "/series/VC_ALL_WORLD_CB_Q" },
  { name: "long series", path: "/series/CAPE_M" },
  { name: "rounds", path: "/rounds" },
  { name: "eras", path: "/eras" },
  { name: "the 2024 story", path: "/facts" },
  { name: "uploading by script", path: "/docs/uploads" },
  { name: "page that is not there", path: "/nowhere" },
] as const;
