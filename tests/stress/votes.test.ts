import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readMeEndpoint } from '#core/people'
import {
  actOnVoteEndpoint,
  createVoteEndpoint,
  listMyBallotsEndpoint,
  listTellerCandidatesEndpoint,
  readBulletinEndpoint,
  readVoteEndpoint,
  verifyBulletin,
  type Bulletin,
  type VoteView,
} from '#core/votes'
import { okAt, signInAs } from '../product/caller'
import { askDatabase, Products, type Product } from '../product/products'
import { moveVote } from '../product/vote-days'
import { CountingRoom } from './counting'
import { goesToThird, outcomeOf, type Outcome } from './outcome'
import { Phones } from './phones'
import { errandsOf, homesOf, type Home } from './plans'
import { PollingDay } from './polling'
import { expectCountedOnce, expectEachInTheRecord, type Stored } from './record'
import { moveIn, takeAuthorities } from './voters'

// On a machine that is busy with other things; alone it takes half of that.
jest.setTimeout(600_000)

const HOMES = 5_000
const CONNECTIONS = 32
const DAY = 86_400_000
/** Of the demo: the two who count and check proxies, and who counts where they differ. */
const TELLERS = ['王敏', '赵晴', '陈国强'] as const

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
const tell = (sentence: string) => process.stdout.write(`${sentence}\n`)

const homes = homesOf(HOMES)
const errands = homes.flatMap((home) => errandsOf(home, homes))
const steps = errands.reduce((sum, errand) => sum + errand.steps.length, 0)

const products = new Products()
const phones = new Phones(() => url, CONNECTIONS)
let dataDir: string
let product: Product
let url: string
let head: string
let tellers: [string, string, string]
let place: { communityId: string; buildingId: string }
let vote: VoteView
let polling: PollingDay
let room: CountingRoom

const params = () => ({ communityId: place.communityId, voteId: vote.voteId })
const moving = () => ({ dataDir, ...params() })
const ask = <Row extends object>(query: string) => askDatabase<Row>(dataDir, query)
const read = async () => (await phones.send(readVoteEndpoint, { as: head, params: params() })).answer

async function open(): Promise<void> {
  product = products.start({ dataDir, env: { TRUST_PROXY: 'true' } })
  url = await product.url()
}

async function untilIt(state: VoteView['state']): Promise<VoteView> {
  for (const deadline = Date.now() + 60_000; ; await sleep(200)) {
    const seen = await read()
    if (seen.state === state) return seen
    if (Date.now() > deadline) throw new Error(`The vote is ${seen.state}, not ${state}`)
  }
}

/** On paper too, and frozen with its whole roll. */
async function convene(): Promise<VoteView> {
  const { communityId, buildingId: placeId } = place
  const who = { as: head, params: { communityId } }
  const { items } = await okAt(url, listTellerCandidatesEndpoint, { ...who, query: { placeId } })
  const idOf = (name: string) => items.find((one) => one.name.includes(name))?.personId ?? ''
  const body = {
    placeId,
    electorate: 'homes' as const,
    title: '楼道里能不能放自行车',
    text: '一楼楼梯下面画两个车位，别处不放。',
    items: [{ subject: 'shared_space' as const, title: '同意在一楼楼梯下面放自行车吗' }],
    opensOn: dayIn(20),
    closesOn: dayIn(30),
    tellerIds: TELLERS.map(idOf),
  }
  vote = await okAt(url, createVoteEndpoint, { ...who, body })
  const act = { act: 'give_notice' as const, revision: vote.revision }
  return okAt(url, actOnVoteEndpoint, { as: head, params: params(), body: act })
}

/** As what each home stands on the roll. */
async function rollOf(): Promise<Map<string, { voterId: string; number: number }>> {
  const rows = await ask<{ home: string; voterId: string; number: number }>(
    `select way_id as home, voter_id as "voterId", position + 1 as number
      from vote_voter_ways join vote_voters using (community_id, vote_id, voter_id)
      where vote_id = '${vote.voteId}' and way = 'home'`,
  )
  return new Map(rows.map(({ home, ...voter }) => [home, voter]))
}

