/**
 * How much of an upload is read before it is refused. Every refusal that comes of a limit names it.
 *
 * - `bytes`: of the file as it was sent.
 * - `rows`: that hold anything; blank lines are passed over.
 * - `columns`: of any row.
 * - `cellLength`: characters of any cell; 32,767 is what Excel holds.
 * - `unzippedBytes`: of all the parts of a zipped file that are read.
 * - `unzipRatio`: bytes out of a part for each byte in; real workbooks stay below 100.
 * - `zipEntries`: parts of a zipped file, read or not.
 * - `sharedText`: characters of the texts that the cells of a workbook share, which are held in memory.
 * - `milliseconds`: from the start of one pass over the file to its end.
 */
export interface ReadLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellLength: number;
  readonly unzippedBytes: number;
  readonly unzipRatio: number;
  readonly zipEntries: number;
  readonly sharedText: number;
  readonly milliseconds: number;
}

export type LimitName = keyof ReadLimits;

/** The limits unless the operator sets others. */
export const DEFAULT_LIMITS: ReadLimits = {
  bytes: 100_000_000,
  rows: 3_000_000,
  columns: 500,
  cellLength: 32_767,
  unzippedBytes: 1_000_000_000,
  unzipRatio: 200,
  zipEntries: 10_000,
  sharedText: 50_000_000,
  milliseconds: 600_000,
};
