import { hashOf, ballotHash, CHAIN_START, frozenHash, type Sha256 } from './seal'
import type { Bulletin } from './bulletin-format'
import { nonsenseIn } from './bulletin-sense'
import { readBulletin } from './read-bulletin'
import { recount, type PublishedResult } from './recount'

/** `bulletin`: whether the file is one at all. `result`: what was counted anew, item by item. */
export type Verdict =
  { ok: true; result: Record<string, PublishedResult> } | { ok: false; bulletin: boolean; problems: string[] }

/** 自己算一遍. Recounts a record and checks every hash in it, with nothing but the file (formats/bulletin.md). Never throws. */
export function verifyBulletin(text: string, sha256: Sha256): Verdict {
  try {
    return verify(JSON.parse(text), sha256)
  } catch (error) {
    // Neither JSON nor so deep or large that no machine can write it down again is the record of a vote.
    return { ok: false, bulletin: false, problems: [`it can't be read: ${String(error)}`] }
  }
}

function verify(value: unknown, sha256: Sha256): Verdict {
  const read = readBulletin(value)
  if (!read.success) {
    const problems = read.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`)
    return { ok: false, bulletin: false, problems }
  }
  const nonsense = nonsenseIn(read.data)
  if (nonsense.length > 0) return { ok: false, bulletin: false, problems: nonsense }
  // Hashes are over what stands in the file, not over what was read from it.
  const asWritten = value as Bulletin
  const result = recount(read.data)
  const problems = [
    ...(frozenHash(asWritten, sha256) === asWritten.vote.frozen_sha256
      ? []
      : ['frozen_sha256 does not hold']),
    ...problemsOfChain(asWritten, sha256),
    ...problemsOfSecrecy(asWritten),
    ...problemsOfResult(asWritten, result, sha256),
  ]
  return problems.length === 0 ? { ok: true, result } : { ok: false, bulletin: true, problems }
}

function problemsOfChain({ ballots, head }: Bulletin, sha256: Sha256): string[] {
  const problems: string[] = []
  let before = CHAIN_START
  ballots.forEach((ballot, index) => {
    const { seq, prev, hash } = ballot
    if (seq !== index + 1) problems.push(`ballot ${seq} stands at place ${index + 1}`)
    if (prev !== before) problems.push(`ballot ${seq}: prev is not the hash before it`)
    if (ballotHash(ballot, sha256) !== hash) problems.push(`ballot ${seq}: its hash does not hold`)
    before = hash
  })
  if (head !== before) problems.push('head is not the last hash')
  return problems
}

function problemsOfSecrecy({ vote, ballots, roll_size: size = 0, participated = 0 }: Bulletin): string[] {
  if (vote.secrecy === 'named') return []
  const counted = ballots.filter(({ status }) => status === 'counted').length
  const inOrder = ballots.every(({ receipt }, index) => receipt >= (ballots[index - 1]?.receipt ?? ''))
  return [
    ...(inOrder ? [] : ['the ballots are not sorted by receipt']),
    ...(counted <= participated ? [] : ['more ballots are counted than voters took part']),
    ...(participated <= size ? [] : ['more took part than are on the roll']),
  ]
}

function problemsOfResult(
  { result, items }: Bulletin,
  counted: Record<string, PublishedResult>,
  sha256: Sha256,
): string[] {
  const expected = new Map(items.map(({ id }) => [id, hashOf(counted[id], sha256)]))
  const published = new Map(Object.entries(result))
  return [
    ...[...published.keys()]
      .filter((id) => !expected.has(id))
      .map((id) => `there is no item ${id} to have a result`),
    ...[...expected].flatMap(([id, hash]) => {
      const found = published.get(id)
      if (found === undefined) return [`item ${id} has no result`]
      return hashOf(found, sha256) === hash ? [] : [`the result of ${id} is another one`]
    }),
  ]
}
