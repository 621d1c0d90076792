import type { WishPersonAct, WishView } from '#core/wishes'

/** What an act asks for before it is sent; undefined: nothing, the button sends it. */
export type WishForm = 'offer' | 'words' | 'pictures' | 'sure' | 'day' | 'merge' | 'service'

const FORMS: Partial<Record<WishPersonAct, WishForm>> = {
  offer: 'offer',
  take_back_offer: 'sure',
  decline_offer: 'sure',
  accept_offer: 'sure',
  hand_back: 'words',
  release: 'words',
  take_over: 'sure',
  deliver: 'pictures',
  confirm: 'pictures',
  not_yet: 'words',
  withdraw: 'sure',
  renew: 'day',
  ask_merge: 'merge',
  agree_merge: 'sure',
  become_matter: 'service',
  become_topic: 'sure',
}

/** The form an act opens. Whoever agrees to a new matter says what kind of matter it is. */
export function formOf(act: WishPersonAct, { proposal }: Pick<WishView, 'proposal'>): WishForm | undefined {
  const isNewMatter = proposal?.kind === 'matter' && proposal.id === null
  return act === 'agree_merge' && isNewMatter ? 'service' : FORMS[act]
}

/** These stand on the card they are about. */
const ON_CARDS: readonly WishPersonAct[] = ['accept_offer', 'decline_offer', 'agree_merge', 'refuse_merge']
/** A question with equal answers; nothing suggests one of them. */
const ANSWERS: readonly WishPersonAct[] = ['confirm', 'not_yet']

/** What ends it stands last. */
const GIVING_UP: readonly WishPersonAct[] = ['hand_back', 'release', 'take_back_offer', 'withdraw']

/** How the acts that are open to a reader stand at the foot of a wish. */
export interface WishActPlan {
  answers: WishPersonAct[]
  /** The next step, where there is one. */
  primary?: WishPersonAct
  others: WishPersonAct[]
}

/** Orders the acts that the server offers; which there are is decided by core's policy alone. */
export function planWishActs({ acts, contactedAt, helping }: WishView): WishActPlan {
  const atFoot = acts.filter((act) => !ON_CARDS.includes(act))
  const answers = ANSWERS.filter((act) => atFoot.includes(act))
  // Whoever helps gets in touch first; the author need not say that they did.
  const steps: WishPersonAct[] =
    helping && contactedAt === null
      ? ['take_over', 'contact', 'deliver']
      : ['offer', 'take_over', 'deliver', 'renew']
  const primary = answers.length > 0 ? undefined : steps.find((act) => atFoot.includes(act))
  const rest = atFoot.filter((act) => act !== primary && !answers.includes(act))
  const others = [
    ...rest.filter((act) => !GIVING_UP.includes(act)),
    ...rest.filter((act) => GIVING_UP.includes(act)),
  ]
  return { answers, primary, others }
}
