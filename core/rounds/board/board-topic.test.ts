import fc from 'fast-check'
import { dateOf } from '../../calendar'
import type { Decision } from '../../permissions'
import {
  boardSilenceDueAt,
  decideBeginWith,
  decideConveneFor,
  decideDecline,
  decidePutUp,
  decideTopicAct,
  homeToPutUpFor,
  isOnBoard,
  readsBoard,
  TOPIC_STATES,
  type BoardTopic,
} from '..'
import { round } from '../topics/topics-cast.property'
import { boardTopic, CAST, EVERYBODY, NOW, seconding, type Who } from './board-cast.property'

const codeOf = (decision: Decision) => (decision.allowed ? 'allowed' : decision.code)
const those = (may: (who: Who) => boolean) => EVERYBODY.filter(may)
const PLACE = { placeId: 'building', kind: 'building' as const, jurisdiction: boardTopic().jurisdiction }
const met = boardTopic({ metAt: NOW })
const silent = boardTopic({ metAt: NOW, silentAt: NOW })
const inRound = boardTopic({ metAt: NOW, round: round() })

describe('the board of a place', () => {
  it('is read by who lives there and who is in office over it', () => {
    expect(those((who) => readsBoard(CAST[who], PLACE))).toEqual([
      'author',
      'neighbour',
      'child',
      'head',
      'council',
      'gridWorker',
      'staff',
      'committee',
    ])
  })

  it('takes topics of who lives there, also of the young', () => {
    expect(those((who) => decidePutUp(CAST[who], PLACE, false).allowed)).toEqual([
      'author',
      'neighbour',
      'child',
    ])
    expect(codeOf(decidePutUp(CAST.head, PLACE, false))).toBe('BOARD_NEEDS_HOME')
    expect(codeOf(decidePutUp(CAST.across, PLACE, false))).toBe('NOT_FOUND')
  })

  it('takes what somebody said elsewhere of who convenes there, too', () => {
    expect(those((who) => decidePutUp(CAST[who], PLACE, true).allowed)).toEqual([
      'author',
      'neighbour',
      'child',
      'head',
      'council',
    ])
  })

  it('counts the home of who puts something up as the first, where they are an adult', () => {
    expect(homeToPutUpFor(CAST.author, 'building')).toBe('home of author')
    expect(homeToPutUpFor(CAST.child, 'building')).toBeUndefined()
    expect(homeToPutUpFor(CAST.across, 'building')).toBeUndefined()
  })
})

describe('这次不谈', () => {
  const code = (who: Who, given: BoardTopic) => codeOf(decideDecline(CAST[who], given))

  it('is for who convenes there, once enough homes second it', () => {
    expect(those((who) => code(who, met) === 'allowed')).toEqual(['head', 'council'])
    const ofEstate = boardTopic({ placeId: 'estate', placeKind: 'estate', metAt: NOW })
    expect(those((who) => code(who, ofEstate) === 'allowed')).toEqual(['committee'])
    expect(code('head', boardTopic())).toBe('BOARD_TOPIC_NOT_MET')
    expect(code('neighbour', met)).toBe('NOT_ALLOWED')
  })

  it('comes too late after silence, and for what is over or in a round', () => {
    expect(code('head', silent)).toBe('BOARD_HEAD_LATE')
    expect(code('head', inRound)).toBe('STATE_CHANGED')
    for (const state of ['declined', 'merged', 'withdrawn'] as const)
      expect(code('head', boardTopic({ metAt: NOW, state }))).toBe('STATE_CHANGED')
  })
})

describe('召集大家来谈', () => {
  const code = (who: Who, given: BoardTopic) => codeOf(decideConveneFor(CAST[who], given))

  it('is for who convenes there, also before enough homes second it', () => {
    expect(those((who) => code(who, boardTopic()) === 'allowed')).toEqual(['head', 'council'])
    expect(those((who) => code(who, silent) === 'allowed')).toEqual(['head', 'council'])
  })

  it('is for every adult who seconds it, once nobody answered', () => {
    expect(those((who) => code(who, { ...silent, ...seconding(who) }) === 'allowed')).toEqual([
      'author',
      'neighbour',
      'head',
      'council',
    ])
    expect(code('neighbour', { ...met, ...seconding('neighbour') })).toBe('NOT_ALLOWED')
    // Somebody else of their home seconds it.
    expect(
      code('neighbour', {
        ...silent,
        standing: { secondedHomes: ['home of neighbour'], ownSeconds: [] },
      }),
    ).toBe('NOT_ALLOWED')
  })

  it('takes what waits on the board, in words that neighbours see', () => {
    expect(code('head', inRound)).toBe('STATE_CHANGED')
    expect(code('council', boardTopic({ state: 'declined' }))).toBe('STATE_CHANGED')
    expect(code('head', boardTopic({ wordsState: 'hidden' }))).toBe('NOT_FOUND')
  })

  it('is held with every home of the place', () => {
    const begins = (place: { placeId: string; chosen: boolean }) =>
      codeOf(decideBeginWith(CAST.head, silent, place))
    expect(begins({ placeId: 'building', chosen: false })).toBe('allowed')
    expect(begins({ placeId: 'building', chosen: true })).toBe('BOARD_TOPICS_WRONG')
    expect(begins({ placeId: 'estate', chosen: false })).toBe('BOARD_TOPICS_WRONG')
    expect(codeOf(decideBeginWith(CAST.neighbour, met, { placeId: 'building', chosen: false }))).toBe(
      'NOT_ALLOWED',
    )
  })
})

it('says nothing of a topic to strangers, whatever its state', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(decideDecline, decideConveneFor),
      fc.constantFrom(...TOPIC_STATES),
      fc.constantFrom<Who>('across', 'stranger', 'volunteer', 'otherHead', 'otherStaff', 'auditor'),
      fc.constantFrom(null, NOW),
      fc.constantFrom(null, NOW),
      (decide, state, who, metAt, silentAt) => {
        expect(codeOf(decide(CAST[who], boardTopic({ state, metAt, silentAt })))).toBe('NOT_FOUND')
      },
    ),
  )
})

it('lets nobody convene for, or decline, what doesn’t wait on the board', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(decideDecline, decideConveneFor),
      fc.constantFrom(...TOPIC_STATES),
      fc.constantFrom(...EVERYBODY),
      fc.constantFrom(null, round({}, { tookPart: true })),
      fc.constantFrom(null, NOW),
      (decide, state, who, ofRound, silentAt) => {
        const given = boardTopic({ state, round: ofRound, metAt: NOW, silentAt, ...seconding(who) })
        if (decide(CAST[who], given).allowed) expect(isOnBoard(given)).toBe(true)
      },
    ),
  )
})

it('is its author’s to withdraw until enough homes stand behind it', () => {
  expect(decideTopicAct(CAST.author, boardTopic(), 'withdraw').allowed).toBe(true)
  expect(codeOf(decideTopicAct(CAST.author, met, 'withdraw'))).toBe('BOARD_TOPIC_MET')
})

describe('the silence of who should answer', () => {
  const dueOf = (topic: BoardTopic) => boardSilenceDueAt({ ...topic, onBoard: isOnBoard(topic) })

  it('counts after seven whole days, once, and only while neighbours read a topic that waits', () => {
    const due = dueOf(met)
    expect(due && dateOf(new Date(due.getTime() - 1))).toBe('2026-11-25')
    for (const topic of [
      boardTopic(),
      silent,
      inRound,
      boardTopic({ metAt: NOW, state: 'declined' }),
      boardTopic({ metAt: NOW, wordsState: 'hidden' }),
    ])
      expect(dueOf(topic)).toBeNull()
  })
})
