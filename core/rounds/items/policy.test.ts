import fc from 'fast-check'
import { CAST, EVERYBODY, anItemMet, itemMetBy, roundMetBy, type Who } from './item-cast.property'
import type { Item } from './item'
import {
  decideItemAct,
  decideLedger,
  decideLesson,
  decideRate,
  decideReadReport,
  decideWriteItem,
  itemActsFor,
} from './policy'
import { isItemOpen, ITEM_ACT_NAMES, itemTransition } from './workflow'

const who = (may: (one: Who) => { allowed: boolean }) => EVERYBODY.filter((one) => may(one).allowed)
const acting = (act: (typeof ITEM_ACT_NAMES)[number], more: Partial<Item> = {}) =>
  who((one) => decideItemAct(CAST[one], itemMetBy(one, more), act))

describe('who takes an item on', () => {
  it.each([
    ['resident', ['owner', 'neighbour']],
    ['council', ['head', 'council']],
    ['grid', ['gridWorker']],
    ['property', ['property']],
    ['organisation', []],
  ] as const)('of %s', (ownerKind, may) => {
    expect(acting('accept', { ownerKind })).toEqual(may)
  })

  it('is a member of the organisation that is asked, who lives elsewhere', () => {
    const item = itemMetBy('stranger', { ownerKind: 'organisation', inOrganisation: true })
    expect(itemActsFor(CAST.stranger, item)).toEqual(['accept', 'hand_back'])
  })

  it('is nobody once it is taken', () => {
    expect(acting('accept', { ownerId: 'owner' })).toEqual([])
  })
})

describe('who goes on with it', () => {
  it('is who took it on, and who convenes', () => {
    for (const act of ['report', 'finish', 'give_up'] as const)
      expect(acting(act, { ownerId: 'owner' })).toEqual(['head', 'owner', 'council'])
    expect(acting('hand_back', { ownerId: 'owner' })).toEqual(['owner'])
  })

  it('is any member of the body that took it on', () => {
    expect(acting('hand_back', { ownerKind: 'property', ownerId: 'somebody else' })).toEqual(['property'])
  })
})

it('an item is put down by who convenes, or by a grown-up neighbour who takes it on', () => {
  const writing = (takesOn: boolean) =>
    who((one) => decideWriteItem(CAST[one], roundMetBy(one), { ownerKind: 'resident', takesOn }))
  expect(writing(false)).toEqual(['head', 'council'])
  expect(writing(true)).toEqual(['owner', 'neighbour'])
})

it('a ledger is kept by who does it and who convenes, where there is one, until the round is over', () => {
  const keeping = (more: Partial<Item>, state: 'action' | 'evaluation' | 'closed' = 'action') =>
    who((one) =>
      decideLedger(
        CAST[one],
        itemMetBy(one, { ownerId: 'owner', ...more, round: roundMetBy(one, { state }) }),
      ),
    )
  expect(keeping({ isProject: false })).toEqual([])
  for (const state of ['action', 'evaluation'] as const)
    expect(keeping({ isProject: true }, state)).toEqual(['head', 'owner', 'council'])
  expect(keeping({ isProject: true }, 'closed')).toEqual([])
})

it('an item is rated by grown-up neighbours who took part, never by who did it', () => {
  const rating = (tookPart: boolean) =>
    who((one) =>
      decideRate(
        CAST[one],
        itemMetBy(one, { ownerId: 'owner', round: roundMetBy(one, { state: 'evaluation' }, { tookPart }) }),
      ),
    )
  expect(rating(true)).toEqual(['neighbour'])
  expect(rating(false)).toEqual([])
})

it('lessons are written by who lives there, who convenes and who took part, in the evaluation', () => {
  const writing = (state: 'action' | 'evaluation') =>
    who((one) => decideLesson(CAST[one], roundMetBy(one, { state })))
  expect(writing('evaluation')).toEqual(['head', 'owner', 'neighbour', 'child', 'council'])
  expect(writing('action')).toEqual([])
})

it('the report is read with the round, from the evaluation on, and of a round that was abandoned', () => {
  const reading = (state: 'action' | 'evaluation' | 'closed' | 'abandoned' | 'withdrawn') =>
    decideReadReport(CAST.neighbour, roundMetBy('neighbour', { state })).allowed
  expect((['action', 'evaluation', 'closed', 'abandoned', 'withdrawn'] as const).map(reading)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
  expect(decideReadReport(CAST.stranger, roundMetBy('stranger', { state: 'closed' }))).toMatchObject({
    code: 'NOT_FOUND',
  })
})

describe('whoever meets an item', () => {
  it('acts on it in the action alone, from the states its table names, and hands back only what they could take', () => {
    fc.assert(
      fc.property(anItemMet, ({ actor, item }) => {
        for (const act of itemActsFor(actor, item)) {
          expect(item.round.state).toBe('action')
          expect(itemTransition(act).from).toContain(item.state)
        }
      }),
    )
  })

  it('never ends it without words: every act but taking it on asks for some', () => {
    const silent = ITEM_ACT_NAMES.filter((act) => itemTransition(act).words === 'none')
    expect(silent).toEqual(['accept'])
    const ending = ITEM_ACT_NAMES.filter((act) => !isItemOpen(itemTransition(act).to))
    expect(ending).toEqual(['finish', 'give_up'])
  })

  it('never both acts on it and rates it', () => {
    fc.assert(
      fc.property(anItemMet, ({ actor, item }) => {
        const acts = itemActsFor(actor, item).length > 0
        expect(acts && decideRate(actor, item).allowed).toBe(false)
      }),
    )
  })
})
