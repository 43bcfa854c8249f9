import localFont from "next/font/local";

/**
 * Latin subsets with the weight axis only. Next preloads serif and sans (the first screen is set in both) and
 * gives each a fallback face scaled to its metrics, so that nothing moves when it arrives.
 */
const serif = localFont({
  src: "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  style: "normal",
  display: "swap",
  variable: "--face-serif",
  adjustFontFallback: "Times New Roman",
});

const sans = localFont({
  src: "../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  weight: "200 900",
  style: "normal",
  display: "swap",
  variable: "--face-sans",
  adjustFontFallback: "Arial",
});

const mono = localFont({
  src: "../../node_modules/@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2",
  weight: "200 900",
  style: "normal",
  display: "swap",
  variable: "--face-mono",
  preload: false,
  adjustFontFallback: false,
});

/** Class names for `<html>` that define `--face-serif`, `--face-sans` and `--face-mono`. */
export const faces = `${serif.variable} ${sans.variable} ${mono.variable}`;
