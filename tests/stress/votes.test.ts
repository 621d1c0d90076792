import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readMeEndpoint } from '#core/people'
import {
  actOnVoteEndpoint,
  createVoteEndpoint,
  readBulletinEndpoint,
  readVoteEndpoint,
  verifyBulletin,
  type Bulletin,
  type VoteClockAct,
  type VoteView,
} from '#core/votes'
import { okAt, signInAs } from '../product/caller'
import { askDatabase, Products, type Product } from '../product/products'
import { PollingDay } from './polling'
import { moveIn, type Adult } from './voters'

jest.setTimeout(300_000)

const HOMES = 5_000
const CONNECTIONS = 32
const DAY = 86_400_000

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
const tell = (sentence: string) => process.stdout.write(`${sentence}\n`)

const products = new Products()
let dataDir: string
let product: Product
let url: string
let head: string
let place: { communityId: string; buildingId: string }
let adults: Adult[]
let vote: VoteView
let polling: PollingDay

const params = () => ({ communityId: place.communityId, voteId: vote.voteId })
const ask = <Row extends object>(query: string) => askDatabase<Row>(dataDir, query)

async function open(): Promise<void> {
  product = products.start({ dataDir, env: { TRUST_PROXY: 'true' } })
  url = await product.url()
}

/** Moves the vote's days, and with them what the clock has on its list; the clock itself does the rest. */
async function moveTo(state: string, act: VoteClockAct, opensAt: Date, closesAt: Date): Promise<void> {
  const [opens, closes] = [opensAt.toISOString(), closesAt.toISOString()]
  const payload = JSON.stringify({ ...params(), act, dueAt: act === 'open' ? opens : closes })
  await ask(`with moved as (update votes set state = '${state}', opens_at = '${opens}', closes_at = '${closes}'
      where vote_id = '${vote.voteId}' returning 1)
    select graphile_worker.add_job('vote_clock', '${payload}'::json, run_at => '${opens}',
      job_key => 'vote_${act}:${vote.voteId}', job_key_mode => 'replace') from moved`)
}

async function untilIt(state: VoteView['state']): Promise<VoteView> {
  for (const deadline = Date.now() + 60_000; ; await sleep(200)) {
    const read = await okAt(url, readVoteEndpoint, { as: head, params: params() })
    if (read.state === state) return read
    if (Date.now() > deadline) throw new Error(`The vote is ${read.state}, not ${state}`)
  }
}

/** Frozen with its whole roll, then opened by the clock. */
async function convene(): Promise<VoteView> {
  const { communityId, buildingId: placeId } = place
  const body = {
    placeId,
    electorate: 'homes' as const,
    title: '楼道里能不能放自行车',
    text: '一楼楼梯下面画两个车位，别处不放。',
    items: [{ subject: 'shared_space' as const, title: '同意在一楼楼梯下面放自行车吗' }],
    opensOn: dayIn(20),
    closesOn: dayIn(30),
  }
  const draft = await okAt(url, createVoteEndpoint, { as: head, params: { communityId }, body })
  vote = draft
  const act = { act: 'give_notice' as const, revision: draft.revision }
  return okAt(url, actOnVoteEndpoint, { as: head, params: params(), body: act })
}

beforeAll(async () => {
  products.build()
  dataDir = await products.preparedDataDir()
  await open()
  head = await signInAs(url, '陈阿姨')
  const { communities } = await okAt(url, readMeEndpoint, { as: head })
  const [community] = communities
  const office = community!.roles.find(({ role }) => role === 'building_head')
  place = { communityId: community!.communityId, buildingId: office!.placeId }
  const begun = Date.now()
  adults = await moveIn(dataDir, { ...place, homes: HOMES })
  const filled = Date.now()
  await convene()
  tell(
    `${adults.length} adults moved in: ${filled - begun} ms; notice with its roll: ${Date.now() - filled} ms`,
  )
  const now = Date.now()
  await moveTo('notice', 'open', new Date(now), new Date(now + DAY))
  await untilIt('open')
  const ways = await ask<{ way_id: string; voter_id: string }>(
    `select way_id, voter_id from vote_voter_ways where vote_id = '${vote.voteId}' and way = 'home'`,
  )
  const voterOf = new Map(ways.map((way) => [way.way_id, way.voter_id]))
  polling = new PollingDay(() => url, params(), voterOf, CONNECTIONS)
}, 300_000)

afterAll(async () => {
  polling.close()
  await product.stop()
  await products.close()
})

/** Ends the product without a warning, each time more of it, once so many ballots are acknowledged. */
async function blow(acknowledged: number, what: 'server' | 'server and database'): Promise<void> {
  while (polling.acknowledged.length < acknowledged) await sleep(20)
  await Promise.all([product.kill(), what === 'server' ? undefined : product.killPostgres()])
  await open()
}

interface Stored {
  receipt: string
  voter_id: string
  caster_id: string
  cast_at: Date
  token: string
}

