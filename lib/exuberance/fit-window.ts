/** One ADF regression, fitted by itself. */
export interface WindowFit {
  /** The t-ratio of the lagged level; infinite when nothing is left unexplained. */
  readonly adf: number;
  /** The sum of squared residuals. */
  readonly residual: number;
  /** The sum of squares of the explained differences, about zero. */
  readonly total: number;
}

/** A regressor that keeps less than this share of its sum of squares, once the others are removed, has no variation. */
const LEAST_VARIATION = 1e-13;

/**
 * The augmented Dickey-Fuller regression over `rows` rows from row `start`:
 *
 * y[t] - y[t-1] = a + b y[t-1] + sum over j = 1..lag of g[j] (y[t-j] - y[t-j-1]) + e[t], and adf = b / se(b)
 *
 * with a constant and no trend (Dickey and Fuller 1979). Row r explains the difference from observation
 * r + lag to the next. Columns are centred and made orthogonal twice, so that nearly perfect and nearly collinear
 * fits keep their digits: it costs rows * lag^2 and serves as the exact form of the running recursion.
 *
 * `null` when the level does not vary or is collinear with the lagged differences. Needs rows > lag + 2.
 */
export function fitWindow(y: Float64Array, lag: number, start: number, rows: number): WindowFit | null {
  const basis: Float64Array[] = [];
  for (let j = 1; j <= lag; j += 1) {
    const column = differences(y, start + lag - j, rows);
    if (!extend(basis, column)) return null;
  }
  const origin = y[start + lag] as number;
  const level = y.slice(start + lag, start + lag + rows).map((value) => value - origin);
  if (!extend(basis, level)) return null;

  const explained = differences(y, start + lag, rows);
  const total = sumOfSquares(explained);
  const remainder = explained.slice();
  centre(remainder);
  for (const column of basis.slice(0, -1)) remove(remainder, column);
  const slope = remove(remainder, level);
  const residual = sumOfSquares(remainder);
  const dof = rows - lag - 2;
  return { adf: slope * Math.sqrt((dof * sumOfSquares(level)) / residual), residual, total };
}

function differences(y: Float64Array, from: number, rows: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => (y[from + i + 1] as number) - (y[from + i] as number));
}

/** Adds what `column` has beyond a constant and the basis; says `false`, and adds nothing, when that is nothing. */
function extend(basis: Float64Array[], column: Float64Array): boolean {
  const raw = sumOfSquares(column);
  centre(column);
  for (const earlier of basis) remove(column, earlier);
  if (!(sumOfSquares(column) > LEAST_VARIATION * raw)) return false;
  basis.push(column);
  return true;
}

function centre(column: Float64Array): void {
  for (let pass = 0; pass < 2; pass += 1) {
    let sum = 0;
    for (const value of column) sum += value;
    const mean = sum / column.length;
    for (let i = 0; i < column.length; i += 1) column[i] = (column[i] as number) - mean;
  }
}

/** Takes the projection on `column` off `from`, twice for the digits, and gives its coefficient. */
function remove(from: Float64Array, column: Float64Array): number {
  const length = sumOfSquares(column);
  let coefficient = 0;
  for (let pass = 0; pass < 2; pass += 1) {
    let product = 0;
    for (let i = 0; i < from.length; i += 1) product += (from[i] as number) * (column[i] as number);
    const part = product / length;
    for (let i = 0; i < from.length; i += 1) from[i] = (from[i] as number) - part * (column[i] as number);
    coefficient += part;
  }
  return coefficient;
}

function sumOfSquares(column: Float64Array): number {
  let sum = 0;
  for (const value of column) sum += value * value;
  return sum;
}
