export { enqueue, type Jobs } from './enqueue'
export { prepareJobs, startWorker, type JobHandlers } from './worker'
