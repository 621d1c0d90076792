import { randomUUID } from 'node:crypto'
import { decideCaseEndpoint, listCasesEndpoint, reportWordsEndpoint } from '#core/moderation'
import type { RoundView, SessionView } from '#core/rounds'
import {
  aSession,
  doAct,
  notesAfter,
  readSessionBy,
  tryStrike,
  tryWrite,
  written,
} from '../../../tests/builders/discussing'
import {
  across,
  aRound,
  head,
  neighbour,
  place,
  readRoundBy,
  resident,
  server,
  setRoundStage,
  staff,
} from '../../../tests/builders/round-stage'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code

let round: RoundView
let session: SessionView
beforeEach(async () => {
  round = await aRound({ state: 'discussion' })
  session = await aSession(round)
})

describe('notes are written together', () => {
  it('by who takes part, under nickname or as a resident; by who convenes and by staff in their office', async () => {
    await written(resident, session, '放在南边')
    await written(neighbour, session, '靠树荫', { shownAs: 'nickname' })
    await written(head, session, '各有各的道理')
    await written(staff, session, '消防通道要留四米')
    const { items, last, mayWrite } = await notesAfter(resident, session)
    expect(items.map(({ name, text, mine }) => [name, text, mine])).toEqual([
      ['3号楼的一位住户', '放在南边', true],
      ['小周', '靠树荫', false],
      ['赵大爷（楼栋长）', '各有各的道理', false],
      ['王敏（社区工作人员）', '消防通道要留四米', false],
    ])
    expect({ last, mayWrite }).toEqual({ last: 4, mayWrite: true })
    expect(codeOf(await tryWrite(across, session, '我也想说'))).toBe('NOT_FOUND')
  })

  it('once, however often the same entry comes, and under whatever key', async () => {
    const noteId = randomUUID()
    for (let time = 0; time < 3; time += 1) await written(resident, session, '放在南边', { noteId })
    expect((await notesAfter(resident, session)).items).toHaveLength(1)
    expect((await readSessionBy(resident, session)).notes).toBe(1)
    expect(codeOf(await tryWrite(resident, session, '别的话', { noteId }))).toBe('NOTE_ID_TAKEN')
    expect(codeOf(await tryWrite(neighbour, session, '放在南边', { noteId }))).toBe('NOTE_ID_TAKEN')
  })

  it('only while the round discusses; after that they are read', async () => {
    await written(resident, session, '放在南边')
    await server.db
      .updateTable('rounds')
      .set({ state: 'action' })
      .where('round_id', '=', round.roundId)
      .execute()
    expect(codeOf(await tryWrite(resident, session, '晚了一步'))).toBe('STATE_CHANGED')
    const { items, mayWrite } = await notesAfter(resident, session)
    expect(items.map(({ may }) => may)).toEqual([{ edit: false, strike: false, report: false }])
    expect(mayWrite).toBe(false)
  })
})

