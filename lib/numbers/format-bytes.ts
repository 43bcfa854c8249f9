const UNITS = ["B", "kB", "MB", "GB"] as const;

/** The size of a file as a person reads it, in powers of a thousand: `512 B`, `1.4 kB`, `23 MB`. */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit > 0 && size < 9.95 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`;
}
