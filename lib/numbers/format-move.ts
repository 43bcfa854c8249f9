/** A relative move as a signed per cent, with a true minus: `+6.3 %`, `−0.4 %`, `+1,250 %`; `move` 0.063 is 6.3 %. */
export function formatMove(move: number): string {
  const percent = Math.abs(move) * 100;
  const digits = percent >= 100 ? 0 : percent >= 1 || percent === 0 ? 1 : 2;
  const words = percent.toLocaleString("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  if (move === 0) return "0 %";
  return `${move > 0 ? "+" : "−"}${words} %`;
}