beforeAll(async () => {
  products.build()
  dataDir = await products.preparedDataDir()
  await open()
  head = await signInAs(url, '陈阿姨')
  const [first, second, third] = TELLERS
  tellers = [await signInAs(url, first), await signInAs(url, second), await signInAs(url, third)]
  const { communities } = await okAt(url, readMeEndpoint, { as: head })
  const [community] = communities
  const office = community!.roles.find(({ role }) => role === 'building_head')
  place = { communityId: community!.communityId, buildingId: office!.placeId }
  const begun = Date.now()
  await moveIn(dataDir, place, homes)
  const photoOf = await takeAuthorities(dataDir, place, homes)
  const filled = Date.now()
  await convene()
  tell(`${HOMES} homes: ${filled - begun} ms; notice with its roll: ${Date.now() - filled} ms`)
  const now = Date.now()
  await moveVote(moving(), {
    state: 'notice',
    act: 'open',
    opensAt: new Date(now),
    closesAt: new Date(now + DAY),
  })
  await untilIt('open')
  const voterOf = await rollOf()
  const [one, two, three] = tellers
  const officials = { officials: [head, one, two], checkers: [one, two] }
  polling = new PollingDay(phones, { params: params(), homes, voterOf, photoOf, ...officials })
  const homeOf = new Map(homes.map((home) => [voterOf.get(home.homeId)?.voterId ?? '', home]))
  room = new CountingRoom(phones, params(), { 1: one, 2: two, 3: three }, homeOf)
})

afterAll(async () => {
  phones.close()
  await product.stop()
  await products.close()
})

/** Ends the product without a warning, once so much is acknowledged. */
async function blow(isTime: () => boolean, what: 'server' | 'server and database'): Promise<void> {
  while (!isTime()) await sleep(20)
  await Promise.all([product.kill(), what === 'server' ? undefined : product.killPostgres()])
  await open()
}

it('5,000 homes vote at once by phone, on paper and by proxy while the server is killed: each acknowledged ballot is in the record, none counts twice', async () => {
  const begun = Date.now()
  await Promise.all([
    polling.run(errands),
    blow(() => polling.acknowledged.length > steps / 3, 'server').then(() =>
      blow(() => polling.acknowledged.length > (2 * steps) / 3, 'server and database'),
    ),
  ])
  tellTimes(Date.now() - begun)
  expect(polling.acknowledged).toHaveLength(steps)
  const repeated = polling.acknowledged.filter((one) => one.repeated)
  expect(repeated.length).toBeGreaterThan(0)
  for (const one of [...repeated.slice(0, 20), ...polling.acknowledged.slice(-20)])
    expect(await one.again()).toEqual(one.answer)

  const outcomes = new Map(homes.map((home) => [home, outcomeOf(home, deedsOf(home))]))
  const all = [...outcomes.values()]
  expect((await read()).turnout?.persons).toBe(all.filter(({ tookPart }) => tookPart).length)

  // The days are moved once more, so that the clock opens and ends it by itself: its hash is over the days as they were.
  const now = Date.now()
  const days = { opensAt: new Date(now), closesAt: new Date(now + 5_000) }
  await moveVote(moving(), { state: 'notice', act: 'open', ...days })
  await untilIt('counting')
  await countPaper(homes.filter((home) => outcomes.get(home)?.opened))
  await expectTheRecord(outcomes)
})

const deedsByHome = () => {
  const byHome = new Map<Home, PollingDay['acknowledged']>()
  for (const one of polling.acknowledged) byHome.set(one.home, [...(byHome.get(one.home) ?? []), one])
  return byHome
}
let deeds: ReturnType<typeof deedsByHome> | undefined
const deedsOf = (home: Home) => (deeds ??= deedsByHome()).get(home) ?? []

