/** How many squares the longer side is divided into: a face of a fifth of it becomes five by five, a plate two or three. */
const SQUARES = 24
/** What a fingertip covers, as part of the longer side. */
const FINGER = 0.06
/** Parts that are covered at one press, where nobody can or wants to paint. */
export const PARTS = { columns: 3, rows: 4 } as const

/** Squares over a picture, counted row by row. The last of a row or column may hang over its edge. */
export interface Grid {
  columns: number
  rows: number
  /** In pixels of the picture. */
  side: number
  width: number
  height: number
}

/** A point of the picture, as parts of its width and height: 0 to 1. */
interface Point {
  x: number
  y: number
}

export function gridOver(width: number, height: number): Grid {
  const side = Math.max(1, Math.ceil(Math.max(width, height) / SQUARES))
  return { columns: Math.ceil(width / side), rows: Math.ceil(height / side), side, width, height }
}

/** The squares that a finger covers on its way; none are left out, however quickly it moves. */
export function squaresUnder(grid: Grid, from: Point, to: Point): number[] {
  const { width, height, side } = grid
  const radius = FINGER * Math.max(width, height)
  const way = Math.hypot((to.x - from.x) * width, (to.y - from.y) * height)
  const steps = Math.max(1, Math.ceil(way / side))
  const found = new Set<number>()
  for (let step = 0; step <= steps; step += 1) {
    const part = step / steps
    const x = (from.x + (to.x - from.x) * part) * width
    const y = (from.y + (to.y - from.y) * part) * height
    for (const square of squaresAround(grid, x, y, radius)) found.add(square)
  }
  return Array.from(found)
}

function squaresAround({ columns, rows, side }: Grid, x: number, y: number, radius: number): number[] {
  const found: number[] = []
  const between = (value: number, most: number) => Math.min(most, Math.max(0, Math.floor(value / side)))
  for (let row = between(y - radius, rows - 1); row <= between(y + radius, rows - 1); row += 1)
    for (
      let column = between(x - radius, columns - 1);
      column <= between(x + radius, columns - 1);
      column += 1
    ) {
      // Whatever the round fingertip touches, be it with a corner.
      const nearX = Math.min(Math.max(x, column * side), (column + 1) * side)
      const nearY = Math.min(Math.max(y, row * side), (row + 1) * side)
      if (Math.hypot(nearX - x, nearY - y) <= radius) found.push(row * columns + column)
    }
  return found
}

/** The squares of one of the parts, from 0, row by row. */
export function squaresOfPart(grid: Grid, part: number): number[] {
  const { columns, rows } = PARTS
  const from = { x: part % columns, y: Math.floor(part / columns) }
  const found: number[] = []
  for (let row = 0; row < grid.rows; row += 1)
    for (let column = 0; column < grid.columns; column += 1) {
      const isHere =
        Math.floor((column * columns) / grid.columns) === from.x &&
        Math.floor((row * rows) / grid.rows) === from.y
      if (isHere) found.push(row * grid.columns + column)
    }
  return found
}

/** Where a square lies and what colour it gets: the mean of what it covers, so that nothing of it can be got back. */
export function squareOf(
  { columns, side, width, height }: Grid,
  square: number,
  pixels: ArrayLike<number>,
): { left: number; top: number; side: number; colour: string } {
  const left = (square % columns) * side
  const top = Math.floor(square / columns) * side
  const sums = [0, 0, 0]
  let count = 0
  for (let y = top; y < Math.min(top + side, height); y += 1)
    for (let x = left; x < Math.min(left + side, width); x += 1) {
      const at = (y * width + x) * 4
      sums.forEach((sum, colour) => (sums[colour] = sum + Number(pixels[at + colour])))
      count += 1
    }
  const [red, green, blue] = sums.map((sum) => Math.round(sum / Math.max(1, count)))
  return { left, top, side, colour: `rgb(${red}, ${green}, ${blue})` }
}