describe('nothing that was written goes away', () => {
  it('a change is another entry in the place of the first, by its author', async () => {
    const first = await written(resident, session, '放在南边')
    const second = await written(resident, session, '放在南边，靠花坛', { replaces: first.noteId })
    const third = await written(resident, session, '放在南边，靠花坛，两张', { replaces: second.noteId })
    expect([second.replaces, third.replaces]).toEqual([first.noteId, first.noteId])
    const { items } = await notesAfter(neighbour, session)
    expect(items.map(({ text }) => text)).toEqual(['放在南边', '放在南边，靠花坛', '放在南边，靠花坛，两张'])
    const refused = await tryWrite(neighbour, session, '放在北边', { replaces: first.noteId })
    expect(codeOf(refused)).toBe('NOT_ALLOWED')
  })

  it('struck words stay, with who struck them: the author, the host, who convenes', async () => {
    const own = await written(resident, session, '写错了')
    const others = await written(neighbour, session, '说的是别的事')
    const third = await written(neighbour, session, '重了')
    expect(codeOf(await tryStrike(resident, session, others))).toBe('NOT_ALLOWED')
    await tryStrike(resident, session, own)
    await doAct(resident, session, 'host')
    await tryStrike(resident, session, others)
    await tryStrike(head, session, third)
    const { items } = await notesAfter(neighbour, session)
    expect(items.map(({ text, struckByName }) => [text, struckByName])).toEqual([
      // Written as a resident, and struck as one: who it was is told no more than before.
      ['写错了', '3号楼的一位住户'],
      ['说的是别的事', '李阿姨'],
      ['重了', '赵大爷（楼栋长）'],
    ])
    expect(codeOf(await tryStrike(resident, session, own))).toBe('STATE_CHANGED')
    expect(codeOf(await tryWrite(resident, session, '再改改', { replaces: own.noteId }))).toBe(
      'STATE_CHANGED',
    )
  })

  it('are struck by their author under the name that they bear now', async () => {
    const first = await written(resident, session, '放在南边')
    await written(resident, session, '放在南边，靠花坛', { replaces: first.noteId, shownAs: 'nickname' })
    await tryStrike(resident, session, first)
    const inOffice = await written(head, session, '先谈到这里')
    await tryStrike(head, session, inOffice)
    const { items } = await notesAfter(neighbour, session)
    const struck = items.flatMap(({ struckByName }) => (struckByName === null ? [] : [struckByName]))
    expect(struck).toEqual(['李阿姨', '赵大爷（楼栋长）'])
  })

  it('and a session whose notes are all struck has none', async () => {
    const note = await written(resident, session, '写错了')
    await tryStrike(resident, session, note)
    expect((await readRoundBy(head, round)).gate[0]?.met).toBe(false)
  })
})

describe('who keeps asking', () => {
  it('gets what is new or changed since, and nothing else', async () => {
    const first = await written(resident, session, '放在南边')
    await written(neighbour, session, '靠树荫')
    const { last } = await notesAfter(head, session)
    expect((await notesAfter(head, session, last)).items).toEqual([])
    await tryStrike(resident, session, first)
    await written(neighbour, session, '两张就够')
    const { items, last: next } = await notesAfter(head, session, last)
    expect(items.map(({ text, struckByName }) => [text, struckByName])).toEqual([
      ['放在南边', '3号楼的一位住户'],
      ['两张就够', null],
    ])
    expect(next).toBe(4)
  })
})

describe('words that others read', () => {
  const params = () => ({ communityId: place.community.communityId })
  const decide = async (decision: 'show' | 'hide') => {
    const { items } = await server.ok(listCasesEndpoint, { as: staff.token, params: params(), query: {} })
    const found = items.find(
      ({ target, subject }) => target.kind === 'session_note' && subject.id === round.roundId,
    )
    await server.ok(decideCaseEndpoint, {
      as: staff.token,
      params: { ...params(), caseId: found?.caseId ?? '' },
      body: { decision, reason: '请好好说话' },
    })
  }

  it('wait for a moderator where the check is not sure: their place stands, their author reads them', async () => {
    await written(resident, session, '你这个傻逼')
    expect((await notesAfter(resident, session)).items[0]).toMatchObject({
      text: '你这个傻逼',
      wordsState: 'waiting',
    })
    const { items, last } = await notesAfter(neighbour, session)
    expect(items[0]).toMatchObject({ text: null, wordsState: 'waiting' })
    await decide('show')
    expect((await notesAfter(neighbour, session, last)).items[0]).toMatchObject({ wordsState: 'shown' })
  })

  it('are reported and hidden, and whoever keeps asking sees it at once', async () => {
    const note = await written(resident, session, '老周天天乱停车')
    const { last } = await notesAfter(neighbour, session)
    await server.ok(reportWordsEndpoint, {
      as: neighbour.token,
      params: params(),
      body: { target: { kind: 'session_note', id: note.noteId }, category: 'insult' },
    })
    await decide('hide')
    expect((await notesAfter(neighbour, session, last)).items).toMatchObject([
      { text: null, wordsState: 'hidden' },
    ])
    expect((await notesAfter(resident, session)).items[0]?.text).toBe('老周天天乱停车')
  })
})
