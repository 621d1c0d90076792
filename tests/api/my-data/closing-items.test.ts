import { anItem, doItemAct, readItemBy, tookPart, tryLedger, tryLesson, tryRate } from '../../builders/items'
import type { SignedInPerson } from '../../builders/neighbourhood'
import { aRound, head, neighbour, place, server, setRoundStage } from '../../builders/round-stage'
import { closedAfterAll, jobsOf } from './stage'

setRoundStage()
jest.setTimeout(120_000)

const jobs = jobsOf(() => server)

const close = (who: SignedInPerson, words: 'keep' | 'delete') => closedAfterAll(server, jobs, who, words)

const phaseOf = (round: { roundId: string }, state: 'action' | 'evaluation') =>
  server.db.updateTable('rounds').set({ state }).where('round_id', '=', round.roundId).execute()

const textOf = async (table: 'action_items' | 'item_steps' | 'ledger_entries' | 'round_lessons') =>
  JSON.stringify(await server.db.selectFrom(table).selectAll().execute())

describe('what somebody took on who closes their account', () => {
  it('is free again where it is open; what was done, paid and rated stays, without the name', async () => {
    const amei = await place.resident(place.community.homeId, { name: '阿梅九' })
    const round = await aRound({ state: 'action' })
    const nickname = { takesOn: true, isProject: true, shownAs: 'nickname' as const }
    const open = await anItem(amei, round, nickname)
    const other = await anItem(amei, round, nickname)
    expect((await tryLedger(amei, other, 'money_in', 20_000)).status).toBe(200)
    await doItemAct(amei, open, 'report', '阿梅量好了尺寸')
    await doItemAct(amei, other, 'finish', '两张都装好了')
    const theirs = await anItem(neighbour, round, { takesOn: true })
    await phaseOf(round, 'evaluation')
    await tookPart(amei, round, place.community.homeId)
    expect((await tryRate(amei, theirs, 'kept')).status).toBe(200)
    expect((await tryLesson(amei, round, '阿梅学到的')).status).toBe(200)
    expect(await textOf('action_items')).toContain('阿梅九')
    await close(amei, 'delete')
    for (const table of ['action_items', 'item_steps', 'ledger_entries', 'round_lessons'] as const)
      expect(await textOf(table)).not.toMatch(/阿梅九|阿梅量好了尺寸|阿梅学到的/)
    expect(await readItemBy(head, open)).toMatchObject({ taken: false, state: 'open', ownerName: null })
    expect(await readItemBy(head, other)).toMatchObject({ state: 'finished', ownerName: null })
    expect(await textOf('ledger_entries')).toContain('20000')
    expect((await readItemBy(head, theirs)).ratings).toEqual({ kept: 1, partly: 0, not_kept: 0 })
  })

  it('keeps its words where that was wished', async () => {
    const amei = await place.resident(place.community.homeId, { name: '阿梅十' })
    const round = await aRound({ state: 'evaluation' })
    expect((await tryLesson(amei, round, '先量好尺寸再买')).status).toBe(200)
    await close(amei, 'keep')
    expect(await textOf('round_lessons')).toContain('先量好尺寸再买')
  })
})
