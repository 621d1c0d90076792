export type { ContentCheck } from './content-check'
export { createLocalCheck } from './local-check'
