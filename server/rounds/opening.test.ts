import {
  listItemsEndpoint,
  listLessonsEndpoint,
  listTopicsEndpoint,
  readRoundEndpoint,
  ROUND_PHASES,
  type RoundState,
} from '#core/rounds'
import { aSession, boardBy } from '../../tests/builders/discussing'
import { anItem, tryLesson } from '../../tests/builders/items'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  aRound,
  head,
  neighbour,
  readRoundBy,
  resident,
  roundParams,
  server,
  setRoundStage,
  stranger,
} from '../../tests/builders/round-stage'
import { aTopic, nextFor, opinionsFor, outcomesFor, say } from '../../tests/builders/statements'

setRoundStage()

const opened = (by: SignedInPerson, round: { roundId: string }) =>
  server.call(readRoundEndpoint, {
    as: by.token,
    params: roundParams(round),
    query: { opening: 'true' },
  })

/** What one finds who opens the page. */
async function openingFor(by: SignedInPerson, round: { roundId: string }) {
  const { opening } = (await opened(by, round)).body as { opening: Record<string, unknown> }
  return opening
}

const listed = (by: SignedInPerson, round: { roundId: string }) => ({
  as: by.token,
  params: roundParams(round),
  query: {},
})

describe('what the page of a round shows first comes with it', () => {
  it('in the agenda its topics, as their list says it to the same reader', async () => {
    const round = await aRound({ state: 'agenda' })
    await aTopic(round)
    const topics = await server.ok(listTopicsEndpoint, listed(neighbour, round))
    expect(topics.items).toHaveLength(1)
    expect(await openingFor(neighbour, round)).toEqual({ topics })
  })

  it('in the discussion the sessions, the next statement, what is thought, and what came of the topics', async () => {
    const round = await aRound({ state: 'discussion' })
    await aSession(round)
    await say(resident, round)
    const opening = await openingFor(neighbour, round)
    expect(Object.keys(opening).sort()).toEqual(['outcomes', 'sessions', 'statements'])
    expect(opening['sessions']).toEqual(await boardBy(neighbour, round))
    expect(opening['outcomes']).toEqual(await outcomesFor(neighbour, round))
    expect(opening['statements']).toEqual({
      asked: await nextFor(neighbour, round),
      opinions: await opinionsFor(neighbour, round),
    })
  })

  it('in the evaluation, and once it is over, the items and the lessons', async () => {
    const round = await aRound({ state: 'action' })
    await anItem(head, round)
    const put = (state: RoundState, ended_at: Date | null = null) =>
      server.db.updateTable('rounds').set({ state, ended_at }).where('round_id', '=', round.roundId).execute()
    const items = await server.ok(listItemsEndpoint, listed(resident, round))
    expect(items.items).toHaveLength(1)
    expect(await openingFor(resident, round)).toEqual({ items })
    await put('evaluation')
    await tryLesson(resident, round)
    expect(await openingFor(resident, round)).toEqual({
      items: await server.ok(listItemsEndpoint, listed(resident, round)),
      lessons: await server.ok(listLessonsEndpoint, listed(resident, round)),
    })
    await put('abandoned', server.clock.now)
    expect(Object.keys(await openingFor(resident, round)).sort()).toEqual(['items', 'lessons'])
  })

  it('is asked for: whoever reads the round again gets the round alone', async () => {
    for (const state of ROUND_PHASES) {
      expect(await readRoundBy(resident, await aRound({ state }))).not.toHaveProperty('opening')
    }
  })

  it('is nobody’s who doesn’t read the round', async () => {
    expect((await opened(stranger, await aRound())).status).toBe(404)
  })
})
