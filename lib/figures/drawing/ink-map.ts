import type { Box } from "./box.ts";
import type { Spot } from "./drawing.ts";

const CELL = 3;

/** Which parts of a drawing are inked by data, in cells of 3 px: what a label should keep clear of. */
export class InkMap {
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: Uint8Array;

  constructor(width: number, height: number) {
    this.#columns = Math.ceil(width / CELL);
    this.#rows = Math.ceil(height / CELL);
    this.#cells = new Uint8Array(this.#columns * this.#rows);
  }

  /** Inks a straight stroke. */
  stroke(from: Spot, to: Spot): void {
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / (CELL - 1)));
    for (let step = 0; step <= steps; step += 1) {
      this.#ink(from.x + ((to.x - from.x) * step) / steps, from.y + ((to.y - from.y) * step) / steps);
    }
  }

  /** Inks a filled box. */
  fill(box: Box): void {
    for (let y = box.y; y <= box.y + box.height; y += CELL) {
      for (let x = box.x; x <= box.x + box.width; x += CELL) this.#ink(x, y);
    }
  }

  /** How many inked cells a box covers. */
  under(box: Box): number {
    const left = Math.max(0, Math.floor(box.x / CELL));
    const right = Math.min(this.#columns - 1, Math.floor((box.x + box.width) / CELL));
    const top = Math.max(0, Math.floor(box.y / CELL));
    const bottom = Math.min(this.#rows - 1, Math.floor((box.y + box.height) / CELL));
    let inked = 0;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1)
        inked += this.#cells[row * this.#columns + column] ?? 0;
    }
    return inked;
  }

  #ink(x: number, y: number): void {
    const column = Math.floor(x / CELL);
    const row = Math.floor(y / CELL);
    if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) return;
    this.#cells[row * this.#columns + column] = 1;
  }
}
