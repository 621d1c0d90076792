import type { Stance } from '#core/rounds'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import { across, head, resident, server, setRoundStage } from '../../../tests/builders/round-stage'
import { answer, discussed, manyPeople, opinionsFor, say, tend } from '../../../tests/builders/statements'

setRoundStage()

let people: SignedInPerson[]
beforeAll(async () => {
  people = await manyPeople(16)
})

/** Eight statements that nobody of the crowd wrote. */
async function asked() {
  const round = await discussed()
  const said = []
  for (const text of ['一', '二', '三', '四', '五', '六', '七', '八'])
    said.push(await say(resident, round, text))
  return { round, said }
}

type Asked = Awaited<ReturnType<typeof asked>>

/** Everybody agrees with the first two; of the others one half holds the one, one half the other. */
async function answerAs(half: 0 | 1, { round, said }: Asked, who: readonly SignedInPerson[]) {
  for (const person of who)
    for (const [n, one] of said.entries()) {
      const stance: Stance = n < 2 || n % 2 === half ? 'agree' : 'disagree'
      await answer(person, round, one, stance)
    }
}

const answersLeft = async ({ roundId }: { roundId: string }) =>
  (await server.db.selectFrom('round_opinions').selectAll().where('round_id', '=', roundId).execute()).length

describe('the picture of opinions', () => {
  it('is silent while fewer than ten answered enough', async () => {
    const stage = await asked()
    await answerAs(0, stage, people.slice(0, 8))
    await tend()
    // Eight, and who wrote the statements.
    expect(await opinionsFor(people[0] as SignedInPerson, stage.round)).toEqual({ people: 9, picture: null })
  })

  it('shows groups with what each holds, and where all meet; one’s own group to oneself alone', async () => {
    const stage = await asked()
    await answerAs(0, stage, people.slice(0, 8))
    await answerAs(1, stage, people.slice(8))
    await tend()
    const mine = await opinionsFor(people[0] as SignedInPerson, stage.round)
    expect(mine.people).toBe(17)
    expect(mine.picture?.groups.map((group) => group.people).sort()).toEqual([8, 9])
    expect(mine.picture?.groups.every(({ holds }) => holds.length === 3)).toBe(true)
    const met = mine.picture?.meets.map(({ text, side, agree }) => ({ text, side, agree })) ?? []
    expect(met).toEqual(
      expect.arrayContaining([
        { text: '一', side: 'agree', agree: 17 },
        { text: '二', side: 'agree', agree: 17 },
      ]),
    )
    expect(mine.picture?.meets[0]?.byGroup.map(({ agree }) => agree).sort()).toEqual([8, 9])
    const other = await opinionsFor(people[15] as SignedInPerson, stage.round)
    expect([mine.picture?.mine, other.picture?.mine].sort()).toEqual([0, 1])
    expect((await opinionsFor(head, stage.round)).picture?.mine).toBeNull()
    expect(JSON.stringify(mine)).not.toContain(people[3]?.personId)
  })

  it('is made anew only when five people more answered or changed their mind: no difference tells one’s answer', async () => {
    const stage = await asked()
    await answerAs(0, stage, people.slice(0, 8))
    await answerAs(1, stage, people.slice(8))
    await tend()
    const before = await opinionsFor(resident, stage.round)
    server.clock.now = new Date(server.clock.now.getTime() + 60_000)
    await answerAs(1, stage, people.slice(0, 4))
    await tend()
    expect(await opinionsFor(resident, stage.round)).toEqual(before)
    // The same one answering again and again is one.
    await answerAs(0, stage, people.slice(0, 1))
    await tend()
    expect(await opinionsFor(resident, stage.round)).toEqual(before)
    await answerAs(1, stage, people.slice(4, 5))
    await tend()
    expect((await opinionsFor(resident, stage.round)).picture?.madeAt).not.toBe(before.picture?.madeAt)
  })

  it('leaves out what neighbours don’t see any more', async () => {
    const stage = await asked()
    await answerAs(0, stage, people)
    await tend()
    const [first] = stage.said
    await server.db
      .updateTable('statements')
      .set({ words_state: 'hidden' })
      .where('statement_id', '=', first?.statementId ?? '')
      .execute()
    const { picture } = await opinionsFor(resident, stage.round)
    expect(picture?.meets.length).toBeGreaterThan(0)
    expect(picture?.meets.map(({ statementId }) => statementId)).not.toContain(first?.statementId)
  })

  it('stays when the discussion is over; what anybody answered is gone, for whoever has the key as well', async () => {
    const stage = await asked()
    await answerAs(0, stage, people)
    await server.db
      .updateTable('rounds')
      .set({ state: 'action' })
      .where('round_id', '=', stage.round.roundId)
      .execute()
    await tend()
    expect(await answersLeft(stage.round)).toBe(0)
    const { people: count, picture } = await opinionsFor(people[0] as SignedInPerson, stage.round)
    expect(count).toBe(17)
    expect(picture?.meets.length).toBeGreaterThan(0)
    expect(picture?.mine).toBeNull()
    await tend()
    expect((await opinionsFor(people[0] as SignedInPerson, stage.round)).people).toBe(17)
  })

  it('is for who reads the round', async () => {
    const { round } = await asked()
    await expect(opinionsFor(across, round)).rejects.toThrow()
  })
})
