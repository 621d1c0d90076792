import { transitionOf, type PersonAct } from '#core/matters'
import { DETAIL_WORDS } from './words'

/** How the acts that are open to a reader stand at the foot of a matter. */
export interface ActPlan {
  /** A question with equal answers; nothing suggests one of them. */
  question?: { ask: string; answers: PersonAct[] }
  /** The next step, where there is one. */
  primary?: PersonAct
  others: PersonAct[]
}

const QUESTIONS: readonly { ask: string; answers: readonly PersonAct[] }[] = [
  { ask: DETAIL_WORDS.askReporter, answers: ['confirm', 'dispute'] },
  { ask: DETAIL_WORDS.askVerifier, answers: ['verify_passed', 'verify_failed'] },
]

/** What brings a matter forward comes first. */
const NEXT_STEPS: readonly PersonAct[] = ['start', 'resolve', 'acknowledge', 'assign']

/** Orders the acts that the server offers; which there are is decided by core's policy alone. */
export function planActs(acts: readonly PersonAct[]): ActPlan {
  const asked = QUESTIONS.find(({ answers }) => answers.some((act) => acts.includes(act)))
  if (asked) {
    const answers = asked.answers.filter((act) => acts.includes(act))
    return { question: { ask: asked.ask, answers }, others: acts.filter((act) => !answers.includes(act)) }
  }
  const primary = NEXT_STEPS.find((act) => acts.includes(act))
  return { primary, others: acts.filter((act) => act !== primary) }
}

/** Whether an act asks for something before it is sent. */
export function needsSheet(act: PersonAct): boolean {
  return act === 'assign' || transitionOf(act).words !== 'none'
}
