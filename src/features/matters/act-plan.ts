import { namesDay, namesTeam, transitionOf, type PersonAct } from '#core/matters'
import { CONFIRM_ASKS } from './act-words'
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
  { ask: DETAIL_WORDS.askReinspect, answers: ['reinspect_passed', 'reinspect_failed'] },
  { ask: DETAIL_WORDS.askGrant, answers: ['grant_deferral', 'refuse_deferral'] },
]

/** What brings a matter forward comes first. */
const NEXT_STEPS: readonly PersonAct[] = ['start', 'resolve', 'acknowledge', 'assign', 'resume']

/** Of two acts that lead to the same sheet or say the same, the first stands for both. */
const STANDS_FOR: readonly (readonly [PersonAct, PersonAct])[] = [
  ['defer', 'ask_deferral'],
  ['dispute', 'reopen'],
]

/** Orders the acts that the server offers; which there are is decided by core's policy alone. */
export function planActs(offered: readonly PersonAct[]): ActPlan {
  const doubled = STANDS_FOR.filter(([first]) => offered.includes(first)).map(([, second]) => second)
  const acts = offered.filter((act) => !doubled.includes(act))
  const asked = QUESTIONS.find(({ answers }) => answers.some((act) => acts.includes(act)))
  if (asked) {
    const answers = asked.answers.filter((act) => acts.includes(act))
    return { question: { ask: asked.ask, answers }, others: acts.filter((act) => !answers.includes(act)) }
  }
  const primary = NEXT_STEPS.find((act) => acts.includes(act))
  return { primary, others: acts.filter((act) => act !== primary) }
}

/** What an act asks for before it is sent; undefined: nothing, the button sends it. */
export type ActForm = 'team' | 'day' | 'merge' | 'confirm' | 'words'

/** The form an act opens. */
export function formOf(act: PersonAct): ActForm | undefined {
  if (namesTeam(act)) return 'team'
  if (namesDay(act)) return 'day'
  if (act === 'merge') return 'merge'
  if (CONFIRM_ASKS[act]) return 'confirm'
  return transitionOf(act).words === 'none' ? undefined : 'words'
}
