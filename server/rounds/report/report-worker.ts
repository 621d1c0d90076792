import { parentPort, workerData } from 'node:worker_threads'
import { drawReport, type ReportPaper } from './draw-report'

/** A thread that is told what to draw, and answers with the PDF. */
void drawReport(workerData as ReportPaper).then((pdf) => parentPort?.postMessage(pdf))
