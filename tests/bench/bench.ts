import path from 'node:path'
import { buildOnce } from '../../scripts/build-once'
import type { Size } from '../builders/big-district'
import { makeDistrict, makeTemplate, signInAll, using } from './district'
import { halfTimes, slowTimes, throughputs, type Duel, type Pace, type Result } from './measure'
import { againstBare, againstSize, type Operation } from './operations'
import { recordScript } from './record'
import { bareRequests, productRequests } from './requests'
import { inOneRound, PEOPLE } from './round-operations'
import { settled } from './settled'
import { tableOf } from './table'
import { countBallots } from './tally'
import { findGroups } from './opinions'
import { Workshop, type Connection, type Measured } from './workshop'

/** What is open stays the same, however long people have reported. */
const OPEN = 4_000
const FEW: Size = { matters: 20_000, open: OPEN }

/** Our API answers at least so many calls for each that the bare server answers. */
const LEAST_RATIO = 0.6
/** Of a ballot a little less is asked: it is sealed, and who may cast it is found out from the roll. */
const LEAST_RATIO_OF: Partial<Record<string, number>> = { cast: 0.5 }
const leastRatioOf = (name: string) => LEAST_RATIO_OF[name] ?? LEAST_RATIO
/** A vote of 100,000 is counted, put on record and verified in at most so many times what hashing its ballots twice takes. */
const LEAST_RATIO_OF_RECORD = 0.3
/** Opinion groups of 500 people take at most so many times what their answers, and each shuffle of them, take to be decomposed. */
const LEAST_RATIO_OF_GROUPS = 0.25
/** Of 500 in one round all but one in twenty wait at most so many times as long as where the same rows are written without us. */
const MOST_WAITING = 4
/** With many matters half of the answers take at most so many times as long as with few. */
const MOST_GROWTH = 1.2

const WARM_UP = { calls: 4_000, milliseconds: 12_000 }
const THROUGHPUT_PACE: Pace = { clients: 16, rounds: 9, milliseconds: 1500, warmUp: WARM_UP }
/** Few clients: what is asked for is how long an answer takes, not how long it waits for its turn. */
const LATENCY_PACE: Pace = {
  clients: 2,
  rounds: 9,
  milliseconds: 800,
  warmUp: { calls: 1_000, milliseconds: 4_000 },
}
const CROWD_PACE: Pace = {
  clients: PEOPLE,
  rounds: 5,
  milliseconds: 2500,
  warmUp: { calls: 4_000, milliseconds: 8_000 },
}

const tell = (sentence: string) => console.log(sentence)

