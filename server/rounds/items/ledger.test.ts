import { balanceFen } from '#core/rounds'
import { anItem, ledgerOf, tryCorrect, tryLedger } from '../../../tests/builders/items'
import { aRound, head, neighbour, resident, setRoundStage } from '../../../tests/builders/round-stage'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const aProject = async () =>
  anItem(resident, await aRound({ state: 'action' }), { takesOn: true, isProject: true })
const entryIdOf = ({ body }: { body: unknown }) => (body as { entryId: string }).entryId

describe('the ledger of a micro-project', () => {
  it('adds up to the fen, and everybody who reads the round reads it', async () => {
    const item = await aProject()
    await tryLedger(resident, item, 'money_in', 20_000, { what: '邻居凑的' })
    await tryLedger(head, item, 'money_out', 12_345, { what: '两张长椅' })
    await tryLedger(resident, item, 'gift', 0, { what: '一桶漆' })
    const ledger = await ledgerOf(neighbour, item)
    expect(ledger).toMatchObject({ inFen: 20_000, outFen: 12_345, balanceFen: 7_655 })
    expect(ledger.items.map(({ what, amountFen }) => [what, amountFen])).toEqual([
      ['一桶漆', 0],
      ['两张长椅', -12_345],
      ['邻居凑的', 20_000],
    ])
    expect(balanceFen(ledger.items)).toBe(ledger.balanceFen)
  })

  it('calls a resident who does it as they chose when they took it on', async () => {
    const round = await aRound({ state: 'action' })
    for (const [shownAs, name] of [
      ['resident', '湖光苑 3号楼的一位住户'],
      ['nickname', '李阿姨'],
    ] as const) {
      const item = await anItem(resident, round, { takesOn: true, isProject: true, shownAs })
      expect(item.ownerName).toBe(name)
      await tryCorrect(resident, item, entryIdOf(await tryLedger(resident, item, 'money_in', 100)))
      const { items } = await ledgerOf(neighbour, item)
      expect(items.map(({ byName }) => byName)).toEqual([name, name])
    }
  })

  it('takes an entry back by another, once; both stay', async () => {
    const item = await aProject()
    const entryId = entryIdOf(await tryLedger(resident, item, 'money_out', 500))
    const { body } = await tryCorrect(resident, item, entryId)
    expect(body).toMatchObject({ inFen: 0, outFen: 0, balanceFen: 0 })
    expect(codeOf(await tryCorrect(resident, item, entryId))).toBe('LEDGER_CORRECTED')
    expect(codeOf(await tryCorrect(resident, item, entryIdOf({ body })))).toBe('LEDGER_CORRECTED')
    const { items } = await ledgerOf(neighbour, item)
    expect(items.map(({ amountFen, corrected, corrects }) => [amountFen, corrected, corrects])).toEqual([
      [500, false, entryId],
      [-500, true, null],
    ])
  })

  it('loses nothing when two write at once, and corrects once when two do', async () => {
    const item = await aProject()
    await Promise.all([1, 2, 4, 8].map((fen) => tryLedger(resident, item, 'money_in', fen)))
    expect((await ledgerOf(resident, item)).balanceFen).toBe(15)
    const entryId = entryIdOf(await tryLedger(resident, item, 'money_in', 100))
    const answers = await Promise.all([head, resident].map((who) => tryCorrect(who, item, entryId)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await ledgerOf(resident, item)).balanceFen).toBe(15)
  })

  it('is kept by who does it and the convener, where there is one, with amounts and days that can be', async () => {
    const item = await aProject()
    expect(codeOf(await tryLedger(neighbour, item, 'money_in', 100))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryLedger(resident, item, 'money_in', 0))).toBe('LEDGER_AMOUNT_WRONG')
    expect(codeOf(await tryLedger(resident, item, 'gift', 100))).toBe('LEDGER_AMOUNT_WRONG')
    expect(codeOf(await tryLedger(resident, item, 'money_in', 1, { onDay: '2026-11-19' }))).toBe(
      'LEDGER_DAY_WRONG',
    )
    expect((await tryLedger(resident, item, 'money_in', 10_000_001)).status).toBe(400)
    const what = '打 13800138000 报销'
    expect(codeOf(await tryLedger(resident, item, 'money_out', 1, { what }))).toBe('ROUND_WORDS_REFUSED')
    const plain = await anItem(head, { roundId: item.roundId })
    expect(codeOf(await tryLedger(head, plain, 'money_in', 100))).toBe('NOT_ALLOWED')
  })
})
