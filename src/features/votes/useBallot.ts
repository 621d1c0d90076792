import { useState } from 'react'
import {
  castBallotEndpoint,
  decideChoices,
  isDecision,
  type MyVoter,
  type VoteItemView,
  type VoteView,
} from '#core/votes'
import type { Loaded } from '@/hooks/useLoad'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { hideToast } from '@/platform/feedback'
import { BALLOT_WORDS } from './words'

/** What is chosen so far, by item. Held while the page is open and nowhere else: nobody finds it on the phone. */
export type Picks = Readonly<Record<string, string | readonly string[]>>

/** `page`: the vote. `choosing`: its items, one below the other. `receipt`: what was handed in has come. */
export type BallotFace = 'page' | 'choosing' | 'receipt'

export interface Ballot {
  face: BallotFace
  /** For whom; undefined where there is nobody. */
  voter?: MyVoter
  chooseVoter: (voterId: string) => void
  picks: Picks
  pick: (itemId: string, choice: string | readonly string[]) => void
  /** Has handed in already and is about to choose once more. */
  changing: boolean
  /** Opens what there is to choose: once more, or for this one. */
  start: (voterId?: string) => void
  /** Back to the vote as it is. */
  leave: () => void
  reviewing: boolean
  review: (picks?: Picks) => void
  endReview: () => void
  /** 交票. */
  cast: () => void
  busy: boolean
  failure?: Failure
  /** The item about which something is still to be chosen. */
  missing?: string
}

/** One item that is decided by yes and no has its three answers at the foot of the page. */
export const isQuick = ({ items }: Pick<VoteView, 'items'>): boolean =>
  items.length === 1 && items.every(({ rule }) => isDecision(rule))

interface Held {
  face: BallotFace
  chosenId?: string
  changing: boolean
  reviewing: boolean
  picks: Picks
}

const NOTHING: Held = { face: 'page', changing: false, reviewing: false, picks: {} }

/** Choosing, looking it over, handing it in: for one voter after the other. */
export function useBallot(state: Loaded<VoteView>): Ballot {
  const vote = state.status === 'ready' ? state.data : undefined
  const [held, setHeld] = useState<Held>(NOTHING)
  const [lacking, setLacking] = useState<Failure>()
  const voter = voterOf(vote, held.chosenId)
  // The receipt is theirs, not of the next one for whom the reader votes.
  const submit = useCast(state, (voterId) => setHeld({ ...NOTHING, chosenId: voterId, face: 'receipt' }))
  const put = (part: Partial<Held>, failure?: Failure) => {
    hideToast()
    submit.clear()
    setLacking(failure)
    setHeld({ ...held, ...part })
  }
  const leave = (voterId = voter?.voterId) => put({ ...NOTHING, chosenId: voterId })
  return {
    face: held.face,
    voter,
    chooseVoter: (voterId) => leave(voterId),
    picks: held.picks,
    pick: (itemId, choice) => put({ picks: { ...held.picks, [itemId]: choice } }),
    changing: held.changing,
    start: (voterId = voter?.voterId) =>
      put({
        ...NOTHING,
        chosenId: voterId,
        changing: true,
        face: vote && !isQuick(vote) ? 'choosing' : 'page',
      }),
    leave: () => leave(),
    reviewing: held.reviewing,
    review: (picks = held.picks) => {
      const failure = vote && lackingIn(vote.items, picks)
      put({ picks, reviewing: !failure }, failure)
    },
    endReview: () => put({ reviewing: false }),
    cast: () => vote && voter && void submit.submit({ vote, voterId: voter.voterId, picks: held.picks }),
    busy: submit.busy,
    failure: lacking ?? submit.failure,
    missing: lacking?.field,
  }
}

/** Who was chosen, else the first for whom the reader has not voted, else the first. */
function voterOf(vote: VoteView | undefined, chosenId: string | undefined): MyVoter | undefined {
  const voters = vote?.voters ?? []
  return (
    voters.find(({ voterId }) => voterId === chosenId) ??
    voters.find(({ voted }) => voted !== 'mine') ??
    voters[0]
  )
}

/** Core says whether a ballot is whole; the first item that it isn't whole without is named here. */
function lackingIn(items: readonly VoteItemView[], picks: Picks): Failure | undefined {
  const index = items.findIndex((item) => {
    const own = Object.prototype.hasOwnProperty.call(picks, item.itemId) ? picks[item.itemId] : undefined
    return !decideChoices([item], own === undefined ? {} : { [item.itemId]: copyOf(own) }).allowed
  })
  const item = items[index]
  return item && { message: BALLOT_WORDS.missing(index + 1), field: item.itemId }
}

interface Cast {
  vote: Pick<VoteView, 'communityId' | 'voteId' | 'items'>
  voterId: string
  picks: Picks
}

/** It is over, or who votes has changed: the page behind says how things stand. */
const BEHIND_TIMES = [403, 404, 409]

function useCast(state: Loaded<VoteView>, onDone: (voterId: string) => void) {
  return useSubmit(
    async ({ vote: { communityId, voteId, items }, voterId, picks }: Cast, key) => {
      const choices = Object.fromEntries(
        items.map(({ itemId }) => [itemId, copyOf(picks[itemId] as string | readonly string[])]),
      )
      try {
        return await withConsent(() =>
          callEndpoint(castBallotEndpoint, {
            params: { communityId, voteId },
            body: { voterId, choices },
            key,
          }),
        )
      } catch (error) {
        if (error instanceof ApiError && BEHIND_TIMES.includes(error.status)) void state.refresh()
        throw error
      }
    },
    (voter) => {
      putVoter(state, voter)
      onDone(voter.voterId)
    },
  )
}

const copyOf = (choice: string | readonly string[]): string | string[] =>
  typeof choice === 'string' ? choice : [...choice]

/** How one stands now that something was handed in or taken back; how many took part is asked for behind. */
export function putVoter(state: Loaded<VoteView>, voter: MyVoter): void {
  if (state.status !== 'ready') return
  const voters = state.data.voters.map((one) => (one.voterId === voter.voterId ? voter : one))
  state.replace({ ...state.data, voters })
  void state.refresh()
}
