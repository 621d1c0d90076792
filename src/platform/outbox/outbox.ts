import { ReadableError } from '../readable-error'
import { ApiError } from '../call-endpoint'
import { goesOut, type Letter } from './letter'

/** The box of one person on this phone, as it is kept. Read anew before each change: the H5 site may be open twice. */
export interface Shelf {
  read: () => Letter[]
  write: (letters: Letter[]) => void
}

/** What the box needs to know of the world. */
export interface OutboxParts {
  /** Of who is signed in now; undefined as long as that isn't known. */
  shelf: () => Shelf | undefined
  /** Sends one; `save` keeps how far it came before anything depends on it. Throws as `callEndpoint` does. */
  deliver: (letter: Letter, save: (part: Partial<Letter>) => void) => Promise<unknown>
  /** Whether this page has the photos of one; else it is left to the page that has, until its writer presses. */
  canSendHere?: (letter: Letter) => boolean
  now: () => number
}

export type Outcome =
  | { state: 'arrived'; answer: unknown }
  /** It will go out by itself. `error`: why it hasn't. */
  | { state: 'waiting'; error: unknown }
  /** The server did not take it. */
  | { state: 'refused'; error: ReadableError }
  /** It is no longer here: it has arrived, or was taken back. */
  | { state: 'gone' }

/** How many may wait for one person: WeChat keeps 1 MB under a key, and a report has some kilobytes. */
export const MOST_LETTERS = 50

/** What an outbox can do. */
export interface Outbox {
  list: () => Letter[]
  /** Takes one in. False: there is no room, or nobody is signed in. */
  put: (letter: Letter) => boolean
  /** Sends one now; `around` may ask the person something on the way. Refused, it stays with the reason. */
  send: (key: string, around?: Around) => Promise<Outcome>
  /** Sends all that may go out, in their order. False: something has to be tried again later. */
  sendAll: () => Promise<boolean>
  /** Takes one out: to be changed, or thrown away. Undefined while it is on its way. */
  take: (key: string) => Letter | undefined
  /** Puts another in its place, in one write: nothing is lost in between. False while it is on its way, or gone. */
  replace: (key: string, letter: Letter) => boolean
  patch: (key: string, part: Partial<Letter>) => void
  subscribe: (listener: () => void) => () => void
  /** Put in just now, and on its way for the first time: nobody waits for it yet. */
  isFresh: (key: string) => boolean
  onArrived: (listener: Arrived) => () => void
}

/** Hears of each one that has arrived. `waited`: it did not get through at once. */
type Arrived = (letter: Letter, answer: unknown, waited: boolean) => void

type Around = (act: () => Promise<unknown>) => Promise<unknown>

/** What is kept, and who hears of its changes. */
function createKeeping(shelf: OutboxParts['shelf']) {
  const changed = new Set<() => void>()
  const tell = () => changed.forEach((listener) => listener())
  const change = (at: Shelf, edit: (letters: Letter[]) => Letter[]) => {
    at.write(edit(at.read()))
    tell()
  }
  return {
    changed,
    tell,
    change,
    letters: () => shelf()?.read() ?? [],
    find: (at: Shelf | undefined, key: string) => at?.read().find((one) => one.key === key),
    without: (at: Shelf, key: string) => change(at, (all) => all.filter((one) => one.key !== key)),
    edit: (at: Shelf, key: string, part: Partial<Letter>) =>
      change(at, (all) => all.map((one) => (one.key === key ? { ...one, ...part } : one))),
  }
}

/** Sends what is kept: one attempt at a time for each letter, all of them in their order. */
function createSending(
  { shelf, deliver, canSendHere = () => true, now }: OutboxParts,
  { tell, letters, find, without, edit }: ReturnType<typeof createKeeping>,
) {
  const arrived = new Set<Arrived>()
  const fresh = new Set<string>()
  /** What is on its way in this process: pressed twice, it is one attempt. */
  const underway = new Map<string, Promise<Outcome>>()

  const attempt = async (at: Shelf, letter: Letter, around: Around): Promise<Outcome> => {
    const { key } = letter
    try {
      const answer = await around(() => deliver(find(at, key) ?? letter, (part) => edit(at, key, part)))
      without(at, key)
      arrived.forEach((listener) => listener(letter, answer, !fresh.has(key)))
      return { state: 'arrived', answer }
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) return { state: 'waiting', error }
      // Tried before with nobody knowing how it ended: then it may stand on the server all the same.
      edit(at, key, { refused: refusal.message, triedAt: letter.triedAt })
      return { state: 'refused', error: refusal }
    }
  }

  const send: Outbox['send'] = (key, around = (act) => act()) => {
    const before = underway.get(key)
    if (before) return before
    const at = shelf()
    const letter = find(at, key)
    if (!at || !letter) return Promise.resolve({ state: 'gone' })
    const sending = attempt(at, letter, around).finally(() => {
      underway.delete(key)
      fresh.delete(key)
      tell()
    })
    underway.set(key, sending)
    return sending
  }

  const goRound = async (): Promise<boolean> => {
    const keys = letters()
      .filter((one) => goesOut(one, now()) && canSendHere(one))
      .map(({ key }) => key)
    let isDone = true
    for (const key of keys) {
      const outcome = await send(key)
      if (outcome.state !== 'waiting') continue
      isDone = false
      if (!isOnlyThisOne(outcome.error)) break
    }
    return isDone
  }

  return { arrived, fresh, underway, send, goRound }
}

const listening = <T>(listeners: Set<T>, listener: T): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What a person has sent and the server has not confirmed: kept, sent in order, each of them once. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { shelf } = parts
  const keeping = createKeeping(shelf)
  const { arrived, fresh, underway, send, goRound } = createSending(parts, keeping)
  let round: Promise<boolean> | undefined
  return {
    list: keeping.letters,
    put: (letter) => {
      const at = shelf()
      if (!at || at.read().length >= MOST_LETTERS) return false
      fresh.add(letter.key)
      keeping.change(at, (all) => [...all, letter])
      return true
    },
    send,
    sendAll: () => {
      round ??= goRound().finally(() => (round = undefined))
      return round
    },
    take: (key) => {
      const at = shelf()
      const letter = keeping.find(at, key)
      if (!at || !letter || underway.has(key)) return undefined
      keeping.without(at, key)
      return letter
    },
    replace: (key, letter) => {
      const at = shelf()
      if (!at || underway.has(key) || !keeping.find(at, key)) return false
      keeping.change(at, (all) => all.map((one) => (one.key === key ? letter : one)))
      return true
    },
    patch: (key, part) => {
      const at = shelf()
      if (at) keeping.edit(at, key, part)
    },
    isFresh: (key) => fresh.has(key),
    subscribe: (listener) => listening(keeping.changed, listener),
    onArrived: (listener) => listening(arrived, listener),
  }
}

/** Statuses that say nothing about the words: sign in first, update first, not so fast. */
const NOT_ABOUT_IT: readonly number[] = [401, 426, 429]

/** The server's no to what was sent. Anything else may be tried again as it is. */
function refusalOf(error: unknown): ReadableError | undefined {
  if (!(error instanceof ReadableError) || error.outcomeUnknown) return undefined
  return error instanceof ApiError && NOT_ABOUT_IT.includes(error.status) ? undefined : error
}

/** The server stumbles over this one: what stands behind it need not wait. */
function isOnlyThisOne(error: unknown): boolean {
  return error instanceof ApiError ? error.status === 500 : !(error instanceof ReadableError)
}
