import fc from 'fast-check'
import { gridOver, PARTS, squareOf, squaresOfPart, squaresUnder } from './mosaic'

const size = fc.integer({ min: 1, max: 1600 })
const point = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
})

describe('squares over a picture', () => {
  it('cover all of it, at most twenty-four along its longer side', () => {
    fc.assert(
      fc.property(size, size, (width, height) => {
        const { columns, rows, side } = gridOver(width, height)
        expect(columns * side).toBeGreaterThanOrEqual(width)
        expect(rows * side).toBeGreaterThanOrEqual(height)
        expect(Math.max(columns, rows)).toBeLessThanOrEqual(24)
      }),
    )
  })

  it('under a finger are some, all in the picture, with the one it points at', () => {
    fc.assert(
      fc.property(size, size, point, point, (width, height, from, to) => {
        const grid = gridOver(width, height)
        const squares = squaresUnder(grid, from, to)
        const at = ({ x, y }: { x: number; y: number }) => {
          const column = Math.min(grid.columns - 1, Math.floor((x * width) / grid.side))
          const row = Math.min(grid.rows - 1, Math.floor((y * height) / grid.side))
          return row * grid.columns + column
        }
        expect(squares).toEqual(expect.arrayContaining([at(from), at(to)]))
        expect(squares.every((square) => square >= 0 && square < grid.columns * grid.rows)).toBe(true)
      }),
    )
  })

  it('leave no gap, however quickly the finger moves', () => {
    const grid = gridOver(1600, 1200)
    const across = squaresUnder(grid, { x: 0, y: 0.5 }, { x: 1, y: 0.5 })
    const columns = new Set(across.map((square) => square % grid.columns))
    expect(columns.size).toBe(grid.columns)
  })

  it('of all parts together are all squares, each once', () => {
    fc.assert(
      fc.property(size, size, (width, height) => {
        const grid = gridOver(width, height)
        const all = Array.from({ length: PARTS.columns * PARTS.rows }, (_, part) =>
          squaresOfPart(grid, part),
        ).flat()
        expect(all.sort((one, other) => one - other)).toEqual(
          Array.from({ length: grid.columns * grid.rows }, (_, at) => at),
        )
      }),
    )
  })
})

describe('a covered square', () => {
  it('has the mean colour of what was there, and nothing else of it', () => {
    const grid = { columns: 2, rows: 1, side: 2, width: 3, height: 2 }
    const row = [0, 0, 0, 255, 100, 200, 50, 255, 9, 9, 9, 255]
    const pixels = [...row, ...row]
    expect(squareOf(grid, 0, pixels)).toEqual({ left: 0, top: 0, side: 2, colour: 'rgb(50, 100, 25)' })
    expect(squareOf(grid, 1, pixels)).toEqual({ left: 2, top: 0, side: 2, colour: 'rgb(9, 9, 9)' })
  })
})
