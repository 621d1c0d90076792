export { dropCases, lockCases } from './drop-cases'
export { countCases } from './list-cases'
export { moderationRoutes } from './routes'
export { showWords, type NewWords } from './show-words'
export type {
  Asking,
  ModerationTarget,
  ModerationTargetReader,
  ModerationTargets,
  WordsChange,
} from './targets'
