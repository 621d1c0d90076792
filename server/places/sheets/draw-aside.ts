import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SheetLayout } from '#core/places'
import { createTurns } from '#server/platform/turns'
import type { Sticker } from './draw-sheet'
import type { SheetWork } from './sheet-worker'

/** One at a time: each takes a processor for seconds, and some 100 MB until it is done. */
const turns = createTurns(1)

/** The thread's code: beside this file as it is written, beside the bundle as it is built (scripts/targets.ts). */
const IN_SOURCES = path.extname(__filename) === '.ts'
const ENTRY = path.join(__dirname, `sheet-worker${IN_SOURCES ? '.ts' : '.js'}`)
const EXEC_ARGV = IN_SOURCES ? ['--require', 'tsx/cjs'] : []

/** Draws a sheet in a thread of its own, so that nobody waits whose call has nothing to do with it. */
export function drawSheetAside(layout: SheetLayout, stickers: readonly Sticker[]): Promise<Buffer> {
  return turns(() => inThread({ layout, stickers }))
}

function inThread(work: SheetWork): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(ENTRY, { workerData: work, execArgv: EXEC_ARGV })
    thread.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf)))
    thread.once('error', reject)
    // After the message this says nothing any more.
    thread.once('exit', (code) => reject(new Error(`The sheet's thread ended with ${code}`)))
  })
}
