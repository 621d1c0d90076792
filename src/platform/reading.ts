import type { AnswerOf, Endpoint } from '#core/contract'
import { readMeEndpoint } from '#core/people'
import { addressOf, callEndpoint, type CallInput } from './call-endpoint'
import { forgetAnswer, keepAnswer, keptAnswer, nameOfAnswer } from './kept-answers'
import { ReadableError } from './readable-error'

/**
 * Asks the server; where it can't be reached, answers what it answered last on this phone. `keepable` says what of an
 * answer may stay here (undefined: nothing), without the acts that it offers.
 */
export type Read = <E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  keepable?: (answer: AnswerOf<E>) => AnswerOf<E> | undefined,
) => Promise<AnswerOf<E>>

/** What is loaded for one face of a page, and how old the oldest part of it is. */
export interface Reading {
  read: Read
  /** When what the phone had kept was answered; undefined: all of it comes from the server. In ms. */
  keptAt: () => number | undefined
}

/** What is on its way, by its name. Only who one is: several parts of a first page ask that in the same moment. */
const underway = new Map<string, Promise<unknown>>()

function askShared<E extends Endpoint>(
  name: string | undefined,
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> {
  if (name === undefined || (endpoint as Endpoint) !== readMeEndpoint) return callEndpoint(endpoint, input)
  const before = underway.get(name) as Promise<AnswerOf<E>> | undefined
  if (before) return before
  const asked = callEndpoint(endpoint, input).finally(() => underway.delete(name))
  underway.set(name, asked)
  return asked
}

/** Begins to load a page. */
export function startReading(): Reading {
  let oldest: number | undefined
  return {
    read: async (endpoint, input, keepable = (answer) => answer) => {
      const address = addressOf(endpoint, input)
      const name = nameOfAnswer(address)
      try {
        const answer = await askShared(name, endpoint, input)
        // Who has signed out meanwhile leaves nothing behind.
        if (name !== undefined && name === nameOfAnswer(address)) keep(name, keepable(answer))
        return answer
      } catch (error) {
        if (name === undefined || !(error instanceof ReadableError)) throw error
        if (!error.outcomeUnknown) {
          forgetAnswer(name)
          throw error
        }
        const kept = keptAnswer(name, Date.now())
        if (!kept) throw error
        oldest = Math.min(kept.at, oldest ?? kept.at)
        return kept.answer as AnswerOf<typeof endpoint>
      }
    },
    keptAt: () => oldest,
  }
}

function keep(name: string, kept: unknown): void {
  if (kept === undefined) forgetAnswer(name)
  else keepAnswer(name, kept, Date.now())
}
