import { parentPort, workerData } from 'node:worker_threads'
import { drawVotePaper } from './draw-vote-paper'
import type { VotePaper } from './vote-paper'

/** A thread that is told what to draw, and answers with the PDF. */
void drawVotePaper(workerData as VotePaper).then((pdf) => parentPort?.postMessage(pdf))
