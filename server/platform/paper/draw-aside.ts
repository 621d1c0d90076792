import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { createTurns } from '../turns'

/** One at a time: each takes a processor for seconds, and some 100 MB until it is done. */
const turns = createTurns(1)

/** A thread's code: beside the file that asks for it as it is written, beside the bundle as it is built (scripts/targets.ts). */
const IN_SOURCES = path.extname(__filename) === '.ts'
const EXEC_ARGV = IN_SOURCES ? ['--require', 'tsx/cjs'] : []

/**
 * Draws a PDF in a thread of its own, so that nobody waits whose call has nothing to do with it. `entry`: the thread's
 * file without its ending; it answers with the PDF and ends. `work`: what it is told.
 */
export function drawAside(entry: string, work: unknown): Promise<Buffer> {
  return turns(() => inThread(`${entry}${IN_SOURCES ? '.ts' : '.js'}`, work))
}

function inThread(file: string, work: unknown): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: work, execArgv: EXEC_ARGV })
    thread.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf)))
    thread.once('error', reject)
    // After the message this says nothing any more.
    thread.once('exit', (code) => reject(new Error(`The paper's thread ended with ${code}`)))
  })
}
