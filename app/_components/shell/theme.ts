/** `system` follows the reader's system and is what is shown before a choice. */
export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** The choice is kept in a cookie so that the server writes it into the page and nothing flashes. */
export const THEME_COOKIE = "theme";

/** The theme a cookie's text names; anything else is `system`. */
export function themeFrom(text: string | undefined): Theme {
  return THEMES.find((theme) => theme === text) ?? "system";
}
