import fc from 'fast-check'
import { decideChoices, type ChoosableItem } from './choices'
import type { Choices } from './joint'

const DECISION: ChoosableItem = { itemId: 'i1', options: ['approve', 'against', 'abstain'], maxChoices: null }
const POLL: ChoosableItem = { itemId: 'i2', options: ['红', '黄', '蓝'], maxChoices: 2 }

const answer = (items: readonly ChoosableItem[], choices: unknown) => {
  const decision = decideChoices(items, choices as Choices)
  return decision.allowed ? 'allowed' : `${decision.code} ${decision.field}`
}
const WRONG = (item: string) => `VOTE_CHOICE_WRONG choices.${item}`
/** As it comes over the wire: `__proto__` is a name like any other there. */
const sent = (json: string): unknown => JSON.parse(json)

describe('a ballot', () => {
  it.each<[string, Choices]>([
    ['one option each', { i1: 'approve', i2: '红' }],
    ['as many as allowed', { i1: 'abstain', i2: ['蓝', '红'] }],
    ['none of several, which abstains', { i1: 'against', i2: [] }],
  ])('may have %s', (_what, choices) => {
    expect(answer([DECISION, POLL], choices)).toBe('allowed')
  })

  it.each<[string, unknown, string]>([
    ['no answer to one item', { i1: 'approve' }, 'i2'],
    ['nothing at all', {}, 'i1'],
    ['an item that there isn’t', { i1: 'approve', i2: '红', i3: 'approve' }, 'i3'],
    ['an option that there isn’t', { i1: 'maybe', i2: '红' }, 'i1'],
    ['an option of another item', { i1: '红', i2: '红' }, 'i1'],
    ['an option in other letters', { i1: 'Approve', i2: '红' }, 'i1'],
    ['no letters', { i1: '', i2: '红' }, 'i1'],
    ['an option twice', { i1: 'approve', i2: ['红', '红'] }, 'i2'],
    ['more than allowed', { i1: 'approve', i2: ['红', '黄', '蓝'] }, 'i2'],
    ['one that there isn’t among others', { i1: 'approve', i2: ['红', 'approve'] }, 'i2'],
    ['a list where one is asked for', { i1: ['approve'], i2: '红' }, 'i1'],
    ['an empty list where one is asked for', { i1: [], i2: '红' }, 'i1'],
  ])('has not %s', (_what, choices, item) => {
    expect(answer([DECISION, POLL], choices)).toBe(WRONG(item))
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'has no item %s, which every object seems to have',
    (name) => {
      expect(answer([DECISION], sent(`{"i1":"approve","${name}":"approve"}`))).toBe(WRONG(name))
      expect(answer([{ ...DECISION, itemId: name }], {})).toBe(WRONG(name))
      expect(answer([{ ...DECISION, itemId: name }], sent(`{"${name}":"approve"}`))).toBe('allowed')
    },
  )

  it('has no option that only every object has', () => {
    for (const option of ['__proto__', 'constructor', 'length'])
      expect(answer([DECISION], { i1: option })).toBe(WRONG('i1'))
  })

  it('is good exactly when every item has a set of its own options, no more than it allows', () => {
    const anyItem = fc.record({
      options: fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'), { minLength: 1 }),
      maxChoices: fc.option(fc.integer({ min: 1, max: 3 })),
    })
    const anyOption = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e')
    const anyChoice = fc.oneof(anyOption, fc.array(anyOption, { maxLength: 4 }))
    fc.assert(
      fc.property(anyItem, anyChoice, (item, choice) => {
        const list = typeof choice === 'string' ? [choice] : choice
        const isGood =
          (typeof choice === 'string' || item.maxChoices !== null) &&
          list.length <= (item.maxChoices ?? 1) &&
          list.every(
            (one, index) => (item.options as readonly string[]).includes(one) && list.indexOf(one) === index,
          )
        expect(answer([{ itemId: 'i', ...item }], { i: choice })).toBe(isGood ? 'allowed' : WRONG('i'))
      }),
    )
  })
})
