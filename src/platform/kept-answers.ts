import { onSessionChange, sessionToken } from './session'
import { forget, readStored, store } from './storage'

/** What the server answered some time ago. */
export interface KeptAnswer {
  /** When, in ms. */
  at: number
  answer: unknown
}

interface Entry {
  name: string
  size: number
}

/** Characters; a Chinese one takes three bytes in storage: 3 MB of WeChat's 10 MB, and far under its 1 MB a key. */
const MOST_IN_ALL = 1_000_000
const MOST_EACH = 150_000
/** What is older says more wrong than right. */
const OLDEST_MS = 7 * 86_400_000

const INDEX = 'kept'
const keyOf = (name: string) => `kept.${name}`

/**
 * The name under which an answer is kept: the session is part of it, so that nobody reads what was kept for another
 * person of a shared phone. Undefined when nobody is signed in.
 */
export function nameOfAnswer(address: string): string | undefined {
  const token = sessionToken()
  return token === undefined ? undefined : `${token.slice(0, 12)}${address}`
}

/** Keeps an answer for a time without network. What was not read for longest makes room. */
export function keepAnswer(name: string, answer: unknown, now: number): void {
  const size = JSON.stringify(answer).length
  forgetAnswer(name)
  if (size > MOST_EACH) return
  if (!store(keyOf(name), { at: now, answer } satisfies KeptAnswer)) return
  let entries = [...readIndex(), { name, size }]
  let all = entries.reduce((sum, one) => sum + one.size, 0)
  while (all > MOST_IN_ALL) {
    const [oldest, ...rest] = entries
    if (!oldest) break
    forget(keyOf(oldest.name))
    all -= oldest.size
    entries = rest
  }
  store(INDEX, entries)
}

/** What was answered last, as long as it is of some use. Reading it keeps it from making room. */
export function keptAnswer(name: string, now: number): KeptAnswer | undefined {
  const kept = readStored(keyOf(name), asKept)
  if (!kept || now - kept.at > OLDEST_MS) return undefined
  const entries = readIndex()
  const mine = entries.find((one) => one.name === name)
  if (mine) store(INDEX, [...entries.filter((one) => one !== mine), mine])
  return kept
}

/** It is not to be read any more: the server said no. */
export function forgetAnswer(name: string): void {
  const entries = readIndex()
  if (!entries.some((one) => one.name === name)) return
  forget(keyOf(name))
  store(
    INDEX,
    entries.filter((one) => one.name !== name),
  )
}

// Whoever signs out or in leaves nothing behind for the next.
onSessionChange(() => {
  readIndex().forEach(({ name }) => forget(keyOf(name)))
  forget(INDEX)
})

function readIndex(): Entry[] {
  return readStored(INDEX, (value) => (Array.isArray(value) ? value.filter(isEntry) : undefined)) ?? []
}

function isEntry(value: unknown): value is Entry {
  const { name, size } = (value ?? {}) as Partial<Entry>
  return typeof name === 'string' && typeof size === 'number'
}

function asKept(value: unknown): KeptAnswer | undefined {
  const { at, answer } = (value ?? {}) as Partial<KeptAnswer>
  return typeof at === 'number' && answer !== undefined ? { at, answer } : undefined
}
