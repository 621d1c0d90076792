import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isWrite, type AnswerOf, type Endpoint, type ErrorBody } from '#core/contract'
import { listDemoPersonsEndpoint, signInAsDemoPersonEndpoint } from '#core/people'
import { addressOf, type CallInput } from '../api/test-server'

export interface Answer<T> {
  status: number
  body: T
}

/** Calls a product through the contract; network errors are thrown, and it hangs up after so many ms. */
export async function callAt<E extends Endpoint>(
  url: string,
  endpoint: E,
  { key = randomUUID(), within = 15_000, ...input }: CallInput<E> & { within?: number },
): Promise<Answer<AnswerOf<E> & Partial<ErrorBody>>> {
  const answer = await fetch(`${url}${addressOf(endpoint, input)}`, {
    method: endpoint.method,
    headers: {
      ...(input.as ? { authorization: `Bearer ${input.as}` } : {}),
      ...(isWrite(endpoint) ? { 'idempotency-key': key } : {}),
      ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    signal: AbortSignal.timeout(within),
  })
  return { status: answer.status, body: (await answer.json()) as AnswerOf<E> & Partial<ErrorBody> }
}

/** The answer of a call that must succeed. */
export async function okAt<E extends Endpoint>(
  url: string,
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> {
  const { status, body } = await callAt(url, endpoint, input)
  if (status !== 200)
    throw new Error(`${endpoint.method} ${endpoint.path} answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** Not an answer to the question: the database was away, or it was asked too often. */
const AWAY = [429, 503]

/** As a phone does on a bad network: repeats the same call under the same key, wherever the product is now, until it is answered. */
export async function callUntilAnswered<E extends Endpoint>(
  urlNow: () => string,
  endpoint: E,
  input: CallInput<E> & { key: string },
): Promise<Answer<AnswerOf<E> & Partial<ErrorBody>> & { repeated: boolean }> {
  for (let tries = 0, deadline = Date.now() + 60_000; ; tries += 1) {
    try {
      const answer = await callAt(urlNow(), endpoint, input)
      if (!AWAY.includes(answer.status)) return { ...answer, repeated: tries > 0 }
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    if (Date.now() > deadline) throw new Error(`${endpoint.path} was not answered in a minute`)
    await sleep(30)
  }
}

/** Signs in as a person of the demo. */
export async function signInAs(url: string, name: string): Promise<string> {
  const { items } = await okAt(url, listDemoPersonsEndpoint, {})
  const person = items.find((one) => one.name === name)
  if (!person) throw new Error(`The demo has no ${name}, only ${items.map((one) => one.name).join()}`)
  return (await okAt(url, signInAsDemoPersonEndpoint, { body: { personId: person.personId } })).token
}
