export type { CheckResult, ContentCheck } from './content-check'
export { createLocalCheck } from './local-check'
