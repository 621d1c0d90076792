import { parentPort, workerData } from 'node:worker_threads'
import type { SheetLayout } from '#core/places'
import { drawSheet, type Sticker } from './draw-sheet'

/** What the thread is told; it answers with the PDF and ends. */
export interface SheetWork {
  layout: SheetLayout
  stickers: readonly Sticker[]
}

const { layout, stickers } = workerData as SheetWork
void drawSheet(layout, stickers).then((pdf) => parentPort?.postMessage(pdf))
