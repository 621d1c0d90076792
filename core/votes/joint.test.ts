import fc from 'fast-check'
import { CHANNELS, disputedItems, settleBallots, type Choices, type HandedIn } from './joint'

const ITEMS = ['i1', 'i2']

const ballot = (ballotId: string, at: number, choices: Choices, more: Partial<HandedIn> = {}): HandedIn => ({
  ballotId,
  casterId: ballotId,
  channel: 'online',
  at,
  choices,
  ...more,
})

const settled = (handed: readonly HandedIn[], namedCasterId: string | null = null) =>
  settleBallots(handed, ITEMS, namedCasterId).map(({ ballotId, status, choices, disputed }) =>
    disputed ? [ballotId, status, choices, disputed] : [ballotId, status, choices],
  )

const statuses = (handed: readonly HandedIn[], namedCasterId: string | null = null) =>
  settled(handed, namedCasterId).map(([ballotId, status]) => `${ballotId} ${status}`)

const YES = { i1: 'approve', i2: 'approve' }
const NO = { i1: 'against', i2: 'against' }
const YES_NO = { i1: 'approve', i2: 'against' }

describe('one ballot of a voter', () => {
  it('counts', () => expect(settled([ballot('a', 1, YES)])).toEqual([['a', 'counted', YES]]))
  it('counts where it leaves an item out, which takes no part', () => {
    expect(settled([ballot('a', 1, { i1: 'approve' })])).toEqual([['a', 'counted', { i1: 'approve' }]])
  })
  it('is none where nobody voted', () => expect(settled([])).toEqual([]))
})

describe('of several ballots of one voter', () => {
  it('the last of the same person counts', () => {
    const handed = [ballot('a', 2, NO, { casterId: 'p' }), ballot('b', 1, YES, { casterId: 'p' })]
    expect(settled(handed)).toEqual([
      ['b', 'replaced', YES],
      ['a', 'counted', NO],
    ])
  })

  it('the greater id counts of the same person in the same moment', () => {
    const handed = [ballot('b', 1, NO, { casterId: 'p' }), ballot('a', 1, YES, { casterId: 'p' })]
    expect(statuses(handed)).toEqual(['a replaced', 'b counted'])
  })

  it('online counts over paper, however late that was opened, and both over the proxy', () => {
    const paper = ballot('paper', 9, NO, { casterId: null, channel: 'paper' })
    const proxy = ballot('proxy', 10, NO, { channel: 'proxy' })
    expect(statuses([proxy, ballot('a', 1, YES), paper])).toEqual([
      'a counted',
      'paper replaced',
      'proxy replaced',
    ])
    expect(statuses([proxy, paper])).toEqual(['paper counted', 'proxy replaced'])
    expect(statuses([proxy])).toEqual(['proxy counted'])
  })

  it('the last on paper counts for the home', () => {
    const paper = { casterId: null, channel: 'paper' } as const
    expect(statuses([ballot('a', 1, YES, paper), ballot('b', 2, NO, paper)])).toEqual([
      'a replaced',
      'b counted',
    ])
  })
})

describe('several persons of one voter', () => {
  it('who choose the same have the one vote, that of the first', () => {
    expect(settled([ballot('b', 2, YES), ballot('a', 1, YES)])).toEqual([
      ['a', 'counted', YES],
      ['b', 'replaced', YES],
    ])
  })

  it('who differ in one item dispute that item only', () => {
    const handed = [ballot('a', 1, YES), ballot('b', 2, YES_NO), ballot('c', 3, YES)]
    expect(settled(handed)).toEqual([
      ['a', 'counted', { i1: 'approve' }, { i2: 'approve' }],
      ['b', 'disputed', YES_NO],
      ['c', 'replaced', YES],
    ])
    expect(disputedItems(handed, ITEMS, null)).toEqual(['i2'])
  })

  it('who differ in all take no part', () => {
    const handed = [ballot('a', 1, YES), ballot('b', 2, NO)]
    expect(settled(handed)).toEqual([
      ['a', 'disputed', YES],
      ['b', 'disputed', NO],
    ])
    expect(disputedItems(handed, ITEMS, null)).toEqual(ITEMS)
  })

  it('settle it by identical ballots', () => {
    const handed = [ballot('a', 1, YES), ballot('b', 2, NO), ballot('c', 3, YES, { casterId: 'b' })]
    expect(statuses(handed)).toEqual(['a counted', 'b replaced', 'c replaced'])
    expect(disputedItems(handed, ITEMS, null)).toEqual([])
  })

  it('settle it by naming one of them', () => {
    const handed = [ballot('a', 1, YES), ballot('b', 2, NO)]
    expect(statuses(handed, 'b')).toEqual(['a replaced', 'b counted'])
    expect(disputedItems(handed, ITEMS, 'b')).toEqual([])
  })

  it("don't settle it by naming somebody who has not voted, or whose ballot has no precedence", () => {
    expect(statuses([ballot('a', 1, YES), ballot('b', 2, NO)], 'c')).toEqual(['a disputed', 'b disputed'])
    const handed = [ballot('a', 1, YES), ballot('b', 2, NO), ballot('c', 3, NO, { channel: 'proxy' })]
    expect(statuses(handed, 'c')).toEqual(['a disputed', 'b disputed', 'c replaced'])
  })

  it('are not settled by the home as such while nobody is named', () => {
    const paper = [
      ballot('a', 1, YES, { casterId: null, channel: 'paper' }),
      ballot('b', 2, NO, { channel: 'paper' }),
    ]
    expect(statuses(paper)).toEqual(['a disputed', 'b disputed'])
  })

  it('differ where one leaves an item out', () => {
    const handed = [ballot('a', 1, { i1: 'approve' }), ballot('b', 2, YES)]
    expect(settled(handed)).toEqual([
      ['a', 'counted', { i1: 'approve' }, {}],
      ['b', 'disputed', YES],
    ])
  })

  it.each([
    [['红', '蓝'], ['蓝', '红'], 'replaced'],
    ['红', ['红'], 'replaced'],
    [['红'], ['红', '蓝'], 'disputed'],
    [[], ['红'], 'disputed'],
  ])('choose lists as sets: %p and %p', (one, other, status) => {
    const handed = [ballot('a', 1, { i1: 'approve', i2: one }), ballot('b', 2, { i1: 'approve', i2: other })]
    expect(statuses(handed)).toEqual(['a counted', `b ${status}`])
  })

  it('know an item by the name of what every object has', () => {
    const handed = [ballot('a', 1, {}), ballot('b', 2, { constructor: 'approve' } as unknown as Choices)]
    expect(disputedItems(handed, ['constructor', 'toString'], null)).toEqual(['constructor'])
  })
})

