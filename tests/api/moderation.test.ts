import { listInboxEndpoint } from '#core/inbox'
import { readMatterEndpoint, reportMatterEndpoint } from '#core/matters'
import { listCasesEndpoint, readCaseEndpoint, reportWordsEndpoint } from '#core/moderation'
import { listPostsEndpoint } from '#core/threads'
import type { SignedInPerson } from '../builders/neighbourhood'
import {
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

const BAD = '你就是个王八蛋'

setModerationStage()

describe('words that the check is not sure of', () => {
  it('open a case, of which moderators are told, and are seen once one of them says so', async () => {
    const { postId } = await say(author, thread, BAD)
    const [waiting] = await queue(moderator)
    expect(waiting).toMatchObject({ source: 'check', original: BAD, reasons: ['insult'], state: 'open' })
    expect(await kindsFor(second)).toContain('moderation_new')
    expect(await textsFor(neighbour)).toEqual([])

    const shown = await decide(moderator, waiting?.caseId as string, 'show')
    expect(shown.body).toMatchObject({ state: 'decided', decision: 'show', choices: [] })
    expect(await textsFor(neighbour)).toEqual([BAD])
    expect(await kindsFor(author)).toContain('words_shown')
    expect((await read(author, thread)).map((post) => post.postId)).toEqual([postId])
    expect(await queue(second)).toEqual([])
  })

  it('tell whom they answer and name only then', async () => {
    const { postId } = await say(neighbour, thread, '你说呢')
    await say(author, thread, BAD, { parentPostId: postId, mentionPostIds: [postId] })
    expect(await kindsFor(neighbour)).toEqual([])
    const [waiting] = await queue(moderator)
    await decide(moderator, waiting?.caseId as string, 'show')
    expect(await kindsFor(neighbour)).toEqual(['thread_reply'])
  })

  it('of a matter hide title and text from neighbours, never from who handles it', async () => {
    const { communityId, buildingId, gridId } = place.community
    const worker = await place.inOffice('grid_worker', gridId)
    const { matterId } = await server.ok(reportMatterEndpoint, {
      as: author.token,
      params: { communityId },
      body: { placeId: buildingId, serviceCode: 'stair_lamp', title: `灯坏了，${BAD}` },
    })
    const titleFor = async (by: SignedInPerson) =>
      (await server.ok(readMatterEndpoint, { as: by.token, params: { communityId, matterId } })).title
    expect(await titleFor(neighbour)).not.toContain(BAD)
    expect(await titleFor(worker)).toContain(BAD)
    const [waiting] = await queue(moderator)
    await decide(moderator, waiting?.caseId as string, 'show')
    expect(await titleFor(neighbour)).toContain(BAD)
  })
})

describe('a report', () => {
  it('is once per person; several about the same words make one case, and nobody learns who', async () => {
    const third = await place.resident(place.community.homeId)
    const { postId } = await say(author, thread, '说得难听的话')
    const answers = await Promise.all([
      report(neighbour, postId, { note: '太难听' }),
      report(third, postId, { category: 'untrue' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await report(neighbour, postId)).body.code).toBe('REPORT_EXISTS')
    const cases = await queue(moderator)
    expect(cases).toHaveLength(1)
    expect(cases[0]).toMatchObject({ source: 'report', reportCount: 2 })
    expect(cases[0]?.reasons.slice().sort()).toEqual(['insult', 'untrue'])
    const params = { ...here(), caseId: cases[0]?.caseId as string }
    const view = await server.ok(readCaseEndpoint, { as: moderator.token, params })
    expect(view.reports.map(({ note }) => note).sort()).toEqual([null, '太难听'].sort())
    const answer = JSON.stringify(view)
    for (const { personId } of [neighbour, third, author]) expect(answer).not.toContain(personId)
    expect((await kindsFor(moderator)).filter((kind) => kind === 'moderation_new')).toHaveLength(1)
  })

  it('is not about one’s own words, nor about what one may not read', async () => {
    const { postId } = await say(author, thread, '我的话')
    const unseen = await say(author, thread, BAD)
    const note = await say(moderator, thread, '备注', { kind: 'staff_note' })
    const stranger = await place.resident(place.otherCommunity.homeId, { community: place.otherCommunity })
    const answers = [
      await report(author, postId),
      await report(neighbour, unseen.postId),
      await report(neighbour, note.postId),
      await report(stranger, postId),
      await report(neighbour, thread.subjectId),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 404, 404, 404, 404])
  })

  it('that comes to nothing leaves the words, and tells their author nothing', async () => {
    const { postId } = await say(author, thread, '我的话')
    await report(neighbour, postId)
    const [reported] = await queue(moderator)
    await decide(moderator, reported?.caseId as string, 'keep')
    expect(await textsFor(neighbour)).toEqual(['我的话'])
    expect(await kindsFor(author)).toEqual([])
    expect(await hiddenOf(author)).toEqual([])
  })

  it('about a matter reaches moderators too', async () => {
    const target = { kind: 'matter', id: thread.subjectId } as const
    const body = { target, category: 'untrue' } as const
    await server.ok(reportWordsEndpoint, { as: neighbour.token, params: here(), body })
    const [reported] = await queue(moderator)
    await decide(moderator, reported?.caseId as string, 'hide', '不属实')
    const params = { ...here(), matterId: thread.subjectId }
    const seen = await server.ok(readMatterEndpoint, { as: neighbour.token, params })
    expect([seen.title, seen.wordsShown]).toEqual([expect.not.stringContaining('楼道灯不亮'), false])
  })
})

describe('hiding', () => {
  it('needs a reason, takes the words from everybody but author and staff, and keeps the original', async () => {
    const { postId } = await say(author, thread, '说得难听的话')
    await report(neighbour, postId)
    const caseId = (await queue(moderator))[0]?.caseId as string
    expect((await decide(moderator, caseId, 'hide')).body.code).toBe('REASON_REQUIRED')
    await decide(moderator, caseId, 'hide', '请不要骂人')
    const seen = await server.ok(listPostsEndpoint, { as: neighbour.token, params: thread, query: {} })
    expect(JSON.stringify(seen)).not.toContain('难听')
    expect(seen.items[0]).toMatchObject({ trace: 'hidden', name: '', acts: [] })
    expect(await kindsFor(author)).toContain('words_hidden')
    expect(await hiddenOf(author)).toEqual([
      expect.objectContaining({ original: '说得难听的话', reason: '请不要骂人', appeal: 'open' }),
    ])
    const stored = await server.db
      .selectFrom('posts')
      .select(['text', 'words_state'])
      .where('post_id', '=', postId)
      .executeTakeFirst()
    expect(stored).toEqual({ text: '说得难听的话', words_state: 'hidden' })
  })

  it('takes the title of a matter from what neighbours were told, not from its author', async () => {
    const titlesFor = async (of: SignedInPerson) =>
      (await server.ok(listInboxEndpoint, { as: of.token, params: here(), query: {} })).items.map(
        ({ about }) => about,
      )
    const { postId } = await say(neighbour, thread, '我家也是')
    const mine = await say(author, thread, '等着吧')
    for (const parentPostId of [postId, mine.postId]) await say(moderator, thread, '周五修', { parentPostId })
    expect(await titlesFor(neighbour)).toEqual(['楼道灯不亮'])
    const target = { kind: 'matter', id: thread.subjectId } as const
    const body = { target, category: 'insult' } as const
    await server.ok(reportWordsEndpoint, { as: neighbour.token, params: here(), body })
    await decide(second, (await queue(second))[0]?.caseId as string, 'hide', '请换个说法')
    expect(await titlesFor(neighbour)).toEqual([''])
    expect(await titlesFor(author)).toContain('楼道灯不亮')
  })

  it('is decided once: of two moderators at the same moment one is told that it changed', async () => {
    const { postId } = await say(author, thread, '说得难听的话')
    await report(neighbour, postId)
    const caseId = (await queue(moderator))[0]?.caseId as string
    const answers = await Promise.all([
      decide(moderator, caseId, 'hide', '骂人'),
      decide(second, caseId, 'keep'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('is for moderators: the others find no case, whatever they hold', async () => {
    const { postId } = await say(author, thread, '说得难听的话')
    await report(neighbour, postId)
    const params = { ...here(), caseId: (await queue(moderator))[0]?.caseId as string }
    const { communityId, gridId } = place.community
    const others = [
      neighbour,
      author,
      await place.inOffice('grid_chief', gridId),
      await place.inOffice('community_secretary', communityId),
    ]
    for (const by of others) {
      const as = by.token
      expect((await server.call(readCaseEndpoint, { as, params })).status).toBe(404)
      expect((await decide(by, params.caseId, 'keep')).status).toBe(404)
      expect((await server.call(listCasesEndpoint, { as, params: here(), query: {} })).status).toBe(403)
    }
  })

  it('never is by whom the words are from', async () => {
    const writing = await place.inOffice('community_staff', place.community.communityId)
    const { postId } = await say(writing, thread, '官话套话')
    await report(neighbour, postId)
    expect(await queue(writing)).toEqual([])
    const caseId = (await queue(moderator))[0]?.caseId as string
    expect((await decide(writing, caseId, 'keep')).body.code).toBe('MODERATION_OWN')
    const params = { ...here(), caseId }
    expect((await server.call(readCaseEndpoint, { as: writing.token, params })).status).toBe(404)
  })
})
