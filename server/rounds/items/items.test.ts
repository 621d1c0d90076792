import { listItemsEndpoint, type ItemView } from '#core/rounds'
import { anItem, doItemAct, readItemBy, tryItemAct, tryWriteItem } from '../../../tests/builders/items'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  across,
  aRound,
  head,
  neighbour,
  NOW,
  place,
  readRoundBy,
  resident,
  roundParams,
  server,
  setRoundStage,
  staff,
  stranger,
  toldOfRound,
  tryRoundAct,
} from '../../../tests/builders/round-stage'
import { itemRemind } from './remind'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const toldOfItem = ({ itemId }: ItemView, who: SignedInPerson) => toldOfRound({ roundId: itemId }, who)
const inAction = () => aRound({ state: 'action' })

describe('something to be done', () => {
  it('is put down by the convener, taken on by a neighbour, told of, and done: the phase can end then', async () => {
    const round = await inAction()
    const item = await anItem(head, round)
    expect(item).toMatchObject({
      state: 'open',
      taken: false,
      byName: '赵大爷（楼栋长）',
      acts: expect.any(Array),
    })
    expect((await readRoundBy(head, round)).gate).toEqual([{ met: false, words: '还有 1 件事没有结果' }])
    expect(codeOf(await tryRoundAct(head, await readRoundBy(head, round), 'begin_evaluation'))).toBe(
      'ROUND_GATE_OPEN',
    )
    const taken = await doItemAct(resident, item, 'accept')
    expect(taken).toMatchObject({
      taken: true,
      mine: true,
      acts: ['hand_back', 'report', 'finish', 'give_up'],
    })
    expect(taken.ownerName).toMatch(/的一位住户$/)
    expect(await toldOfItem(item, head)).toEqual(['item_taken'])
    const reported = await doItemAct(resident, taken, 'report', '板材买好了')
    await doItemAct(resident, reported, 'finish', '两张都装好了')
    const done = await readItemBy(neighbour, item)
    expect(done).toMatchObject({ state: 'finished', acts: [] })
    expect(done.steps.map(({ act, note }) => [act, note])).toEqual([
      ['write', null],
      ['accept', null],
      ['report', '板材买好了'],
      ['finish', '两张都装好了'],
    ])
    expect(await toldOfItem(item, head)).toEqual(['item_taken', 'item_done'])
    const { status } = await tryRoundAct(head, await readRoundBy(head, round), 'begin_evaluation')
    expect(status).toBe(200)
    expect(codeOf(await tryItemAct(resident, done, 'reopen', { note: '又松了' }))).toBe('STATE_CHANGED')
  })

  it('that a moderator hid holds nobody up', async () => {
    const round = await inAction()
    const item = await anItem(resident, round, { takesOn: true })
    const done = await anItem(neighbour, round, { takesOn: true })
    await doItemAct(neighbour, done, 'finish', '装好了')
    expect((await readRoundBy(head, round)).gate[0]?.met).toBe(false)
    await server.db
      .updateTable('action_items')
      .set({ words_state: 'hidden' })
      .where('item_id', '=', item.itemId)
      .execute()
    const { status } = await tryRoundAct(head, await readRoundBy(head, round), 'begin_evaluation')
    expect(status).toBe(200)
  })

  it('is put down by a neighbour who takes it on at once, and by no other neighbour', async () => {
    const round = await inAction()
    expect(await anItem(resident, round, { takesOn: true, shownAs: 'nickname' })).toMatchObject({
      taken: true,
      mine: true,
      ownerName: '李阿姨',
    })
    expect(codeOf(await tryWriteItem(resident, round))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryWriteItem(head, round, { takesOn: true }))).toBe('NOT_ALLOWED')
    for (const one of [across, stranger]) expect((await tryWriteItem(one, round)).status).toBe(404)
  })

  it('belongs to the action, with a day to come and an owner that there is', async () => {
    expect(codeOf(await tryWriteItem(head, await aRound()))).toBe('STATE_CHANGED')
    const round = await inAction()
    expect(codeOf(await tryWriteItem(head, round, { dueOn: '2026-11-17' }))).toBe('ITEM_DUE_WRONG')
    expect(codeOf(await tryWriteItem(head, round, { ownerKind: 'organisation' }))).toBe('ITEM_OWNER_WRONG')
    const { topicId } = { topicId: round.roundId }
    expect(codeOf(await tryWriteItem(head, round, { topicId }))).toBe('ITEM_TOPIC_WRONG')
  })

  it('is given up or handed back only with a reason, and who asked hears it', async () => {
    const round = await inAction()
    const item = await doItemAct(resident, await anItem(head, round), 'accept')
    for (const act of ['give_up', 'hand_back'] as const)
      expect(codeOf(await tryItemAct(resident, item, act))).toBe('REASON_REQUIRED')
    expect(codeOf(await tryItemAct(neighbour, item, 'hand_back', { note: '不行' }))).toBe('NOT_ALLOWED')
    const back = await doItemAct(resident, item, 'hand_back', '腰伤了')
    expect(back).toMatchObject({ taken: false, ownerName: null, state: 'open' })
    expect(await toldOfItem(item, head)).toEqual(['item_taken', 'item_handed_back'])
    const up = await doItemAct(head, back, 'give_up', '没人接')
    expect(up).toMatchObject({ state: 'given_up', acts: ['reopen'] })
    expect((await readRoundBy(head, round)).gate).toEqual([{ met: true, words: '1 件事都有了结果' }])
  })

  it('of two at once one wins and the other is told that it changed', async () => {
    const item = await anItem(head, await inAction())
    const answers = await Promise.all([resident, neighbour].map((one) => tryItemAct(one, item, 'accept')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
    expect(codeOf(await tryItemAct(head, item, 'give_up', { note: '不办了' }))).toBe('STATE_CHANGED')
  })
})

describe('a body that is asked', () => {
  it('hears of it, and any of its members answers in office', async () => {
    const { communityId, buildingId } = place.community
    const worker = await place.inOffice('property_staff', buildingId, { name: '老陈' })
    const item = await anItem(head, await inAction(), { ownerKind: 'property' })
    expect(await toldOfItem(item, worker)).toEqual(['item_asked'])
    expect((await readItemBy(resident, item)).acts).toEqual([])
    const taken = await doItemAct(worker, item, 'accept')
    expect(taken).toMatchObject({ taken: true, ownerName: '老陈（物业）' })
    const entries = await server.db
      .selectFrom('audit_entries')
      .select(['act', 'role'])
      .where('community_id', '=', communityId)
      .where('subject_id', '=', item.itemId)
      .orderBy('entry_id')
      .execute()
    expect(entries).toEqual([
      { act: 'item.write', role: 'building_head' },
      { act: 'item.accept', role: 'property_staff' },
    ])
  })
})

describe('who reads', () => {
  it('is who reads the round; words that wait are their writer’s and the moderators’', async () => {
    const round = await inAction()
    const taken = await doItemAct(resident, await anItem(head, round), 'accept')
    await doItemAct(resident, taken, 'report', '有事打 13800138000 找我')
    const noteFor = async (who: SignedInPerson) => (await readItemBy(who, taken)).steps[2]?.note
    expect(await noteFor(neighbour)).toBeNull()
    expect(await noteFor(resident)).toContain('13800138000')
    expect(await noteFor(staff)).toContain('13800138000')
    const list = (who: SignedInPerson) =>
      server.call(listItemsEndpoint, { as: who.token, params: roundParams(round), query: {} })
    expect((await list(neighbour)).body).toMatchObject({
      items: [{ itemId: taken.itemId }],
      nextCursor: null,
    })
    expect((await list(across)).status).toBe(404)
  })
})

describe('reminders', () => {
  it('come before the day and on it: to who took it on, while nobody did to the convener', async () => {
    const { communityId } = place.community
    const item = await anItem(head, await inAction())
    const job = { communityId, itemId: item.itemId, dueOn: '2026-12-01' }
    await expect(itemRemind(server.db, { ...job, reminder: 'before' }, NOW)).rejects.toMatchObject({
      code: 'ACT_NOT_POSSIBLE',
    })
    await itemRemind(server.db, { ...job, reminder: 'before' }, new Date('2026-11-29T01:00:00.000Z'))
    expect(await toldOfItem(item, head)).toEqual(['item_due'])
    const taken = await doItemAct(resident, item, 'accept')
    await itemRemind(server.db, { ...job, reminder: 'on_day' }, new Date('2026-12-01T01:00:00.000Z'))
    expect(await toldOfItem(item, resident)).toEqual(['item_due'])
    await itemRemind(
      server.db,
      { ...job, dueOn: '2026-11-30', reminder: 'on_day' },
      new Date('2026-12-01T01:00:00.000Z'),
    )
    await doItemAct(resident, taken, 'finish', '装好了')
    await itemRemind(server.db, { ...job, reminder: 'on_day' }, new Date('2026-12-01T01:00:00.000Z'))
    expect(await toldOfItem(item, resident)).toEqual(['item_due'])
  })
})
