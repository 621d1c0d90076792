import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerOf, Endpoint } from '#core/contract'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { fillIn, type CallInput } from '@/platform/call-endpoint'
import { knownMe } from '@/platform/me'
import { isStored, LIFE, outbox, type Letter, type LetterPhoto, type Outcome } from '@/platform/outbox'
import { ReadableError } from '@/platform/readable-error'
import { forget, readStored, store } from '@/platform/storage'
import { askingFirst } from './asking-first'
import { OUTBOX } from './words'

/** What is sent, and what is known of it as long as it waits. */
export interface Outgoing<E extends Endpoint> {
  communityId: string
  params: CallInput<E>['params']
  /** Without its photos. */
  body: Record<string, unknown>
  /** By the field of the body that takes their ids. */
  photos?: Record<string, LetterPhoto[]>
  /** What it is, for the reader: 「报事：楼道灯不亮」. */
  label: string
  /** Where, and what else tells it from others. */
  detail?: string
  /** The thing or list where it is shown as 等待发送: see `useLetters`. */
  about: string
  /** What was written, as `useDraft` keeps it under its key. */
  draft: { key: string; value: unknown }
  /** The page with the form. */
  page: { route: string; query: Record<string, string> }
}

export interface OutboxOptions<E extends Endpoint> {
  /**
   * The words are not the form's any more: they arrived (then with the answer), or wait on the phone. Also called when
   * the form was left.
   */
  onHandedOver: (answer?: AnswerOf<E>) => void
  /** They arrived. For the page, as in `useSubmit`; also when they went out by themselves while it stood there. */
  onArrived: (answer: AnswerOf<E>) => void
  /** They wait. For the page. */
  onWaiting?: () => void
  /** The server said no: the words are the form's again. */
  onRefused?: () => void
}

/** It waits on the phone, and why. */
export interface Waiting {
  letter: Letter
  error: unknown
}

interface Sending<E extends Endpoint> {
  send: (outgoing: Outgoing<E>) => Promise<boolean>
  busy: boolean
  failure?: Failure
  clear: () => void
  waiting?: Waiting
}

/**
 * Sends something that a person has written, once, whatever happens to network and app: it is put into the box on the
 * phone before it goes out, under its idempotency key, and leaves the box when the server has answered. Without a network
 * it stays there as 等待发送 and goes out by itself. What the server refuses comes back to the form with the reason.
 *
 * For new words only. An act on what others see too (an answer, a vote, a step of a matter) would come too late to mean
 * what was pressed: that is `useSubmit`'s.
 */
export function useOutbox<E extends Endpoint>(endpoint: E, options: OutboxOptions<E>): Sending<E> {
  const [waiting, setWaiting] = useState<Waiting>()
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const send = async (outgoing: Outgoing<E>, key: string): Promise<[Letter, Outcome]> => {
    const letter = letterOf(endpoint, outgoing, key)
    const outcome = await post(letter)
    if (outcome.state === 'refused' || outcome.state === 'unkept') {
      latest.current.onRefused?.()
      throw outcome.error
    }
    latest.current.onHandedOver(outcome.state === 'arrived' ? (outcome.answer as AnswerOf<E>) : undefined)
    return [letter, outcome]
  }
  const { submit, busy, failure, clear } = useSubmit(send, ([letter, outcome]) => {
    if (outcome.state === 'arrived') latest.current.onArrived(outcome.answer as AnswerOf<E>)
    if (outcome.state !== 'waiting') return
    setWaiting({ letter, error: outcome.error })
    latest.current.onWaiting?.()
  })
  useEffect(() => {
    if (!waiting) return undefined
    return outbox.onArrived(({ key }, answer) => {
      if (key === waiting.letter.key) latest.current.onArrived(answer as AnswerOf<E>)
    })
  }, [waiting])
  return {
    send: submit,
    busy,
    failure,
    clear: useCallback(() => (clear(), setWaiting(undefined)), [clear]),
    waiting,
  }
}

function letterOf<E extends Endpoint>(
  endpoint: E,
  { params, photos = {}, ...rest }: Outgoing<E>,
  key: string,
): Letter {
  const path = fillIn(endpoint.path, params as Record<string, string> | undefined)
  return { ...rest, key, path, photos, writtenAt: Date.now(), ...(LIFE === undefined ? {} : { life: LIFE }) }
}

const NO_ROOM = new ReadableError(OUTBOX.noRoom)

/** It did not get through, and this phone can't keep it (full, private window): the words are the form's again. */
interface Unkept {
  state: 'unkept'
  error: unknown
}

/** How far they came, should the form send them again under the same key: their photos must stay the same. */
const unkept = new Map<string, Letter>()

/**
 * Into the box, and out. The draft goes as soon as the box is stored, so that the same words are neither there twice nor
 * nowhere when the app is killed.
 */
async function post(given: Letter): Promise<Outcome | Unkept> {
  const letter = unkept.get(given.key) ?? given
  const { key, value } = letter.draft
  // Whose box it is.
  await knownMe()
  if (!outbox.put(letter)) return { state: 'refused', error: NO_ROOM }
  unkept.delete(letter.key)
  if (isStored()) forget(key)
  const outcome = await outbox.send(letter.key, askingFirst)
  const answered = isAnswered(outcome)
  const isLost = outcome.state === 'waiting' && !isStored()
  if (!answered && !isLost) {
    // Unless another has been begun there meanwhile.
    if (JSON.stringify(readStored(key, (kept) => kept)) === JSON.stringify(value)) forget(key)
    return outcome
  }
  const taken = outbox.take(letter.key)
  if (!taken) return outcome
  store(key, value)
  if (answered) return { state: 'refused', error: answered }
  unkept.set(letter.key, taken)
  return { state: 'unkept', error: (outcome as { error: unknown }).error }
}

/** The server's no, also where it isn't about the words (too fast, too old): whoever stands at the form reads it there. */
function isAnswered(outcome: Outcome): ReadableError | undefined {
  if (outcome.state === 'refused') return outcome.error
  const error = outcome.state === 'waiting' ? outcome.error : undefined
  return error instanceof ReadableError && !error.outcomeUnknown ? error : undefined
}
