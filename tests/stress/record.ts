import type { Bulletin } from '#core/votes'
import type { Outcome } from './outcome'
import type { AcknowledgedBallot } from './polling'
import type { Home } from './plans'

/** A ballot as it is stored, with the home and the token of its voter. */
export interface Stored {
  receipt: string
  home: string
  voter_id: string
  caster_id: string | null
  channel: string
  cast_at: Date
  token: string
}

/** Each answer belongs to one row, and its receipt stands in the record beside its voter, with what was chosen. */
export function expectEachInTheRecord(
  { ballots }: Bulletin,
  stored: readonly Stored[],
  cast: readonly AcknowledgedBallot[],
): void {
  const nameOf = (voter: string, caster: string | null, at: string) => `${voter} ${caster} ${at}`
  const rows = new Map(
    stored.map((row) => [nameOf(row.voter_id, row.caster_id, row.cast_at.toISOString()), row] as const),
  )
  const published = new Map(ballots.map((ballot) => [ballot.receipt, ballot]))
  const found = cast.map(({ by, choice, cast: { voterId, castAt }, deed }) => {
    const row = rows.get(nameOf(voterId, by.personId, castAt ?? ''))
    const ballot = published.get(row?.receipt ?? '')
    const { disputed } = (ballot ?? {}) as { disputed?: Record<string, string> }
    const chosen = ballot?.choices.i1 ?? disputed?.i1
    const isBy = ballot?.channel === (deed === 'cast' ? 'online' : 'proxy')
    return { receipt: row?.receipt, holds: ballot?.voter === row?.token && chosen === choice && isBy }
  })
  expect(found.filter(({ holds }) => !holds)).toEqual([])
  const onPaper = ballots.filter(({ channel }) => channel === 'paper')
  expect(new Set(found.map(({ receipt }) => receipt)).size).toBe(ballots.length - onPaper.length)
}

/** How often each word stands there. */
const tallyOf = (words: readonly string[]) =>
  Object.fromEntries(
    [...new Set(words)].sort().map((word) => [word, words.filter((one) => one === word).length]),
  )

/** Home by home, from what was acknowledged alone: what counts, by which channel, and what counts for nothing. Answers how many of each. */
export function expectCountedOnce(
  { ballots, result }: Bulletin,
  stored: readonly Stored[],
  outcomes: ReadonlyMap<Home, Outcome>,
): Record<string, number> {
  const expected = [...outcomes.values()].flatMap(({ records }) => records)
  const tally = tallyOf(expected.map(({ channel, status }) => `${channel} ${status}`))
  expect(tallyOf(ballots.map(({ channel, status }) => `${channel} ${status}`))).toEqual(tally)
  for (const word of ['online', 'paper', 'proxy']) expect(tally[`${word} counted`]).toBeGreaterThan(0)

  const tokenOf = new Map(stored.map(({ home, token }) => [home, token]))
  const counting = [...outcomes].flatMap(([home, { counted }]) => (counted ? [{ home, ...counted }] : []))
  const lineOf = (voter: string | undefined, channel: string | undefined, choice: unknown) =>
    `${voter} ${channel} ${String(choice)}`
  const counted = ballots.filter(({ status }) => status === 'counted')
  expect(counted.map(({ voter, channel, choices }) => lineOf(voter, channel, choices.i1)).sort()).toEqual(
    counting.map(({ home, channel, choice }) => lineOf(tokenOf.get(home.homeId), channel, choice)).sort(),
  )
  expect(new Set(counted.map(({ voter }) => voter)).size).toBe(counted.length)
  const homesFor = (option: string) => ({
    persons: counting.filter(({ choice }) => choice === option).length,
    area_centi_m2: 0,
  })
  expect(result.i1).toMatchObject({
    participated: { persons: counting.length, area_centi_m2: 0 },
    approve: homesFor('approve'),
    against: homesFor('against'),
    abstain: homesFor('abstain'),
    turnout_met: true,
  })
  return tally
}