function tellTimes(milliseconds: number): void {
  const times = polling.ballots.map((one) => one.milliseconds).sort((one, other) => one - other)
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0)
  const said = `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
  const seconds = (milliseconds / 1000).toFixed(1)
  tell(`${steps} deeds, ${times.length} of them ballots, in ${seconds} s, both restarts included: ${said}`)
}

/** Two open every envelope there is to open and the third those they read differently, while all is killed once more. */
async function countPaper(toOpen: readonly Home[]): Promise<void> {
  const begun = Date.now()
  const inOrder = (some: readonly Home[]) => some.map(({ n }) => n).sort((one, other) => one - other)
  const lists = [await room.waitingFor(1), await room.waitingFor(2)] as const
  for (const list of lists) expect(inOrder(list)).toEqual(inOrder(toOpen))
  await Promise.all([
    room.keyAll(1, lists[0]),
    room.keyAll(2, [...lists[1]].reverse()),
    blow(() => room.acknowledged.length > toOpen.length, 'server and database'),
  ])
  const differing = await room.waitingFor(3)
  expect(inOrder(differing)).toEqual(inOrder(toOpen.filter(goesToThird)))
  await room.keyAll(3, differing)
  tell(`${toOpen.length} envelopes, ${differing.length} of them read three times: ${Date.now() - begun} ms`)
  expect(room.acknowledged.filter(({ repeated }) => repeated).length).toBeGreaterThan(0)
  expect(room.acknowledged.filter(({ answer }) => answer.closed)).toHaveLength(1)
}

async function expectTheRecord(outcomes: ReadonlyMap<Home, Outcome>): Promise<void> {
  const ended = await untilIt('closed')
  const begun = Date.now()
  const bulletin = (await okAt(url, readBulletinEndpoint, {
    as: head,
    params: params(),
  })) as unknown as Bulletin
  tell(`the record, ${bulletin.ballots.length} ballots, read in ${Date.now() - begun} ms`)
  expect(verifyBulletin(JSON.stringify(bulletin), sha256)).toEqual({ ok: true, result: bulletin.result })
  expect(ended.items[0]?.result).toEqual(bulletin.result.i1)
  expect(ended.head).toBe(bulletin.head)

  const stored = await ask<Stored>(
    `select b.receipt, w.way_id as home, b.voter_id, b.caster_id, b.channel, b.cast_at, v.token
      from ballots b join vote_voters v using (community_id, vote_id, voter_id)
        join vote_voter_ways w using (community_id, vote_id, voter_id)
      where b.vote_id = '${vote.voteId}' and w.way = 'home'`,
  )
  const all = [...outcomes.values()]
  expect(stored).toHaveLength(all.reduce((sum, { records }) => sum + records.length, 0))
  expect(await entriesOf('vote.cast_ballot')).toBe(polling.ballots.length)
  expect(await entriesOf('vote.key_envelope')).toBe(room.acknowledged.length)
  expectEachInTheRecord(bulletin, stored, polling.ballots)
  tell(JSON.stringify(expectCountedOnce(bulletin, stored, outcomes)))
  await expectReceipts(bulletin, outcomes)
}

async function entriesOf(act: string): Promise<number | undefined> {
  const [entries] = await ask<{ n: number }>(
    `select count(*)::int as n from audit_entries where act = '${act}' and subject_id = '${vote.voteId}'`,
  )
  return entries?.n
}

/** Everybody asks for their receipts: one for each ballot they did not replace, and each stands in the record. */
async function expectReceipts({ ballots }: Bulletin, outcomes: ReadonlyMap<Home, Outcome>): Promise<void> {
  const due = new Map<string, number>()
  for (const id of [...outcomes.values()].flatMap(({ withReceipt }) => withReceipt))
    due.set(id, (due.get(id) ?? 0) + 1)
  const published = new Set(ballots.map(({ receipt }) => receipt))
  const wrong: string[] = []
  const begun = Date.now()
  const adults = homes.flatMap((home) => home.adults)
  await phones.all(adults, async ({ personId, token }) => {
    const { answer } = await phones.send(listMyBallotsEndpoint, { as: token, params: params() })
    const isRight = answer.items.every(({ receipt }) => published.has(receipt))
    if (!isRight || answer.items.length !== (due.get(personId) ?? 0)) wrong.push(personId)
  })
  tell(`${adults.length} asked for their receipts: ${Date.now() - begun} ms`)
  expect(wrong).toEqual([])
}
