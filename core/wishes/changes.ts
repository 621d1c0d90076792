import { standsUntil } from './periods'
import type { Wish, WishHelper } from './wish'
import { wishStateAfter, type WishAct } from './workflow'

type Changes = Partial<Wish>

/** What an act is done with. */
export interface WishDoing {
  personId: string
  now: Date
  /** Of accept_offer: who helps from now on. */
  helper?: WishHelper | undefined
  /** Of renew: another day by which it is wanted; null: none. */
  wantedBy?: string | null | undefined
  /** Of ask_merge. */
  proposal?: Wish['proposal'] | undefined
}

const NOBODY: Changes = {
  helper: null,
  claimedAt: null,
  contactedAt: null,
  deliveredAt: null,
  askedAgainAt: null,
  memberLeftAt: null,
}

const standing = (now: Date, wantedBy: string | null): Changes => ({
  publishedAt: now,
  standsUntil: standsUntil(now, wantedBy),
})

type Change = (wish: Wish, doing: WishDoing) => Changes

const publish: Change = ({ wantedBy }, { now }) => standing(now, wantedBy)
/** It waits again, as long as a new one would; that costs nobody anything. */
const backToNeighbours: Change = (wish, doing) => ({ ...NOBODY, ...publish(wish, doing) })
const noProposal: Change = () => ({ proposal: null })

const CHANGES: Partial<Record<WishAct, Change>> = {
  publish,
  accept_offer: (_wish, { helper, now }) => ({
    ...NOBODY,
    helper: helper ?? null,
    claimedAt: now,
    proposal: null,
  }),
  contact: (_wish, { now }) => ({ contactedAt: now }),
  hand_back: backToNeighbours,
  release: backToNeighbours,
  no_contact: backToNeighbours,
  no_delivery: backToNeighbours,
  member_gone: backToNeighbours,
  // Somebody new: they have as long as who came before them.
  take_over: ({ helper }, { personId, now }) => ({
    helper: { personId, organisationId: helper?.organisationId ?? null },
    claimedAt: now,
    contactedAt: null,
    memberLeftAt: null,
  }),
  deliver: ({ contactedAt }, { now }) => ({
    contactedAt: contactedAt ?? now,
    deliveredAt: now,
    askedAgainAt: null,
  }),
  // They have met: thirty more days to help; where the helper left meanwhile, seven to send another.
  not_yet: ({ memberLeftAt }, { now }) => ({
    claimedAt: now,
    contactedAt: now,
    deliveredAt: null,
    askedAgainAt: null,
    memberLeftAt: memberLeftAt && now,
  }),
  ask_again: (_wish, { now }) => ({ askedAgainAt: now }),
  withdraw: () => ({ ...NOBODY, proposal: null }),
  expire: noProposal,
  renew: ({ wantedBy: before }, { now, wantedBy = before }) => ({ wantedBy, ...standing(now, wantedBy) }),
  ask_merge: (_wish, { proposal }) => ({ proposal: proposal ?? null }),
  refuse_merge: noProposal,
  agree_merge: noProposal,
  become_matter: noProposal,
  become_topic: noProposal,
}

/** Everything an act changes of a wish that was decided to be possible. */
export function wishChanges(act: WishAct, wish: Wish, doing: WishDoing): Changes {
  return { ...(CHANGES[act]?.(wish, doing) ?? {}), state: wishStateAfter(act, wish.state) }
}
