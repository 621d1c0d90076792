import { useCallback, useEffect, useRef, useState } from 'react'
import { useStrokes, type Point } from '@/platform/finger'
import { openPhotoCanvas, type PhotoCanvas } from '@/platform/photo-canvas'
import { gridOver, squareOf, squaresOfPart, squaresUnder, type Grid } from './mosaic'

interface Work {
  canvas: PhotoCanvas
  grid: Grid
  /** What each stroke covered that was not covered before. */
  strokes: number[][]
  covered: Set<number>
  last: Point | undefined
}

export interface Cover {
  face: 'opening' | 'ready' | 'failed'
  /** Height over width, for the place it is drawn in. */
  shape: number
  /** How many strokes can be taken back. */
  strokes: number
  undo: () => void
  coverPart: (part: number) => void
  /** The handlers of what the finger moves over. */
  touch: ReturnType<typeof useStrokes>
  /** Makes a file of it; answers where it lies on this phone. */
  save: () => Promise<string>
}

/** Covers parts of the photo at `file`, drawn on the canvas `canvasId` inside the element `stageId`. */
export function useCover(file: string, canvasId: string, stageId: string): Cover {
  const work = useRef<Work>()
  const [face, setFace] = useState<Cover['face']>('opening')
  const [shape, setShape] = useState(0.75)
  const [strokes, setStrokes] = useState(0)

  useEffect(() => {
    let here = true
    work.current = undefined
    setFace('opening')
    setStrokes(0)
    openPhotoCanvas(canvasId, file)
      .then((canvas) => {
        if (!here) return
        const grid = gridOver(canvas.width, canvas.height)
        work.current = { canvas, grid, strokes: [], covered: new Set(), last: undefined }
        setShape(canvas.height / canvas.width)
        setFace('ready')
      })
      .catch(() => here && setFace('failed'))
    return () => {
      here = false
    }
  }, [file, canvasId])

  const begin = useCallback((squares: (grid: Grid) => number[], last?: Point) => {
    if (!work.current) return
    work.current.strokes.push([])
    work.current.last = last
    addTo(work.current, squares(work.current.grid))
    setStrokes(work.current.strokes.length)
  }, [])
  const onMove = (point: Point) => {
    const { current } = work
    if (!current?.last) return
    addTo(current, squaresUnder(current.grid, current.last, point))
    current.last = point
  }
  const touch = useStrokes(stageId, {
    onStart: (point) => begin((grid) => squaresUnder(grid, point, point), point),
    onMove,
    onEnd: () => {
      if (work.current) work.current.last = undefined
    },
  })
  const undo = useCallback(() => {
    if (!work.current) return
    takeBack(work.current)
    setStrokes(work.current.strokes.length)
  }, [])
  const coverPart = useCallback((part: number) => begin((grid) => squaresOfPart(grid, part)), [begin])
  const save = useCallback(() => (work.current ? work.current.canvas.save() : Promise.resolve(file)), [file])
  return { face, shape, strokes, undo, coverPart, touch, save }
}

function addTo({ canvas, grid, strokes, covered }: Work, squares: number[]): void {
  const fresh = squares.filter((square) => !covered.has(square))
  fresh.forEach((square) => covered.add(square))
  strokes[strokes.length - 1]?.push(...fresh)
  canvas.cover(fresh.map((square) => squareOf(grid, square, canvas.pixels)))
}

function takeBack({ canvas, grid, strokes, covered }: Work): void {
  strokes.pop()?.forEach((square) => covered.delete(square))
  canvas.draw(Array.from(covered, (square) => squareOf(grid, square, canvas.pixels)))
}