it('5,000 homes cast at once while the server is killed twice: each acknowledged ballot is in the record, none counts twice', async () => {
  const ballots = adults.reduce((sum, { choices }) => sum + choices.length, 0)
  const begun = Date.now()
  await Promise.all([
    polling.castAll(adults),
    blow(ballots / 3, 'server').then(() => blow((2 * ballots) / 3, 'server and database')),
  ])
  const seconds = (Date.now() - begun) / 1000
  const { acknowledged } = polling
  const times = acknowledged.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0)
  tell(
    `${ballots} ballots in ${seconds.toFixed(1)} s, both restarts included: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  )
  expect(acknowledged).toHaveLength(ballots)
  const repeated = acknowledged.filter((one) => one.repeated)
  expect(repeated.length).toBeGreaterThan(0)

  // The days are moved once more, so that the clock opens, ends and counts by itself: its hash is over the days as they were.
  const now = Date.now()
  await moveTo('notice', 'open', new Date(now), new Date(now + 5_000))
  const ended = await untilIt('closed')
  tell(`opened, ended and counted by the clock: ${Date.now() - now - 5_000} ms after its end`)

  const stored = await ask<Stored>(
    `select b.receipt, b.voter_id, b.caster_id, b.cast_at, v.token
      from ballots b join vote_voters v using (community_id, vote_id, voter_id) where b.vote_id = '${vote.voteId}'`,
  )
  expect(stored).toHaveLength(ballots)
  const [entries] = await ask<{ n: number }>(
    `select count(*)::int as n from audit_entries where act = 'vote.cast_ballot' and subject_id = '${vote.voteId}'`,
  )
  expect(entries?.n).toBe(ballots)

  const reading = Date.now()
  const bulletin = (await okAt(url, readBulletinEndpoint, {
    as: head,
    params: params(),
  })) as unknown as Bulletin
  tell(`the record, ${ballots} ballots, read in ${Date.now() - reading} ms`)
  expectEachInTheRecord(bulletin, stored)
  expectCountedOnce(bulletin)
  expect(verifyBulletin(JSON.stringify(bulletin), sha256)).toEqual({ ok: true, result: bulletin.result })
  expect(ended.items[0]?.result).toEqual(bulletin.result.i1)
  expect(ended.head).toBe(bulletin.head)

  for (const one of [...repeated.slice(0, 20), ...acknowledged.slice(-20)])
    expect((await polling.send(one)).answer).toEqual(one.answer)
  expect(await ask(`select count(*)::int as n from ballots where vote_id = '${vote.voteId}'`)).toEqual([
    { n: ballots },
  ])
})

/** Each answer belongs to one row, and its receipt stands in the record beside its voter, with what was chosen. */
function expectEachInTheRecord({ ballots }: Bulletin, stored: readonly Stored[]): void {
  const nameOf = (voter: string, caster: string, at: string) => `${voter} ${caster} ${at}`
  const rows = new Map(
    stored.map((row) => [nameOf(row.voter_id, row.caster_id, row.cast_at.toISOString()), row] as const),
  )
  const published = new Map(ballots.map((ballot) => [ballot.receipt, ballot]))
  const found = polling.acknowledged.map(({ adult, choice, answer }) => {
    const row = rows.get(nameOf(answer.voterId, adult.personId, answer.castAt ?? ''))
    const ballot = published.get(row?.receipt ?? '')
    const { disputed } = (ballot ?? {}) as { disputed?: Record<string, string> }
    const chosen = ballot?.choices.i1 ?? disputed?.i1
    return { receipt: row?.receipt, holds: ballot?.voter === row?.token && chosen === choice }
  })
  expect(found.filter(({ holds }) => !holds)).toEqual([])
  expect(new Set(found.map(({ receipt }) => receipt)).size).toBe(ballots.length)
}

/** Home by home, from what was acknowledged alone: the last of each adult; where two differ, nothing counts. */
function expectCountedOnce({ ballots, result }: Bulletin): void {
  const last = new Map<string, Map<string, string>>()
  for (const { adult, choice } of polling.acknowledged) {
    const home = last.get(adult.homeId) ?? new Map<string, string>()
    last.set(adult.homeId, home.set(adult.personId, choice))
  }
  const agreed = [...last.values()]
    .map((home) => new Set(home.values()))
    .filter((chosen) => chosen.size === 1)
  const homesFor = (option: string) => ({
    persons: agreed.filter((chosen) => chosen.has(option)).length,
    area_centi_m2: 0,
  })
  expect(agreed.length).toBeLessThan(HOMES)
  expect(result.i1).toMatchObject({
    participated: { persons: agreed.length, area_centi_m2: 0 },
    approve: homesFor('approve'),
    against: homesFor('against'),
    abstain: homesFor('abstain'),
    turnout_met: true,
  })
  const counted = ballots.filter(({ status }) => status === 'counted').map(({ voter }) => voter)
  expect(counted).toHaveLength(agreed.length)
  expect(new Set(counted).size).toBe(counted.length)
}
