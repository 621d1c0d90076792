import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readMeEndpoint } from '#core/people'
import {
  listNotesEndpoint,
  listRoundsEndpoint,
  listSessionsEndpoint,
  openSessionEndpoint,
  strikeNoteEndpoint,
  writeNoteEndpoint,
  type NoteView,
} from '#core/rounds'
import { callAt, okAt, signInAs } from '../product/caller'
import { askDatabase, Products, type Product } from '../product/products'
import { Phones } from './phones'
import { homesOf, type Adult } from './plans'
import { moveIn, telephones } from './voters'

jest.setTimeout(600_000)

const WRITERS = 20
/** Entries of each; of so many one is written anew, and of so many one is struck. */
const EACH = 24
const WRITTEN_ANEW_IN = 6
const STRUCK_IN = 8
/** Of so many calls one is cut off while it is on its way, whether it arrived or not. */
const CUT_OFF_IN = 3
const CUT_OFF_AFTER_MS = 8
const DAY = 86_400_000

/** What somebody was told is there. */
interface Acknowledged {
  noteId: string
  text: string
  replaces?: string
  struck?: true
}

const products = new Products()
const phones = new Phones(() => url, WRITERS + 2)
const acknowledged = new Map<string, Acknowledged>()
let repeated = 0
let dataDir: string
let product: Product
let url: string
let params: { communityId: string; roundId: string; sessionId: string }
let writers: readonly Adult[]

const ask = <Row extends object>(query: string) => askDatabase<Row>(dataDir, query)

async function open(): Promise<void> {
  product = products.start({ dataDir, env: { TRUST_PROXY: 'true' } })
  url = await product.url()
}

beforeAll(async () => {
  products.build()
  dataDir = await products.preparedDataDir()
  await open()
  const head = await signInAs(url, '陈阿姨')
  const { communities } = await okAt(url, readMeEndpoint, { as: head })
  const { communityId = '', roles = [] } = communities[0] ?? {}
  const buildingId = roles.find(({ role }) => role === 'building_head')?.placeId ?? ''
  const homes = homesOf(WRITERS)
  await moveIn(dataDir, { communityId, buildingId }, homes)
  writers = homes.map(({ adults }) => adults[0] as Adult)
  await telephones(dataDir, writers)
  params = await sessionOf(head, communityId)
})
afterAll(async () => {
  phones.close()
  await product.stop()
  await products.close()
})

/** One that the head opens in the round that the demo is discussing. */
async function sessionOf(head: string, communityId: string) {
  const rounds = await okAt(url, listRoundsEndpoint, { as: head, params: { communityId }, query: {} })
  const roundId = rounds.items.find(({ state }) => state === 'discussion')?.roundId ?? ''
  const of = { as: head, params: { communityId, roundId } }
  const { topics } = await okAt(url, listSessionsEndpoint, of)
  const startsAt = new Date(Date.now() + DAY).toISOString()
  const body = { topicId: topics[0]?.topicId ?? '', startsAt, where: '楼下' }
  const { sessionId } = await okAt(url, openSessionEndpoint, { ...of, body })
  return { communityId, roundId, sessionId }
}

it('20 who write at once, are cut off and come back while the server is killed lose no word, and read the same', async () => {
  const readers = writers.slice(0, 2).map((reader) => new Reader(reader))
  const reading = Promise.all(readers.map((reader) => reader.read()))
  const total = WRITERS * EACH
  await Promise.all([
    ...writers.map((writer, n) => write(writer, n)),
    blow(() => acknowledged.size > total / 3, 'server').then(() =>
      blow(() => acknowledged.size > (2 * total) / 3, 'server and database'),
    ),
  ])
  for (const reader of readers) reader.isOver = true
  await reading
  expect(repeated).toBeGreaterThan(0)

  const late = new Reader(writers[2] as Adult)
  late.isOver = true
  await late.read()
  const expected = [...acknowledged.values()].sort((one, other) => (one.noteId < other.noteId ? -1 : 1))
  for (const reader of [...readers, late]) {
    expect(reader.acknowledged()).toEqual(expected)
    expect(reader.inOrder()).toEqual(late.inOrder())
  }
  const [{ n } = { n: -1 }] = await ask<{ n: number }>(
    `select count(*)::int as n from session_notes where session_id = '${params.sessionId}'`,
  )
  expect(n).toBe(acknowledged.size)
})

/** One entry after the other; now and then one is written anew, or struck. */
async function write(writer: Adult, n: number): Promise<void> {
  for (let index = 0; index < EACH; index += 1) {
    const note = await say(writer, { noteId: randomUUID(), text: `第 ${n} 位说的第 ${index} 句` })
    if (index % WRITTEN_ANEW_IN === WRITTEN_ANEW_IN - 1)
      await say(writer, { noteId: randomUUID(), text: `${note.text}，改过`, replaces: note.noteId })
    else if (index % STRUCK_IN === STRUCK_IN - 1) await strike(writer, note)
  }
}

async function say(writer: Adult, { noteId, text, replaces }: Acknowledged): Promise<Acknowledged> {
  const call = { as: writer.token, params, key: randomUUID(), body: { noteId, text, replaces } }
  if (Math.random() < 1 / CUT_OFF_IN)
    await callAt(url, writeNoteEndpoint, { ...call, within: CUT_OFF_AFTER_MS }).catch(() => undefined)
  const sent = await phones.send(writeNoteEndpoint, call)
  if (sent.repeated) repeated += 1
  expect(sent.answer).toMatchObject({ noteId, text, mine: true })
  const note = { noteId, text, ...(replaces ? { replaces } : {}) }
  acknowledged.set(noteId, note)
  return note
}

async function strike(writer: Adult, note: Acknowledged): Promise<void> {
  const { noteId } = note
  await phones.send(strikeNoteEndpoint, { as: writer.token, params: { ...params, noteId } })
  acknowledged.set(noteId, { ...note, struck: true })
}

/** Asks for what is new again and again, as the page does, and never from the beginning. */
class Reader {
  isOver = false
  private last = 0
  private readonly notes = new Map<string, NoteView>()

  constructor(private readonly who: Adult) {}

  async read(): Promise<void> {
    for (let isLast = false; ; await sleep(20)) {
      const query = { after: String(this.last) }
      const { answer } = await phones.send(listNotesEndpoint, { as: this.who.token, params, query })
      for (const note of answer.items) this.notes.set(note.noteId, note)
      this.last = answer.last
      if (isLast && !answer.more) return
      isLast = this.isOver && !answer.more
    }
  }

  acknowledged(): Acknowledged[] {
    return [...this.notes.values()]
      .map(({ noteId, text, replaces, struckByName }) => ({
        noteId,
        text: text ?? '',
        ...(replaces ? { replaces } : {}),
        ...(struckByName === null ? {} : { struck: true as const }),
      }))
      .sort((one, other) => (one.noteId < other.noteId ? -1 : 1))
  }

  inOrder(): string[] {
    return [...this.notes.values()].sort((one, other) => one.seq - other.seq).map(({ noteId }) => noteId)
  }
}

/** Ends the product without a warning, once so much is acknowledged. */
async function blow(isTime: () => boolean, what: 'server' | 'server and database'): Promise<void> {
  while (!isTime()) await sleep(20)
  await Promise.all([product.kill(), what === 'server' ? undefined : product.killPostgres()])
  await open()
}
