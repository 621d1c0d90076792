import { joinMatterEndpoint } from '#core/matters'
import { putUp, tryPutUp } from '../../../tests/builders/board'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  across,
  head,
  neighbour,
  place,
  resident,
  server,
  setRoundStage,
} from '../../../tests/builders/round-stage'
import { talking, type ThreadParams } from '../../../tests/builders/talking'

setRoundStage()

const talk = talking(
  () => server,
  () => place,
)
const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const matter = (id: string) => ({ origin: { kind: 'matter' as const, id } })
const post = (id: string) => ({ origin: { kind: 'post' as const, id } })

const headWhoLivesThere = async () => {
  const { homeId, buildingId } = place.community
  return place.inOffice('building_head', buildingId, { holder: await place.resident(homeId) })
}

describe('a topic from a matter', () => {
  it('is put up by who reported it, once, and points back at it', async () => {
    const { subjectId } = await talk.thread(resident)
    expect(await putUp(resident, matter(subjectId))).toMatchObject({
      origin: { kind: 'matter', id: subjectId },
    })
    expect(codeOf(await tryPutUp(resident, matter(subjectId)))).toBe('BOARD_ORIGIN_TAKEN')
  })

  it('never by somebody else, nor from what neighbours may not read', async () => {
    const { subjectId } = await talk.thread(resident)
    expect(codeOf(await tryPutUp(neighbour, matter(subjectId)))).toBe('BOARD_ORIGIN_WRONG')
    const { subjectId: hidden } = await talk.thread(resident, 'complaint')
    expect(codeOf(await tryPutUp(resident, matter(hidden)))).toBe('BOARD_ORIGIN_WRONG')
    expect(codeOf(await tryPutUp(resident, matter(place.community.homeId)))).toBe('BOARD_ORIGIN_WRONG')
  })
})

describe('who stands behind what a topic is put up from', () => {
  const meet = (by: SignedInPerson, matterId: string) =>
    server.ok(joinMatterEndpoint, {
      as: by.token,
      params: { communityId: place.community.communityId, matterId },
    })
  const toldOf = async (topicId: string) => {
    const rows = await server.db
      .selectFrom('inbox_items')
      .select(['person_id', 'kind', 'about'])
      .where('subject_id', '=', topicId)
      .where('kind', 'in', ['board_from_yours', 'board_from_met'])
      .execute()
    return new Map(rows.map(({ person_id, kind, about }) => [person_id, [kind, about]]))
  }

  it('is told, who lives there: who met the matter too, and never who put it up', async () => {
    const { subjectId } = await talk.thread(resident)
    await meet(neighbour, subjectId)
    await meet(across, subjectId)
    const title = '楼道灯怎么修才好'
    const ofBuilding = { ...matter(subjectId), title }
    const { topicId } = await putUp(resident, ofBuilding, place.community.buildingId)
    expect(await toldOf(topicId)).toEqual(new Map([[neighbour.personId, ['board_from_met', title]]]))
  })

  it('is told by whose words it was, when who convenes there put it up', async () => {
    const { subjectId } = await talk.thread(resident)
    await meet(neighbour, subjectId)
    const title = '楼前加两张长椅'
    const convener = await headWhoLivesThere()
    const { topicId } = await putUp(convener, matter(subjectId), place.community.buildingId)
    expect(await toldOf(topicId)).toEqual(
      new Map([
        [resident.personId, ['board_from_yours', title]],
        [neighbour.personId, ['board_from_met', title]],
      ]),
    )
    const { postId } = await talk.say(neighbour, await talk.thread(resident), '不如装声控的')
    const fromPost = await putUp(convener, post(postId), place.community.buildingId)
    expect(await toldOf(fromPost.topicId)).toEqual(
      new Map([[neighbour.personId, ['board_from_yours', title]]]),
    )
  })

  it('is told nothing of words that wait for a moderator', async () => {
    const { subjectId } = await talk.thread(resident)
    await meet(neighbour, subjectId)
    const { topicId } = await putUp(resident, { ...matter(subjectId), text: '你这个傻逼' })
    expect(await toldOf(topicId)).toEqual(new Map())
  })
})

it('is put up once, also when two do it at the same moment', async () => {
  const convener = await headWhoLivesThere()
  const { subjectId } = await talk.thread(resident)
  const answers = await Promise.all(
    [resident, convener, resident, convener].map((by) =>
      tryPutUp(by, matter(subjectId), place.community.buildingId),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  const taken = answers.filter(({ status }) => status === 409).map(codeOf)
  expect(new Set(taken)).toEqual(new Set(['BOARD_ORIGIN_TAKEN']))
})

describe('a topic from what somebody said', () => {
  it('is put up by who said it, from a thread that neighbours read', async () => {
    const thread = await talk.thread(resident)
    const { postId } = await talk.say(neighbour, thread, '不如装声控的，大家谈谈')
    expect(await putUp(neighbour, post(postId))).toMatchObject({ origin: { kind: 'post', id: postId } })
    const { postId: other } = await talk.say(neighbour, thread, '灯也太暗了')
    expect(codeOf(await tryPutUp(across, post(other)))).toBe('BOARD_ORIGIN_WRONG')
  })
})

it('is put up by the head of who else said it, too, where they may read it', async () => {
  const { subjectId } = await talk.thread(resident)
  await server.db
    .updateTable('role_grants')
    .set({ person_id: neighbour.personId })
    .where('person_id', '=', head.personId)
    .execute()
  expect(await putUp(neighbour, matter(subjectId), place.community.buildingId)).toMatchObject({
    origin: { kind: 'matter', id: subjectId },
    mine: true,
  })
})

describe('a post in its thread', () => {
  const postIn = async (by: Parameters<typeof talk.read>[0], thread: ThreadParams, postId: string) =>
    (await talk.read(by, thread)).find((one) => one.postId === postId)

  it('is put up by who said it, and leads to its topic from then on', async () => {
    const thread = await talk.thread(resident)
    const { postId } = await talk.say(neighbour, thread, '门口装个斜坡吧')
    expect((await postIn(neighbour, thread, postId))?.acts).toContain('put_up')
    expect((await postIn(resident, thread, postId))?.acts).not.toContain('put_up')
    const topic = await putUp(neighbour, post(postId), place.community.buildingId)
    const seen = await postIn(resident, thread, postId)
    expect(seen?.topic).toEqual({ topicId: topic.topicId, title: topic.title })
    expect((await postIn(neighbour, thread, postId))?.acts).not.toContain('put_up')
    // The matter is public; the board of the building is not theirs.
    expect((await postIn(across, thread, postId))?.topic).toBeUndefined()
  })
})
