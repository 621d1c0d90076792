import { useEffect, useState } from 'react'
import {
  changeVoteEndpoint,
  createVoteEndpoint,
  type Electorate,
  type VotePlaceView,
  type VoteView,
} from '#core/votes'
import { draftTopicVoteEndpoint } from '#core/rounds'
import { useDraft, type Draft } from '@/hooks/useDraft'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { scrollToTop } from '@/platform/page'
import { ROUTES } from '@/routes'
import { DRAFT } from '../../draft-words'
import { bodyOf, type Settled } from './draft-body'
import { faultsAt, firstFaulty, stepOfField, type Faults } from './draft-faults'
import type { DraftStart } from './draft-start'
import {
  beginning,
  draftKey,
  DRAFT_STEPS,
  electorateIn,
  placeIn,
  restoreDraft,
  type DraftStep,
  type Written,
} from './vote-draft'
import { earliestDay } from './vote-days'

export interface VoteForm {
  start: DraftStart
  draft: Written
  change: (part: Partial<Written>) => void
  place: VotePlaceView | undefined
  electorate: Electorate | undefined
  /** Place, electorate and days, once the first screen is answered. */
  settled: Settled | undefined
  errorAt: (field: string) => string | undefined
  next: () => void
  back: () => void
  goTo: (step: DraftStep) => void
  save: () => void
  busy: boolean
  /** What is wrong with none of the fields. */
  failure?: Failure | undefined
  /** Something was written here before. */
  resumed: boolean
  startOver: () => void
}

/** 发起表决: what is written stays on this phone until it is saved, the screen one was on included. */
export function useVoteDraft(start: DraftStart): VoteForm {
  const [initial] = useState(() => beginning(start))
  const written = useDraft<Written>(draftKey(start), initial, restoreDraft)
  const { value: draft, change } = written
  const [resumed, setResumed] = useState(() => JSON.stringify(draft) !== JSON.stringify(initial))
  const sending = useSave(start, written.drop)
  const { failure, clear } = sending
  const { faults, setFaults, goTo, next, back } = useSteps(start, written, clear)
  const refusedStep = failure?.field === undefined ? undefined : stepOfField(failure.field)
  useEffect(() => {
    // The refusal is shown at its field, on the screen that has it.
    if (refusedStep) change({ step: refusedStep })
  }, [refusedStep, change])

  const place = placeIn(start, draft)
  const settled = settledIn(start, draft)
  const beginAgain = () => {
    clear()
    setFaults({})
    setResumed(false)
    written.drop()
    scrollToTop()
  }
  return {
    start,
    draft,
    change: (part) => {
      clear()
      setFaults({})
      change(part)
    },
    place,
    electorate: electorateIn(place, draft),
    settled,
    errorAt: (field) => faults[field] ?? (failure?.field === field ? failure.message : undefined),
    next,
    back,
    goTo,
    save: () => {
      const faulty = firstFaulty(start, draft, new Date())
      if (faulty) goTo(faulty, faultsAt(faulty, start, draft, new Date()))
      else if (settled) void sending.submit({ ...bodyOf(draft, settled), ...demandedBy(start) })
    },
    busy: sending.busy,
    failure: refusedStep ? undefined : failure,
    resumed,
    startOver: () => void confirm(START_OVER).then((yes) => yes && beginAgain()),
  }
}

/** The demand of owners that the vote answers. */
function demandedBy({ vote, demand }: DraftStart): { demandId?: string } {
  const demandId = demand?.demandId ?? vote?.draft?.demandId
  return demandId ? { demandId } : {}
}

const START_OVER = {
  title: DRAFT.startOverTitle,
  text: DRAFT.startOverText,
  yes: DRAFT.startOverYes,
  no: DRAFT.keep,
  danger: true,
}

/** From screen to screen: on only when this one is answered, back at any time. */
function useSteps(start: DraftStart, { value: draft, change }: Draft<Written>, clear: () => void) {
  const [faults, setFaults] = useState<Faults>({})
  const goTo = (step: DraftStep, found: Faults = {}) => {
    clear()
    setFaults(found)
    change({ step, reviewed: draft.reviewed || step === 'review' })
    scrollToTop()
  }
  const next = () => {
    const now = new Date()
    const found = faultsAt(draft.step, start, draft, now)
    if (Object.keys(found).length > 0) return setFaults(found)
    if (draft.step === 'what' && !draft.title.trim()) change({ title: titleFor(draft) })
    const faulty = firstFaulty(start, draft, now)
    goTo(draft.reviewed ? (faulty ?? 'review') : neighbour(draft.step, 1))
  }
  return { faults, setFaults, goTo, next, back: () => goTo(neighbour(draft.step, -1)) }
}

const neighbour = (step: DraftStep, by: 1 | -1): DraftStep =>
  DRAFT_STEPS[DRAFT_STEPS.indexOf(step) + by] ?? step

/** One thing to decide names the whole. */
const titleFor = ({ items }: Written): string => (items.length === 1 ? (items[0]?.title.trim() ?? '') : '')

function settledIn(start: DraftStart, draft: Written): Settled | undefined {
  const place = placeIn(start, draft)
  const electorate = electorateIn(place, draft)
  if (!place || !electorate) return undefined
  const earliest = earliestDay({ communityId: start.communityId, place, electorate }, new Date())
  return { place, electorate, earliest }
}

function useSave({ communityId, vote, topic, ofItem }: DraftStart, drop: () => void) {
  return useSubmit(
    async (body: ReturnType<typeof bodyOf>, key): Promise<VoteView> => {
      const saved = await withConsent(() =>
        vote
          ? callEndpoint(changeVoteEndpoint, {
              params: { communityId, voteId: vote.voteId },
              body: { ...body, revision: vote.revision },
              key,
            })
          : topic
            ? callEndpoint(draftTopicVoteEndpoint, {
                params: { communityId, roundId: topic.roundId, topicId: topic.topicId },
                body,
                key,
              })
            : callEndpoint(createVoteEndpoint, {
                params: { communityId },
                body: { ...body, ...(ofItem ? { itemId: ofItem.itemId } : {}) },
                key,
              }),
      )
      // Also when the page was left meanwhile: it is saved.
      drop()
      return saved
    },
    ({ voteId }) => {
      toast(DRAFT.saved)
      redirect(ROUTES.vote, { communityId, voteId })
    },
  )
}
