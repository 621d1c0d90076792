import { randomUUID } from 'node:crypto'
import type { NoteView, RoundView, SessionView } from '#core/rounds'
import { aSession, notesAfter, readSessionBy, tryWrite } from '../../../tests/builders/discussing'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import { aRound, place, resident, server, setRoundStage } from '../../../tests/builders/round-stage'

setRoundStage()

const WRITERS = 20
const EACH = 10

let round: RoundView
let session: SessionView
let writers: SignedInPerson[]
beforeAll(async () => {
  round = await aRound({ state: 'discussion' })
  session = await aSession(round)
  const { homeId, neighbourHomeId } = place.community
  writers = await Promise.all(
    Array.from({ length: WRITERS }, (_, n) => place.resident(n % 2 ? homeId : neighbourHomeId, {})),
  )
})

const wordsOf = (writer: number, n: number) => `第 ${writer} 位写的第 ${n} 条`

/** As a phone does it: what got no answer is sent again, under its key or, after a restart, under another. */
async function writeOn(writer: number): Promise<void> {
  for (let n = 0; n < EACH; n += 1) {
    const noteId = randomUUID()
    const key = randomUUID()
    const send = (under: string) =>
      tryWrite(writers[writer] as SignedInPerson, session, wordsOf(writer, n), { noteId, key: under })
    // The connection drops: nobody waits for the answer, and the phone sends it once more meanwhile.
    const dropped = n % 3 === 0 ? [send(key), send(key)] : []
    const afterRestart = n % 4 === 0 ? [send(randomUUID())] : []
    const answers = await Promise.all([...dropped, ...afterRestart, send(key)])
    for (const { status, body } of answers)
      if (status !== 200) throw new Error(`${wordsOf(writer, n)} answered ${JSON.stringify(body)}`)
  }
}

/** As a page does it: asks for what came since, and now and then loses an answer and asks for the same again. */
async function follow(isOver: () => boolean): Promise<Map<string, NoteView>> {
  const seen = new Map<string, NoteView>()
  let after = 0
  let asked = 0
  for (let quiet = 0; quiet < 2;) {
    const wasOver = isOver()
    const { items, last, more } = await notesAfter(resident, session, after)
    asked += 1
    if (asked % 5 === 0) continue
    for (const note of items) seen.set(note.noteId, note)
    after = last
    quiet = wasOver && !more && items.length === 0 ? quiet + 1 : 0
  }
  return seen
}

it('twenty who write at once, drop out and come back lose no word', async () => {
  let over = false
  const followers = Array.from({ length: 3 }, () => follow(() => over))
  await Promise.all(writers.map((_, n) => writeOn(n)))
  over = true
  const expected = writers.flatMap((_, writer) => Array.from({ length: EACH }, (__, n) => wordsOf(writer, n)))
  for (const seen of await Promise.all(followers))
    expect([...seen.values()].map(({ text }) => text).sort()).toEqual([...expected].sort())
  expect((await readSessionBy(resident, session)).notes).toBe(WRITERS * EACH)
  const rows = await server.db
    .selectFrom('session_notes')
    .select(['seq', 'text', 'author_id'])
    .where('session_id', '=', session.sessionId)
    .orderBy('seq')
    .execute()
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: WRITERS * EACH }, (_, n) => n + 1))
  // What one writes keeps its order.
  writers.forEach(({ personId }, writer) =>
    expect(rows.filter((row) => row.author_id === personId).map(({ text }) => text)).toEqual(
      Array.from({ length: EACH }, (_, n) => wordsOf(writer, n)),
    ),
  )
})
