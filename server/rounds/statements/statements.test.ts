import { readPulseEndpoint, STATEMENTS_EACH_AT_MOST } from '#core/rounds'
import {
  across,
  aRound,
  head,
  neighbour,
  place,
  resident,
  roundParams,
  server,
  setRoundStage,
  staff,
  stranger,
} from '../../../tests/builders/round-stage'
import {
  answer,
  discussed,
  nextFor,
  say,
  statementsFor,
  tryAnswer,
  trySay,
  tryTakeBack,
} from '../../../tests/builders/statements'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code

describe('a statement', () => {
  it('is put to the others, one at a time; whoever says it agrees with it and isn’t asked', async () => {
    const round = await discussed()
    const said = await say(resident, round)
    expect(said).toMatchObject({ mine: true, wordsState: 'shown', said: 'agree' })
    expect(await nextFor(resident, round)).toMatchObject({ statement: null, answered: 0, of: 0 })
    const asked = await nextFor(neighbour, round)
    expect(asked).toMatchObject({
      statement: { statementId: said.statementId, mine: false, wordsState: null, said: null },
      answered: 0,
      of: 1,
      may: { answer: true },
    })
    expect(await answer(neighbour, round, said, 'disagree')).toMatchObject({
      statement: null,
      answered: 1,
      of: 1,
    })
  })

  it('is answered anew until the discussion is over: the last counts, and it counts once', async () => {
    const round = await discussed()
    const said = await say(resident, round)
    await answer(neighbour, round, said, 'disagree')
    await answer(neighbour, round, said, 'pass')
    expect((await statementsFor(neighbour, round)).items).toMatchObject([{ said: 'pass' }])
    const { answers } = await server.db
      .selectFrom('statements')
      .select('answers')
      .where('statement_id', '=', said.statementId)
      .executeTakeFirstOrThrow()
    expect(answers).toBe(2)
  })

  it('of two answers to two statements at the same moment neither is lost', async () => {
    const round = await discussed()
    const said = await Promise.all(['一', '二', '三', '四'].map((text) => say(resident, round, text)))
    await Promise.all(said.map((one) => answer(neighbour, round, one, 'agree')))
    expect(await nextFor(neighbour, round)).toMatchObject({ answered: 4, of: 4 })
  })

  it('is never one’s own to answer', async () => {
    const round = await discussed()
    expect(codeOf(await tryAnswer(resident, round, await say(resident, round), 'disagree'))).toBe(
      'STATEMENT_OWN',
    )
  })

  it('is said and answered while the round is discussed, by who lives in its scope', async () => {
    const round = await discussed()
    const said = await say(resident, round)
    expect(codeOf(await trySay(staff, round))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryAnswer(staff, round, said, 'agree'))).toBe('NOT_ALLOWED')
    for (const one of [across, stranger]) {
      expect(codeOf(await trySay(one, round))).toBe('NOT_FOUND')
      expect(codeOf(await tryAnswer(one, round, said, 'agree'))).toBe('NOT_FOUND')
    }
    for (const state of ['agenda', 'action', 'evaluation'] as const) {
      const other = await aRound({ state })
      expect(codeOf(await trySay(resident, other))).toBe('STATEMENTS_NOT_NOW')
    }
  })

  it('of another round is none of this one', async () => {
    const [round, other] = [await discussed(), await discussed()]
    expect(codeOf(await tryAnswer(neighbour, other, await say(resident, round), 'agree'))).toBe('NOT_FOUND')
  })

  it('that the check isn’t sure of nobody is asked before a moderator let it be seen', async () => {
    const round = await discussed()
    const said = await say(resident, round, '打电话 13800138000 找我')
    expect(said.wordsState).toBe('waiting')
    expect((await nextFor(neighbour, round)).of).toBe(0)
    expect((await statementsFor(neighbour, round)).items).toEqual([])
    expect((await statementsFor(resident, round)).items).toMatchObject([{ wordsState: 'waiting' }])
    expect(codeOf(await tryAnswer(neighbour, round, said, 'agree'))).toBe('NOT_FOUND')
  })

  it('each says a handful of', async () => {
    const round = await discussed()
    for (let count = 0; count < STATEMENTS_EACH_AT_MOST; count += 1)
      await say(resident, round, `第${count}句`)
    expect(codeOf(await trySay(resident, round, '还有一句'))).toBe('STATEMENTS_FULL')
    await say(neighbour, round)
    // What was refused counts as no answer either.
    expect(await nextFor(resident, round)).toMatchObject({ answered: 0, of: 1 })
  })

  it('is taken back by who said it: nobody is asked it, and what was answered to it counts no more', async () => {
    const round = await discussed()
    const [said, other] = [await say(resident, round), await say(resident, round, '灯要亮一点')]
    await answer(neighbour, round, said, 'agree')
    expect((await statementsFor(resident, round)).items.map(({ may }) => may.withdraw)).toEqual([true, true])
    expect((await statementsFor(neighbour, round)).items.map(({ may }) => may.withdraw)).toEqual([
      false,
      false,
    ])
    expect(codeOf(await tryTakeBack(neighbour, round, said))).toBe('NOT_ALLOWED')
    expect((await tryTakeBack(resident, round, said)).status).toBe(200)
    for (const one of [resident, neighbour, staff])
      expect((await statementsFor(one, round)).items.map(({ statementId }) => statementId)).toEqual([
        other.statementId,
      ])
    expect(await nextFor(neighbour, round)).toMatchObject({ answered: 0, of: 1 })
    expect(codeOf(await tryAnswer(neighbour, round, said, 'agree'))).toBe('NOT_FOUND')
    expect(codeOf(await tryTakeBack(resident, round, said))).toBe('NOT_FOUND')
    const pulse = await server.ok(readPulseEndpoint, {
      as: head.token,
      params: roundParams(round),
      query: {},
    })
    expect(pulse.now).toMatchObject({ statements: 1, answers: 1 })
  })

  it('is taken back while the round is discussed, and makes no room for more', async () => {
    const round = await discussed()
    const [said] = [await say(resident, round)]
    for (let count = 1; count < STATEMENTS_EACH_AT_MOST; count += 1)
      await say(resident, round, `第${count}句`)
    await tryTakeBack(resident, round, said)
    expect(codeOf(await trySay(resident, round, '还有一句'))).toBe('STATEMENTS_FULL')
    await server.db
      .updateTable('rounds')
      .set({ state: 'action' })
      .where('round_id', '=', round.roundId)
      .execute()
    const [second] = (await statementsFor(resident, round)).items
    expect(second?.may.withdraw).toBe(false)
    expect(codeOf(await tryTakeBack(resident, round, second ?? said))).toBe('STATEMENTS_NOT_NOW')
  })

  it('bears no name, to nobody', async () => {
    const round = await discussed()
    await say(resident, round)
    for (const one of [neighbour, head, staff]) {
      const text = JSON.stringify([await statementsFor(one, round), await nextFor(one, round)])
      expect(text).not.toContain(resident.personId)
      expect(text).not.toContain('李阿姨')
      expect(text).not.toContain(place.community.homeId)
    }
  })
})
