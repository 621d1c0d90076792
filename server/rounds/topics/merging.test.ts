import fc from 'fast-check'
import type { TopicView } from '#core/rounds'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import { aRound, head, neighbour, resident, server, setRoundStage } from '../../../tests/builders/round-stage'
import {
  askMerge,
  aTopic,
  moreNeighbours,
  readTopicBy,
  topicsFor,
  trySecond,
  tryTopicAct,
} from '../../../tests/builders/topics'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code

async function told({ topicId }: { topicId: string }, { personId }: SignedInPerson): Promise<string[]> {
  const rows = await server.db
    .selectFrom('inbox_items')
    .select('kind')
    .where('subject_id', '=', topicId)
    .where('person_id', '=', personId)
    .orderBy('item_id')
    .execute()
  return rows.map(({ kind }) => kind)
}

describe('合到一起', () => {
  it('is asked by the convener with a reason, and happens when the author agrees; both pages say so', async () => {
    const round = await aRound()
    const bench = await aTopic(resident, round, { title: '加两张长椅' })
    const seats = await aTopic(neighbour, round, { title: '楼前要有坐的地方' })
    expect((await askMerge(resident, seats, bench)).status).toBe(403)
    const asked = await askMerge(head, seats, bench)
    expect(asked.body).toMatchObject({ state: 'open', proposal: { byName: '赵大爷（楼栋长）' } })
    expect(await told(seats, neighbour)).toEqual(['topic_merge_asked'])
    expect((await readTopicBy(resident, seats)).proposal).toBeNull()
    expect(codeOf(await askMerge(head, seats, bench))).toBe('TOPIC_MERGE_ASKED')

    expect((await tryTopicAct(neighbour, seats, 'agree_merge')).body).toMatchObject({
      state: 'merged',
      mergedInto: { topicId: bench.topicId, title: '加两张长椅' },
    })
    expect(await readTopicBy(resident, bench)).toMatchObject({
      seconds: 2,
      tookIn: [{ topicId: seats.topicId, title: '楼前要有坐的地方', byName: '湖光苑 3号楼的一位住户' }],
    })
    expect(await told(bench, resident)).toEqual(['topic_took_in'])
    const listed = await topicsFor(neighbour, round)
    expect(listed.map(({ state }) => state)).toEqual(['open', 'merged'])
  })

  it('doesn’t happen when the author wants them apart; who asked is told', async () => {
    const round = await aRound()
    const bench = await aTopic(resident, round)
    const other = await aTopic(neighbour, round)
    await askMerge(head, other, bench)
    expect((await tryTopicAct(neighbour, other, 'refuse_merge')).body).toMatchObject({
      state: 'open',
      proposal: null,
    })
    expect(await told(other, head)).toEqual(['topic_merge_refused'])
  })

  it('is refused where the other stands in another round, or stands no more', async () => {
    const [one, two] = [await aRound(), await aRound()]
    const [here, there] = [await aTopic(resident, one), await aTopic(resident, two)]
    expect(codeOf(await askMerge(head, here, there))).toBe('MERGE_NOT_POSSIBLE')
    expect(codeOf(await askMerge(head, here, here))).toBe('MERGE_NOT_POSSIBLE')
    const gone = await aTopic(neighbour, one)
    await askMerge(head, here, gone)
    await tryTopicAct(neighbour, gone, 'withdraw')
    expect(codeOf(await tryTopicAct(resident, here, 'agree_merge'))).toBe('MERGE_NOT_POSSIBLE')
    expect((await tryTopicAct(resident, here, 'refuse_merge')).status).toBe(200)
  })

  it('keeps every second and every proposer, once per home, in whatever order topics go into one another', async () => {
    const people = [resident, neighbour, ...(await moreNeighbours(4))]
    const person = fc.nat(people.length - 1)
    const plan = fc.record({
      proposers: fc.array(person, { minLength: 2, maxLength: 4 }),
      seconds: fc.array(fc.tuple(fc.nat(3), person), { maxLength: 8 }),
      order: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ proposers, seconds, order }) => {
        const round = await aRound()
        const topics: TopicView[] = []
        const homesOf: Set<number>[] = []
        for (const by of proposers) {
          topics.push(await aTopic(people[by] as SignedInPerson, round))
          homesOf.push(new Set([by]))
        }
        for (const [index, by] of seconds) {
          const topic = topics[index % topics.length] as TopicView
          if ((await trySecond(people[by] as SignedInPerson, topic)).status === 200)
            homesOf[index % topics.length]?.add(by)
        }
        const into = new Map<number, number>()
        for (const [a, b] of order) {
          const [from, target] = [a % topics.length, b % topics.length]
          const asked = await askMerge(head, topics[from] as TopicView, topics[target] as TopicView)
          if (asked.status !== 200) continue
          const author = people[proposers[from] as number] as SignedInPerson
          expect((await tryTopicAct(author, topics[from] as TopicView, 'agree_merge')).status).toBe(200)
          into.set(from, target)
          homesOf[from]?.forEach((home) => homesOf[target]?.add(home))
        }
        for (const [index, topic] of topics.entries()) {
          const now = await readTopicBy(head, topic)
          // What went along is counted where it went; what stayed behind still shows what it had.
          expect(now.seconds).toBe(homesOf[index]?.size)
          expect(now.mergedInto?.topicId).toBe(topics[into.get(index) ?? -1]?.topicId)
          const went = [...into]
            .filter(([, target]) => target === index)
            .map(([from]) => topics[from]?.topicId)
          expect(now.tookIn.map(({ topicId }) => topicId).sort()).toEqual(went.sort())
        }
      }),
      { numRuns: 12 },
    )
  })
})
