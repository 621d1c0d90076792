import canonicalize from 'canonicalize'

/** SHA-256 of a text in UTF-8, as 64 lower-case hex digits. Given from outside: phone and server have different ones. */
export type Sha256 = (text: string) => string

/** The `prev` of the first ballot, and the head of a record without ballots. */
export const CHAIN_START = '0'.repeat(64)

/** The hash of a value in the one form that everybody writes alike (RFC 8785). Throws for what JSON can't say. */
export function hashOf(value: unknown, sha256: Sha256): string {
  return sha256(inOneForm(value))
}

/**
 * RFC 8785. What stands in its order already is written by the machine itself, many times as fast: 100,000 ballots wait for
 * it. What does not is put into its order first.
 */
export function inOneForm(value: unknown): string {
  if (isInOrder(value)) return JSON.stringify(value)
  const ordered = putInOrder(value)
  return isInOrder(ordered) ? JSON.stringify(ordered) : (canonicalize(value) ?? '')
}

/** A copy with its names in order; whole numbers as names stand first in any object, wherever they were put. */
function putInOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(putInOrder)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inside]) => [name, putInOrder(inside)]))
}

/** Whether all names in it follow each other as the form asks for, so that nothing has to be sorted; numbers are finite. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.every(isInOrder)
  const names = Object.keys(value)
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string
    if (index > 0 && (names[index - 1] as string) >= name) return false
    if (!isInOrder((value as Record<string, unknown>)[name])) return false
  }
  return true
}

/** What is frozen at notice; of a secret vote only how many are on its roll. */
interface Frozen {
  vote: { text_sha256: string; secrecy: 'named' | 'secret'; binding: string; settings: unknown }
  items: unknown
  roll: unknown
  roll_size?: number | undefined
}

/** `frozen_sha256`: over text, settings, items, rules and roll, as they stand in the record. */
export function frozenHash({ vote, items, roll, roll_size: size }: Frozen, sha256: Sha256): string {
  const { text_sha256, secrecy, binding, settings } = vote
  const entitled = secrecy === 'secret' ? { roll_size: size } : { roll }
  const frozen = { binding, items, ...entitled, secrecy, settings, text_sha256 }
  // Field by field: a roll in order is not written slowly because of what stands beside it.
  const fields = Object.entries(frozen).filter(([, value]) => value !== undefined)
  return sha256(`{${fields.map(([name, value]) => `"${name}":${inOneForm(value)}`).join(',')}}`)
}

/** All that a named ballot has besides its hash, in the order of its one form. */
const BALLOT_FIELDS = [
  'channel',
  'choices',
  'disputed',
  'prev',
  'receipt',
  'seq',
  'status',
  'void_reason',
  'voter',
] as const

/** The hash of a ballot: over all that stands in it but the hash itself. */
export function ballotHash(ballot: { hash?: string; prev: string }, sha256: Sha256): string {
  return sha256(knownFieldsInOneForm(ballot) ?? inOneForm(withoutHash(ballot)))
}

const withoutHash = ({ hash: _left, ...ballot }: { hash?: string }): object => ({ ...ballot })

/** A ballot with none but the known fields, written without copying or sorting it; undefined: there are others. */
function knownFieldsInOneForm(ballot: Readonly<Record<string, unknown>>): string | undefined {
  let known = ballot.hash === undefined ? 0 : 1
  let written = ''
  for (const name of BALLOT_FIELDS) {
    const value = ballot[name]
    if (value === undefined) continue
    known += 1
    written += `${written === '' ? '{' : ','}"${name}":${valueInOneForm(value)}`
  }
  return known === Object.keys(ballot).length ? `${written}}` : undefined
}

/** Nothing in it that JSON writes otherwise. */
const PLAIN = /^[\w-]*$/

function valueInOneForm(value: unknown): string {
  if (typeof value === 'string') return PLAIN.test(value) ? `"${value}"` : inOneForm(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  return choicesInOneForm(value) ?? inOneForm(value)
}

/** One plain choice, which is what most ballots have; undefined: it is something else. */
function choicesInOneForm(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const names = Object.keys(value)
  const name = names[0]
  if (names.length !== 1 || name === undefined || !PLAIN.test(name)) return undefined
  const choice = (value as Record<string, unknown>)[name]
  return typeof choice === 'string' && PLAIN.test(choice) ? `{"${name}":"${choice}"}` : undefined
}

/** `text_sha256`: over the title and the text below it, as they were frozen. */
export const voteTextHash = ({ title, text }: { title: string; text: string }, sha256: Sha256): string =>
  sha256(`${title}\n${text}`)
