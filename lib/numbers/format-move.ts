/**
 * A relative move as a signed per cent, with a true minus: `+6.3 %`, `−0.42 %`, `+1,250 %`; `move` 0.063 is 6.3 %. One
 * that two decimals cannot tell from none, below 0.005 %, is `+<0.01 %` or `−<0.01 %`; only no move at all is `0 %`.
 */
export function formatMove(move: number): string {
  if (move === 0) return "0 %";
  const sign = move > 0 ? "+" : "−";
  const percent = Math.abs(move) * 100;
  if (percent < 0.005) return `${sign}<0.01 %`;
  const digits = percent >= 100 ? 0 : percent >= 1 ? 1 : 2;
  const words = percent.toLocaleString("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${sign}${words} %`;
}
