import { useState } from 'react'
import {
  decideKeyed,
  keyEnvelopeEndpoint,
  listEnvelopesToKeyEndpoint,
  readVoteEndpoint,
  type EnvelopeToKey,
  type KeyedVoidReason,
  type TellerSeat,
  type VoteView,
} from '#core/votes'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { hideToast, toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { scrollToTop } from '@/platform/page'
import { ROUTES } from '@/routes'
import type { Chosen } from '../../components/Choosing'
import { KEYING_WORDS } from '../../paper-words'
import type { Picks } from '../../useBallot'
import type { VoteAddress } from '../../useVote'

/** What a teller finds: the vote, what waits for them, and what they may still correct. */
export interface KeyingDesk {
  vote: VoteView
  /** Null: there is nothing to key in yet, or not for them. */
  seat: TellerSeat | null
  waiting: EnvelopeToKey[]
  left: number
  mine: EnvelopeToKey[]
}

async function loadDesk(params: VoteAddress): Promise<KeyingDesk> {
  const list = (which: 'waiting' | 'mine') =>
    callEndpoint(listEnvelopesToKeyEndpoint, { params, query: { list: which } })
  const vote = await callEndpoint(readVoteEndpoint, { params })
  if (!vote.may.keyEnvelopes) return { vote, seat: null, waiting: [], left: 0, mine: [] }
  const [waiting, mine] = await Promise.all([list('waiting'), list('mine')])
  return { vote, seat: waiting.seat, waiting: waiting.items, left: waiting.count, mine: mine.items }
}

/** `choosing`: what stands on the ballot. `review`: once more before it is kept. `spoilt`: why it is void. */
export type KeyingFace = 'choosing' | 'review' | 'spoilt'

interface Held {
  /** What was begun stays in hand, whatever the list says meanwhile; or one to be corrected. */
  inHand?: EnvelopeToKey | undefined
  /** Put aside for now. */
  skipped: readonly string[]
  picks: Picks
  voidReason?: KeyedVoidReason | undefined
  face: KeyingFace
}

const NOTHING = { picks: {}, face: 'choosing', inHand: undefined, voidReason: undefined } as const

export interface Keying {
  desk: Loaded<KeyingDesk>
  /** The envelope in hand. */
  now?: EnvelopeToKey | undefined
  ballot: Chosen
  face: KeyingFace
  show: (face: KeyingFace) => void
  voidReason?: KeyedVoidReason | undefined
  chooseReason: (reason: KeyedVoidReason) => void
  /** Undefined: there is no other. */
  later?: (() => void) | undefined
  redo: (envelope: EnvelopeToKey) => void
  save: () => void
  saveVoid: () => void
  busy: boolean
  failure?: Failure | undefined
}

/** 拆封录入: one envelope in hand, what stands on it, looked over, kept; then the next. */
export function useKeying(address: VoteAddress): Keying {
  const desk = useLoad(() => loadDesk(address), [address.communityId, address.voteId])
  useReturn(() => void desk.refresh())
  const [held, setHeld] = useState<Held>({ ...NOTHING, skipped: [] })
  const [lacking, setLacking] = useState<Failure>()
  const loaded = desk.status === 'ready' ? desk.data : undefined
  const now = held.inHand ?? nextOf(loaded, held.skipped)
  const submit = useSave(address, desk, () => {
    scrollToTop()
    setHeld((before) => ({ ...NOTHING, skipped: before.skipped }))
  })
  const put = (part: Partial<Held>, failure?: Failure) => {
    hideToast()
    submit.clear()
    setLacking(failure)
    setHeld({ ...held, inHand: now, ...part })
  }
  const show = (face: KeyingFace) => {
    const isEmpty =
      face === 'review' && !decideKeyed(loaded?.vote.items ?? [], { choices: copyOf(held.picks) }).allowed
    if (isEmpty) put({}, { message: KEYING_WORDS.nothing })
    else put({ face })
  }
  const voterId = now?.voterId ?? ''
  return {
    desk,
    now,
    ballot: {
      picks: held.picks,
      pick: (itemId, choice) => put({ picks: { ...held.picks, [itemId]: choice } }),
    },
    face: held.face,
    show,
    voidReason: held.voidReason,
    chooseReason: (voidReason) => put({ voidReason }),
    later: laterOf(loaded, held, (skipped) => put({ ...NOTHING, skipped })),
    redo: (inHand) => {
      scrollToTop()
      put({ ...NOTHING, inHand })
    },
    save: () => void submit.submit({ voterId, choices: copyOf(held.picks) }),
    saveVoid: () => {
      const { voidReason } = held
      if (voidReason) void submit.submit({ voterId, voidReason })
      else put({}, { message: KEYING_WORDS.voidMissing })
    },
    busy: submit.busy,
    failure: lacking ?? submit.failure,
  }
}

/** The first that waits and was not put aside; else the first. */
function nextOf(desk: KeyingDesk | undefined, skipped: readonly string[]): EnvelopeToKey | undefined {
  return desk?.waiting.find(({ voterId }) => !skipped.includes(voterId)) ?? desk?.waiting[0]
}

/** Puts the one in hand aside; where all were put aside it begins anew. */
function laterOf(desk: KeyingDesk | undefined, held: Held, onSkip: (skipped: readonly string[]) => void) {
  const now = held.inHand ?? nextOf(desk, held.skipped)
  if (!now || !desk) return undefined
  // One to be corrected, or that does not wait any more, is only laid down.
  if (!desk.waiting.some(({ voterId }) => voterId === now.voterId)) return () => onSkip(held.skipped)
  if (desk.waiting.length < 2) return undefined
  const skipped = [...held.skipped, now.voterId]
  const isRound = desk.waiting.every(({ voterId }) => skipped.includes(voterId))
  return () => onSkip(isRound ? [] : skipped)
}

const copyOf = (picks: Picks): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(picks).map(([itemId, choice]) => [
      itemId,
      typeof choice === 'string' ? choice : [...choice],
    ]),
  )

type Saved = { voterId: string } & (
  { choices: Record<string, string | string[]> } | { voidReason: KeyedVoidReason }
)

/** Somebody was faster, or it is over: the desk says how things stand. */
const CONFLICT = 409

function useSave(params: VoteAddress, desk: Loaded<KeyingDesk>, onSaved: () => void) {
  return useSubmit(
    async ({ voterId, ...body }: Saved, key) => {
      try {
        return await callEndpoint(keyEnvelopeEndpoint, { params: { ...params, voterId }, body, key })
      } catch (error) {
        if (error instanceof ApiError && error.status === CONFLICT) void desk.refresh()
        throw error
      }
    },
    ({ closed }) => {
      toast(closed ? KEYING_WORDS.closed : KEYING_WORDS.saved)
      if (closed) return redirect(ROUTES.vote, { ...params })
      onSaved()
      void desk.refresh()
    },
  )
}
