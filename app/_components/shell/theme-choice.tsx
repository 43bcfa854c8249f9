"use client";

import { useState } from "react";
import { THEME_COOKIE, THEMES, type Theme } from "./theme.ts";

const LABELS: Readonly<Record<Theme, string>> = { light: "Light", dark: "Dark", system: "Auto" };
const ONE_YEAR_SECONDS = 31_536_000;

/** Light, dark, or as the system has it. */
export function ThemeChoice({ initial }: { readonly initial: Theme }) {
  const [chosen, setChosen] = useState(initial);

  function choose(theme: Theme) {
    setChosen(theme);
    applyTheme(theme);
  }

  return (
    <fieldset className="theme-choice">
      <legend className="visually-hidden">Theme</legend>
      {THEMES.map((theme) => (
        <button key={theme} type="button" aria-pressed={theme === chosen} onClick={() => choose(theme)}>
          {LABELS[theme]}
        </button>
      ))}
    </fieldset>
  );
}

function applyTheme(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain HTTP
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}
