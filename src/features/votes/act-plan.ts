import { voteTransition, type VotePersonAct, type VoteView } from '#core/votes'

/** These stand on the card of what was asked. */
const ON_CARD: readonly VotePersonAct[] = ['refuse_void', 'agree_void']
/** The next step, where there is one. */
const STEPS: readonly VotePersonAct[] = ['give_notice', 'certify']

/** How the acts that are open to a reader stand at the foot of a vote. */
export interface VoteActPlan {
  primary?: VotePersonAct
  others: VotePersonAct[]
}

/** Orders the acts that the server offers; which there are is decided by core's policy alone. */
export function planVoteActs({ acts }: Pick<VoteView, 'acts'>): VoteActPlan {
  const atFoot = acts.filter((act) => !ON_CARD.includes(act))
  const primary = STEPS.find((act) => atFoot.includes(act))
  return { primary, others: atFoot.filter((act) => act !== primary) }
}

/** The two answers to who asked for it to be void; nothing suggests one of them. */
export function voidAnswersOf({ acts }: Pick<VoteView, 'acts'>): VotePersonAct[] {
  return ON_CARD.filter((act) => acts.includes(act))
}

/** Whether a reason must come with an act. */
export const asksReason = (act: VotePersonAct): boolean => voteTransition(act).reason
