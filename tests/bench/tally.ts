import { createHash, randomBytes } from 'node:crypto'
import { frozenHash, makeBulletin, verifyBulletin, DECISION_OPTIONS, type Bulletin } from '#core/votes'
import { sha256 } from '#server/votes/frozen'
import { inTurns } from './in-turns'
import type { Result } from './measure'

const BALLOTS = 100_000

const token = () => randomBytes(16).toString('hex')

/** What a vote of 100,000 owners is counted from. */
function makeVote(): Parameters<typeof makeBulletin>[0] {
  const items: Bulletin['items'] = [
    { id: 'i1', title: '装不装电梯', rule: 'owners_special', options: [...DECISION_OPTIONS] },
  ]
  const roll = Array.from({ length: BALLOTS }, (_, n) => ({
    units: [{ area_centi_m2: 5_000 + (n % 10_000), unit: token() }],
    voter: token(),
  })).sort((one, other) => (one.voter < other.voter ? -1 : 1))
  const vote: Bulletin['vote'] = {
    id: 'vote',
    community: 'community',
    title: '装不装电梯',
    text_sha256: sha256('装不装电梯'),
    frozen_sha256: '',
    secrecy: 'named',
    binding: 'advisory',
    opened_at: '2026-03-01T00:00:00.000Z',
    closed_at: '2026-03-20T10:00:00.000Z',
    settings: { imputed_majority: false, parking_counts: false },
  }
  const ballots = roll.map(({ voter }, n) => ({
    voter,
    channel: 'online',
    receipt: token(),
    status: 'counted' as const,
    choices: { i1: DECISION_OPTIONS[n % 3] as string },
  }))
  return { vote: { ...vote, frozen_sha256: frozenHash({ vote, items, roll }, sha256) }, items, roll, ballots }
}

/** Counts and chains the ballots, writes the file, and verifies it as a stranger would. */
function ours(record: Parameters<typeof makeBulletin>[0]): string {
  const text = JSON.stringify(makeBulletin(record, sha256))
  if (!verifyBulletin(text, sha256).ok) throw new Error('The record does not hold')
  return text
}

/** The least there is to do without knowing anything of votes: the file read and written, each ballot and the roll hashed by both sides. */
function bare(text: string): void {
  const { ballots, roll } = JSON.parse(text) as Bulletin
  const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
  for (let side = 0; side < 2; side += 1) for (const one of [...ballots, roll]) hash(one)
  JSON.stringify({ ballots, roll })
}

/** A vote of 100,000: counted, put on record and verified, against the bare reading and hashing of the same ballots. */
export function countBallots(): Result {
  const record = makeVote()
  const text = ours(record)
  return inTurns(
    `tally of ${BALLOTS}`,
    () => ours(record),
    () => {
      bare(text)
    },
  )
}