/** Fills, measures and prints; answers whether every goal was met. Whatever happens, nothing is left behind. */
export async function runBench({ matters }: { matters: number }): Promise<boolean> {
  await buildOnce('server')
  const workshop = new Workshop()
  const stop = () => void workshop.close().then(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  try {
    return await measureAll(workshop, { matters, open: OPEN })
  } finally {
    await workshop.close()
  }
}

async function measureAll(workshop: Workshop, many: Size): Promise<boolean> {
  await fill(workshop, many)
  const running = await workshop.openPostgres('production')
  process.env.LINLI_TEST_POSTGRES = JSON.stringify({
    host: running.host,
    port: running.port,
    user: running.user,
  })
  const [few, big] = [workshop.connectionTo('linli_few'), workshop.connectionTo('linli_many')]
  const tokens = await signInAll([few, big], [...againstBare(many), ...againstSize(many), ...inOneRound])
  const product = await workshop.startProduct(big)
  const grown = await compareSizes(workshop, { few, many, product, tokens })
  const kept = await compareWithBare(workshop, { big, many, product, tokens })
  const crowded = await compareCrowds(workshop, { big, product, tokens })
  const computed = [
    { ...countBallots(), least: LEAST_RATIO_OF_RECORD },
    { ...findGroups(), least: LEAST_RATIO_OF_GROUPS },
  ]
  return print({ kept, grown, crowded, computed })
}

async function fill(workshop: Workshop, many: Size): Promise<void> {
  const start = Date.now()
  tell(`Filling 200 communities: ${FEW.matters} matters, and ${many.matters} …`)
  const running = await workshop.openPostgres('filling')
  await makeTemplate(running)
  await makeDistrict(running, 'linli_few', FEW)
  await makeDistrict(running, 'linli_many', many)
  tell(`… in ${Math.round((Date.now() - start) / 1000)} s`)
}

interface Scene {
  many: Size
  product: Measured
  tokens: ReadonlyMap<string, string>
}

/** The product over many matters against itself over few. */
async function compareSizes(workshop: Workshop, { few, many, product, tokens }: Scene & { few: Connection }) {
  const small = await workshop.startProduct(few)
  const ofFew = new Map(againstSize(FEW).map((operation) => [operation.name, operation]))
  const results: Result[] = []
  for (const operation of againstSize(many)) {
    const duel = {
      name: operation.name,
      first: { origin: product.origin, next: productRequests(operation, tokens) },
      second: {
        origin: small.origin,
        next: productRequests(ofFew.get(operation.name) as Operation, tokens),
      },
    }
    results.push(await halfTimes(duel, LATENCY_PACE))
  }
  await small.stop()
  return results
}

/** The product against the same SQL without it. */
async function compareWithBare(
  workshop: Workshop,
  { big, many, product, tokens }: Scene & { big: Connection },
) {
  const operations = againstBare(many)
  const file = path.join(workshop.folder, 'script')
  await using(big, (db) => recordScript(db, operations, tokens, { file }))
  const fight = { operations, product, tokens, bare: await workshop.startBare(big, file) }
  return fightEach(fight, (duel) => throughputs(duel, THROUGHPUT_PACE))
}

/** People in one round, all at once, against the same rows without us. */
async function compareCrowds(
  workshop: Workshop,
  { big, product, tokens }: Omit<Scene, 'many'> & { big: Connection },
) {
  const operations = inOneRound
  const file = path.join(workshop.folder, 'crowd')
  await using(big, (db) => recordScript(db, operations, tokens, { file, rowsOnly: true }))
  const fight = { operations, product, tokens, bare: await workshop.startBare(big, file) }
  return fightEach(fight, async (duel) => {
    await using(big, settled)
    return slowTimes(duel, CROWD_PACE)
  })
}

interface Fight extends Omit<Scene, 'many'> {
  operations: readonly Operation[]
  bare: Measured
}

async function fightEach(
  { operations, product, bare, tokens }: Fight,
  fight: (duel: Duel) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (const operation of operations) {
    results.push(
      await fight({
        name: operation.name,
        first: { origin: product.origin, next: productRequests(operation, tokens) },
        second: { origin: bare.origin, next: bareRequests(operation) },
      }),
    )
  }
  await bare.stop()
  return results
}

interface Measures {
  kept: Result[]
  grown: Result[]
  crowded: Result[]
  computed: (Result & { least: number })[]
}

const atLeast = (result: Result, least: number) => ({
  ...result,
  goal: `≥ ${least}`,
  passed: result.ratio >= least,
})
const atMost = (result: Result, most: number) => ({
  ...result,
  goal: `≤ ${most}`,
  passed: result.ratio <= most,
})

function print({ kept, grown, crowded, computed }: Measures): boolean {
  const lines = [
    ...kept.map((result) => ({
      what: `${result.name}: calls a second, ours : bare`,
      ...atLeast(result, leastRatioOf(result.name)),
    })),
    ...grown.map((result) => ({
      what: `${result.name}: p50 in ms, many : few`,
      ...atMost(result, MOST_GROWTH),
    })),
    ...crowded.map((result) => ({
      what: `${result.name}: p95 in ms of ${PEOPLE} in one round, ours : bare`,
      ...atMost(result, MOST_WAITING),
    })),
    ...computed.map(({ least, ...result }) => ({
      what: `${result.name}: s, ours; bare : ours`,
      ...atLeast(result, least),
    })),
  ]
  tell(tableOf(lines))
  return lines.every(({ passed }) => passed)
}
