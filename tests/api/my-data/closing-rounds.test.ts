import { askForArchiveEndpoint, openArchiveEndpoint } from '#core/my-data'
import { objectToRoundEndpoint } from '#core/rounds'
import { searchEndpoint } from '#core/search'
import { aSession, notesAfter, written } from '../../builders/discussing'
import { anItem, doItemAct, tryLesson } from '../../builders/items'
import type { SignedInPerson } from '../../builders/neighbourhood'
import {
  aRound,
  head,
  neighbour,
  place,
  roundParams,
  server,
  setRoundStage,
} from '../../builders/round-stage'
import { say } from '../../builders/statements'
import { aTopic, readTopicBy, topicsFor, trySecond } from '../../builders/topics'
import { wholeDatabase } from '../whole-database'
import { closedAfterAll, jobsOf, unzip } from './stage'

setRoundStage()
jest.setTimeout(120_000)

const jobs = jobsOf(() => server)

const close = (who: SignedInPerson, words: 'keep' | 'delete') => closedAfterAll(server, jobs, who, words)

async function archiveOf(who: SignedInPerson): Promise<string> {
  await server.ok(askForArchiveEndpoint, { as: who.token })
  await jobs.make()
  const { path } = await server.ok(openArchiveEndpoint, { as: who.token })
  const files = await unzip((await server.app.inject(path)).rawPayload)
  return [...files.values()].map(String).join('\n')
}

/** Somebody says something in every part of rounds; every sentence holds the word. */
async function saidEverywhere(who: SignedInPerson, word: string) {
  const agenda = await aRound()
  const topic = await aTopic(who, agenda, {
    title: `${word}议题`,
    text: `${word}议题的话`,
    shownAs: 'nickname',
  })
  await trySecond(neighbour, topic)
  const discussion = await aRound({ state: 'discussion' })
  await say(who, discussion, `${word}想法`)
  const session = await aSession(discussion)
  await written(who, session, `${word}记录`, { shownAs: 'nickname' })
  await written(head, session, '楼栋长的记录')
  const item = await anItem(who, await aRound({ state: 'action' }), {
    title: `${word}要办的`,
    promise: `${word}说好的`,
    takesOn: true,
    shownAs: 'nickname',
  })
  await doItemAct(who, item, 'finish', `${word}办好了`)
  expect((await tryLesson(who, await aRound({ state: 'evaluation' }), `${word}经验`)).status).toBe(200)
  const chosen = await aRound({ homeIds: [place.community.neighbourHomeId] })
  const objected = await server.call(objectToRoundEndpoint, {
    as: who.token,
    params: roundParams(chosen),
    body: { text: `${word}没算进来` },
  })
  expect(objected.status).toBe(200)
  return { agenda, topic, session, item }
}

const WORDS = ['议题', '议题的话', '想法', '记录', '要办的', '说好的', '办好了', '经验', '没算进来']

describe('what somebody said in rounds', () => {
  it('is in the copy of their data', async () => {
    const who = await place.resident(place.community.homeId, { name: '阿梅一' })
    await saidEverywhere(who, '阿梅的')
    const archive = await archiveOf(who)
    for (const what of WORDS) expect(archive).toContain(`阿梅的${what}`)
  })

  it('goes with them where that was wished: that something stood there stays, and what others said', async () => {
    const who = await place.resident(place.community.homeId, { name: '阿梅二' })
    const { agenda, topic, session } = await saidEverywhere(who, '带走的')
    expect(await wholeDatabase(server.db)).toContain('带走的')
    await close(who, 'delete')
    const left = await wholeDatabase(server.db)
    for (const what of WORDS) expect(left).not.toContain(`带走的${what}`)
    expect(left).not.toContain('阿梅二')
    expect(await readTopicBy(neighbour, topic)).toMatchObject({ title: '（内容已删掉）', state: 'open' })
    expect((await topicsFor(neighbour, agenda)).map(({ seconds }) => seconds)).toEqual([1])
    expect((await notesAfter(neighbour, session)).items.map(({ text }) => text)).toEqual([
      '（内容已删掉）',
      '楼栋长的记录',
    ])
    const found = await server.ok(searchEndpoint, {
      as: neighbour.token,
      params: { communityId: place.community.communityId },
      query: { q: '带走的议题' },
    } as never)
    expect(JSON.stringify(found)).not.toContain('带走的')
  })

  it('stays where that was wished, without the name', async () => {
    const who = await place.resident(place.community.homeId, { name: '阿梅三' })
    await saidEverywhere(who, '留下的')
    await close(who, 'keep')
    const left = await wholeDatabase(server.db)
    for (const what of WORDS) expect(left).toContain(`留下的${what}`)
    expect(left).not.toContain('阿梅三')
  })

  it('is a round’s question as well, of who convened without an office', async () => {
    const who = await place.resident(place.community.homeId, { name: '阿梅四' })
    const round = await aRound({ question: '阿梅要问的' })
    await server.db
      .updateTable('rounds')
      .set({ convener_id: who.personId, convener_role: null, convener_name: '阿梅四' })
      .where('round_id', '=', round.roundId)
      .execute()
    await close(who, 'delete')
    expect(await wholeDatabase(server.db)).not.toMatch(/阿梅要问的|阿梅四/)
  })
})
