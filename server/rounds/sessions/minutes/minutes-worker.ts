import { parentPort, workerData } from 'node:worker_threads'
import { drawMinutes } from './draw-minutes'
import type { MinutesPaper } from './minutes-paper'

/** A thread that is told what to draw, and answers with the PDF. */
void drawMinutes(workerData as MinutesPaper).then((pdf) => parentPort?.postMessage(pdf))
