import { useState } from 'react'
import {
  changeRoundEndpoint,
  conveneRoundEndpoint,
  listRoundPlacesEndpoint,
  readRoundEndpoint,
  type RoundPlaceView,
  type RoundView,
} from '#core/rounds'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { CONVENE_WORDS } from './convene-words'
import { dayAndTimeOf, instantAt } from './round-time'

/** What is known before anything is written: where one convenes, or the round that is changed. */
export interface ConveneStart {
  places: RoundPlaceView[]
  round?: RoundView | undefined
}

export interface Convened {
  placeId: string
  /** Only these homes; undefined: all of the place. */
  homeIds: readonly string[] | undefined
  question: string
  text: string
  /** YYYY-MM-DD and minutes since midnight; empty: not set yet. */
  day: string
  minute: string
  meetsWhere: string
}

export interface ConveneFormState {
  start: ConveneStart
  written: Convened
  change: (part: Partial<Convened>) => void
  errorAt: (
    field: keyof typeof CONVENE_WORDS.missing | 'text' | 'meetsWhere' | 'meetsAt',
  ) => string | undefined
  failure?: Failure | undefined
  send: () => void
  busy: boolean
}

/** Loads what the page begins with. */
export function useConveneStart(communityId: string, roundId: string | undefined): Loaded<ConveneStart> {
  return useLoad(async (): Promise<ConveneStart> => {
    if (roundId) {
      const round = await callEndpoint(readRoundEndpoint, { params: { communityId, roundId }, query: {} })
      return { places: [], round }
    }
    const { items } = await callEndpoint(listRoundPlacesEndpoint, { params: { communityId } })
    return { places: items }
  }, [communityId, roundId])
}

function beginningOf({ places, round }: ConveneStart): Convened {
  const [only] = places.length === 1 ? places : []
  const when = round?.meetsAt ? dayAndTimeOf(round.meetsAt) : { day: '', minute: '' }
  return {
    placeId: only?.placeId ?? '',
    homeIds: undefined,
    question: round?.question ?? '',
    text: round?.text ?? '',
    ...when,
    meetsWhere: round?.meetsWhere ?? '',
  }
}

interface Sent {
  communityId: string
  round: RoundView | undefined
  written: Convened
}

/** 召集, or changing question, time and place of a round. */
export function useConvene(communityId: string, start: ConveneStart): ConveneFormState {
  const { round } = start
  const [written, setWritten] = useState(() => beginningOf(start))
  const [missing, setMissing] = useState<keyof typeof CONVENE_WORDS.missing>()
  const { submit, busy, failure, clear } = useSubmit(
    (sent: Sent, key) => withPhone(() => withConsent(() => sendRound(sent, key))),
    ({ roundId }) => {
      toast(round ? CONVENE_WORDS.changed : CONVENE_WORDS.done)
      redirect(ROUTES.round, { communityId, roundId })
    },
  )
  const send = () => {
    const lacks = missingIn(written, round)
    setMissing(lacks)
    if (!lacks) void submit({ communityId, round, written })
  }
  return {
    start,
    written,
    change: (part) => {
      clear()
      setMissing(undefined)
      setWritten({ ...written, ...part })
    },
    errorAt: (field) => {
      if (field === missing) return CONVENE_WORDS.missing[missing]
      return failure?.field === field ? failure.message : undefined
    },
    failure: failure?.field === undefined ? failure : undefined,
    send,
    busy,
  }
}

function missingIn({ question, placeId, homeIds, day, minute }: Convened, round: RoundView | undefined) {
  if (!question.trim()) return 'question' as const
  if (!round && !placeId) return 'placeId' as const
  if (homeIds?.length === 0) return 'homeIds' as const
  return day && !minute ? ('time' as const) : undefined
}

function sendRound({ communityId, round, written }: Sent, key: string): Promise<RoundView> {
  const { question, text, day, minute, meetsWhere, placeId, homeIds } = written
  const words = {
    question: question.trim(),
    text: text.trim(),
    meetsWhere: meetsWhere.trim(),
    ...(day ? { meetsAt: instantAt(day, minute).toISOString() } : {}),
  }
  if (round)
    return callEndpoint(changeRoundEndpoint, {
      params: { communityId, roundId: round.roundId },
      body: { revision: round.revision, ...words },
      key,
    })
  return callEndpoint(conveneRoundEndpoint, {
    params: { communityId },
    body: { placeId, ...(homeIds ? { homeIds: [...homeIds] } : {}), ...words },
    key,
  })
}