describe('any ballots of one voter', () => {
  const anyChoice = fc.constantFrom<Choices[string]>('approve', 'against', [], ['x', 'y'], ['y', 'x'], ['x'])
  const anyHanded = fc
    .array(
      fc.record({
        casterId: fc.constantFrom('p', 'q', 'r', null),
        channel: fc.constantFrom(...CHANNELS),
        at: fc.nat({ max: 4 }),
        choices: fc.dictionary(fc.constantFrom(...ITEMS), anyChoice),
      }),
      { minLength: 1, maxLength: 7 },
    )
    .map((list) => list.map((one, index): HandedIn => ({ ...one, ballotId: `b${index}` })))
  const anyName = fc.constantFrom('p', 'q', null)

  it('are settled alike in whatever order they are read', () => {
    fc.assert(
      fc.property(
        anyHanded.chain((handed) =>
          fc.tuple(fc.constant(handed), fc.shuffledSubarray(handed, { minLength: handed.length })),
        ),
        anyName,
        ([handed, shuffled], named) => {
          expect(settleBallots(shuffled, ITEMS, named)).toEqual(settleBallots(handed, ITEMS, named))
          expect(disputedItems(shuffled, ITEMS, named)).toEqual(disputedItems(handed, ITEMS, named))
        },
      ),
    )
  })

  it('all come back, one counted at most, and none where every item is disputed', () => {
    fc.assert(
      fc.property(anyHanded, anyName, (handed, named) => {
        const result = settleBallots(handed, ITEMS, named)
        expect(result.map(({ ballotId }) => ballotId).sort()).toEqual(handed.map(({ ballotId }) => ballotId))
        const disputed = disputedItems(handed, ITEMS, named)
        const counted = result.filter(({ status }) => status === 'counted')
        expect(counted.length).toBeLessThanOrEqual(1)
        if (disputed.length === 0) expect(counted).toHaveLength(1)
        if (disputed.length === ITEMS.length) expect(counted).toEqual([])
        for (const one of counted) {
          expect(Object.keys(one.choices).filter((itemId) => disputed.includes(itemId))).toEqual([])
          expect(Object.keys(one.disputed ?? {}).filter((itemId) => !disputed.includes(itemId))).toEqual([])
          const whole = handed.find(({ ballotId }) => ballotId === one.ballotId)?.choices
          expect({ ...one.choices, ...one.disputed }).toEqual(whole)
        }
      }),
    )
  })

  it('count nothing of a channel that another has precedence over, and of a named voter only theirs', () => {
    fc.assert(
      fc.property(anyHanded, anyName, (handed, named) => {
        const best = CHANNELS.find((channel) => handed.some((one) => one.channel === channel))
        const able = handed.filter(({ channel }) => channel === best)
        const theirs = able.filter(({ casterId }) => casterId === named)
        const may = named !== null && theirs.length > 0 ? theirs : able
        const counting = settleBallots(handed, ITEMS, named).filter(({ status }) => status !== 'replaced')
        const ids = may.map(({ ballotId }) => ballotId)
        expect(counting.length).toBeGreaterThan(0)
        expect(counting.filter(({ ballotId }) => !ids.includes(ballotId))).toEqual([])
      }),
    )
  })
})

it('is quick for 100,000 voters, and for one voter with as many changes', () => {
  const pair = [ballot('a', 1, YES), ballot('b', 2, NO)]
  for (let voter = 0; voter < 100_000; voter += 1) settleBallots(pair, ITEMS, null)
  const changes = Array.from({ length: 100_000 }, (_, at) => ballot(`b${at}`, at, YES, { casterId: 'p' }))
  expect(statuses(changes).filter((one) => !one.endsWith('replaced'))).toEqual(['b99999 counted'])
})
