import { readMatterEndpoint, reportMatterEndpoint } from '#core/matters'
import { readCaseEndpoint, reportWordsEndpoint } from '#core/moderation'
import { deletePostEndpoint } from '#core/threads'
import { newId } from '#server/platform/db/index'
import type { SignedInPerson } from '../builders/neighbourhood'
import {
  appeal,
  author,
  decide,
  here,
  hiddenOf,
  kindsFor,
  moderator,
  neighbour,
  place,
  queue,
  read,
  report,
  say,
  second,
  server,
  setModerationStage,
  textsFor,
  thread,
} from './moderation-stage'

setModerationStage()

/** Words that were reported and hidden by the first moderator. */
async function hidden(): Promise<{ postId: string; caseId: string }> {
  const { postId } = await say(author, thread, '说得难听的话')
  await report(neighbour, postId)
  const caseId = (await queue(moderator))[0]?.caseId as string
  expect((await decide(moderator, caseId, 'hide', '请不要骂人')).status).toBe(200)
  return { postId, caseId }
}

describe('an appeal', () => {
  it('goes to another moderator than who hid the words, and brings them back', async () => {
    const { caseId } = await hidden()
    expect((await appeal(author, caseId)).status).toBe(200)
    expect(await queue(moderator)).toEqual([])
    const [asked] = await queue(second)
    expect(asked?.source).toBe('appeal')
    const appealId = asked?.caseId as string
    const same = await decide(moderator, appealId, 'show')
    expect([same.status, same.body.code]).toEqual([403, 'APPEAL_SAME_MODERATOR'])
    const params = { ...here(), caseId: appealId }
    const view = await server.ok(readCaseEndpoint, { as: second.token, params })
    expect(view).toMatchObject({
      hiddenReason: '请不要骂人',
      appealNote: '我没骂人',
      choices: ['show', 'keep'],
    })
    expect((await decide(second, appealId, 'show')).status).toBe(200)
    expect(await textsFor(neighbour)).toEqual(['说得难听的话'])
    expect(await hiddenOf(author)).toEqual([])
  })

  it('that is refused with a reason is the last', async () => {
    const { caseId } = await hidden()
    await appeal(author, caseId)
    const appealId = (await queue(second))[0]?.caseId as string
    await decide(second, appealId, 'keep', '确实骂人了')
    expect(await hiddenOf(author)).toEqual([
      expect.objectContaining({ appeal: 'refused', appealReason: '确实骂人了' }),
    ])
    expect((await appeal(author, caseId)).body.code).toBe('APPEAL_EXISTS')
  })

  it('is the author’s, once, within fourteen days', async () => {
    const { caseId } = await hidden()
    expect((await appeal(neighbour, caseId)).status).toBe(404)
    const answers = await Promise.all([appeal(author, caseId), appeal(author, caseId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])

    const other = await hidden()
    const then = server.clock.now
    server.clock.now = new Date(then.getTime() + 15 * 86_400_000)
    expect((await hiddenOf(author))[0]?.appeal).toBe('over')
    expect((await appeal(author, other.caseId)).body.code).toBe('APPEAL_PERIOD_OVER')
    server.clock.now = then
  })

  it('shows words no further than their author still allows', async () => {
    const { caseId } = await hidden()
    await appeal(author, caseId)
    await server.db
      .updateTable('consents')
      .set({ withdrawn_at: server.clock.now })
      .where('person_id', '=', author.personId)
      .where('document', '=', 'public_words')
      .execute()
    await decide(second, (await queue(second))[0]?.caseId as string, 'show')
    expect(JSON.stringify(await read(neighbour, thread))).not.toContain('难听')
    expect(await kindsFor(author)).not.toContain('words_shown')
  })

  it('brings back what staff put down, also where they have no phone here', async () => {
    const { communityId, buildingId, gridId } = place.community
    const worker = await place.inOffice('grid_worker', gridId)
    await server.db.deleteFrom('phones').where('person_id', '=', worker.personId).execute()
    const { matterId } = await server.ok(reportMatterEndpoint, {
      as: worker.token,
      params: { communityId },
      body: { placeId: buildingId, serviceCode: 'stair_lamp', title: '二楼灯泡碎了', channel: 'patrol' },
    })
    const titleFor = async (by: SignedInPerson) =>
      (await server.ok(readMatterEndpoint, { as: by.token, params: { communityId, matterId } })).title
    await server.ok(reportWordsEndpoint, {
      as: neighbour.token,
      params: { communityId },
      body: { target: { kind: 'matter', id: matterId }, category: 'insult' },
    })
    const caseId = (await queue(moderator))[0]?.caseId as string
    await decide(moderator, caseId, 'hide', '再核一下')
    expect(await titleFor(neighbour)).toBe('楼道灯的事')
    await appeal(worker, caseId)
    await decide(second, (await queue(second))[0]?.caseId as string, 'show')
    expect(await titleFor(neighbour)).toBe('二楼灯泡碎了')
  })
})

it('words that their author deletes are in no answer of moderation any more, and no case waits for them', async () => {
  const { postId, caseId } = await hidden()
  await appeal(author, caseId)
  await server.ok(deletePostEndpoint, { as: author.token, params: { ...here(), postId } })
  expect(await queue(second)).toEqual([])
  expect(await hiddenOf(author)).toEqual([])
  const params = { ...here(), caseId }
  const view = await server.ok(readCaseEndpoint, { as: second.token, params })
  expect([view.original, view.decision]).toEqual([null, 'hide'])
})

it('words that are reported and deleted at the same moment leave no case, whoever is first', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { postId } = await say(author, thread, '说得难听的话')
    const remove = () => server.call(deletePostEndpoint, { as: author.token, params: { ...here(), postId } })
    const [, removed] = await Promise.all([report(neighbour, postId), remove()])
    expect(removed.status).toBe(200)
    expect(await queue(moderator)).toEqual([])
  }
})

it('photos of words that their author deletes are given up with them', async () => {
  const { postId } = await say(author, thread, '拍了一张')
  const photo = { community_id: here().communityId, photo_id: newId(), owner_id: author.personId }
  const at = server.clock.now
  await server.db
    .insertInto('photos')
    .values({
      ...photo,
      state: 'attached',
      width: 4,
      height: 3,
      created_at: at,
      attached_at: at,
      subject_kind: 'post',
      subject_id: postId,
      moment: 'other',
      seq: 0,
      position: 1,
    })
    .execute()
  await server.ok(deletePostEndpoint, { as: author.token, params: { ...here(), postId } })
  const kept = server.db
    .selectFrom('photos')
    .select(['state', 'subject_id'])
    .where('photo_id', '=', photo.photo_id)
  expect(await kept.execute()).toEqual([{ state: 'removing', subject_id: null }])
})
