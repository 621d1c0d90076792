import fc from 'fast-check'
import {
  canMergeTopics,
  decideProposeTopic,
  decideSecondTopic,
  decideTopicAct,
  homesToSecond,
  standingAfter,
  topicActsFor,
} from './decide'
import type { Topic } from './topic'
import { anyTopic, inOffice, living, metBy, round, topic } from './topics-cast.property'
import { topicSecondsInWords, topicStateInWords } from './words'

const neighbour = living('neighbour')
const author = living('author')
const head = inOffice('head', 'building_head', 'building')
const stranger = living('stranger', ['community', 'another estate'])
const allowed = { allowed: true }

describe('提议题', () => {
  const here = round({}, { homesInScope: ['home of neighbour'] })

  it('is for who lives in the scope, until the agenda is out', () => {
    expect(decideProposeTopic(neighbour, here)).toEqual(allowed)
    expect(decideProposeTopic(neighbour, { ...here, state: 'discussion' })).toMatchObject({
      code: 'TOPIC_AGENDA_OUT',
    })
    expect(decideProposeTopic(neighbour, { ...here, state: 'closed' })).toMatchObject({
      code: 'STATE_CHANGED',
    })
  })

  it('is not for those left out, and a stranger doesn’t learn of it', () => {
    expect(decideProposeTopic(neighbour, round({ chosen: true }))).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(decideProposeTopic(stranger, round())).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('附议', () => {
  it('counts once per home, whoever there says so', () => {
    expect(decideSecondTopic(neighbour, metBy(neighbour), true)).toEqual(allowed)
    const byMother = metBy(neighbour, {}, { secondedHomes: ['home of neighbour'] })
    expect(decideSecondTopic(neighbour, byMother, true)).toMatchObject({ code: 'TOPIC_HOME_SECONDED' })
    expect(decideSecondTopic(neighbour, byMother, false)).toMatchObject({ code: 'STATE_CHANGED' })
  })

  it('is taken back by who said so', () => {
    const own = { secondedHomes: ['home of neighbour'], ownSeconds: ['home of neighbour'] }
    expect(decideSecondTopic(neighbour, metBy(neighbour, {}, own), false)).toEqual(allowed)
  })

  it('is for adults', () => {
    const child = living('child', undefined, false)
    expect(decideSecondTopic(child, metBy(child), true)).toMatchObject({ code: 'TOPIC_ADULTS_ONLY' })
  })

  it('is not for its author, whose home counts already, nor for who lives elsewhere', () => {
    expect(decideSecondTopic(author, metBy(author), true)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(decideSecondTopic(stranger, topic(), true)).toMatchObject({ code: 'NOT_FOUND' })
    expect(decideSecondTopic(head, topic(), true)).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('on the standing board is for who lives at its place', () => {
    expect(decideSecondTopic(neighbour, topic({ round: null }), true)).toEqual(allowed)
    expect(decideSecondTopic(stranger, topic({ round: null }), true)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('never counts a home twice, nor a home outside the scope', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
        (own, scope, seconded) => {
          const actor = {
            homes: own.map(
              (homeId) => ({ ...living('x').homes[0], homeId }) as (typeof author.homes)[number],
            ),
          }
          const met = topic({ round: round({}, { homesInScope: scope }) }, { secondedHomes: seconded })
          expect(homesToSecond(actor, met).map(({ homeId }) => homeId)).toEqual(
            own.filter((homeId) => scope.includes(homeId) && !seconded.includes(homeId)),
          )
        },
      ),
    )
  })
})

describe('who seconded', () => {
  it('stands behind it with these homes too, and without them once that is taken back', () => {
    const before = { secondedHomes: ['a'], ownSeconds: [] }
    const after = standingAfter(before, ['b', 'c'], true)
    expect(after).toEqual({ secondedHomes: ['a', 'b', 'c'], ownSeconds: ['b', 'c'] })
    expect(standingAfter(after, ['b', 'c'], false)).toEqual(before)
  })
})

describe('合到一起', () => {
  const asked = { proposalInto: 'other' }

  it('is asked for by who convenes, and answered by the author alone', () => {
    expect(decideTopicAct(head, topic(), 'ask_merge')).toEqual(allowed)
    expect(decideTopicAct(neighbour, topic(), 'ask_merge')).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(decideTopicAct(author, topic(asked), 'agree_merge')).toEqual(allowed)
    expect(decideTopicAct(author, topic(asked), 'refuse_merge')).toEqual(allowed)
    expect(decideTopicAct(head, topic(asked), 'agree_merge')).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('is asked for once at a time, and answered only when asked', () => {
    expect(decideTopicAct(head, topic(asked), 'ask_merge')).toMatchObject({ code: 'TOPIC_MERGE_ASKED' })
    expect(decideTopicAct(author, topic(), 'agree_merge')).toMatchObject({ code: 'STATE_CHANGED' })
  })

  it('on the standing board is asked for by who would convene there', () => {
    const board = topic({ round: null })
    expect(decideTopicAct(inOffice('x', 'building_head', 'building'), board, 'ask_merge')).toEqual(allowed)
    const grid = inOffice('x', 'grid_worker', 'grid')
    expect(decideTopicAct(grid, board, 'ask_merge')).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('needs two that stand in one list, the other one shown', () => {
    const other = topic({ topicId: 'other' })
    const verdict = (target: Topic, sameList = true) => canMergeTopics(topic(), target, sameList).allowed
    expect(verdict(other)).toBe(true)
    expect(verdict(other, false)).toBe(false)
    expect(verdict(topic())).toBe(false)
    expect(verdict({ ...other, state: 'withdrawn' })).toBe(false)
    expect(verdict({ ...other, wordsState: 'hidden' })).toBe(false)
  })
})

describe('A topic', () => {
  it('is read by who reads the round, and hidden words by the author and the moderator only', () => {
    const hidden = topic({ wordsState: 'hidden' })
    expect(topicActsFor(author, hidden)).toEqual(['withdraw'])
    expect(decideTopicAct(neighbour, hidden, 'withdraw')).toMatchObject({ code: 'NOT_FOUND' })
    const staff = inOffice('staff', 'community_staff', 'community')
    expect(decideTopicAct(staff, hidden, 'withdraw')).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('offers nothing once it doesn’t stand any more, or the agenda is out', () => {
    fc.assert(
      fc.property(anyTopic, ({ state, wordsState, roundState, proposed, isAuthor, isAdult, seconded }) => {
        const actor = living(isAuthor ? 'author' : 'neighbour', undefined, isAdult)
        const homesInScope = actor.homes.map(({ homeId }) => homeId)
        const met = topic(
          {
            state,
            wordsState: wordsState as Topic['wordsState'],
            round: roundState && round({ state: roundState }, { homesInScope }),
            proposalInto: proposed ? 'other' : null,
          },
          seconded ? { secondedHomes: homesInScope, ownSeconds: homesInScope } : {},
        )
        const gathers = state === 'open' && (roundState === null || roundState === 'agenda')
        const acts = topicActsFor(actor, met)
        const seconds = [true, false].filter((wanted) => decideSecondTopic(actor, met, wanted).allowed)
        if (!gathers) expect([...acts, ...seconds]).toEqual([])
        else if (isAuthor)
          expect(acts).toEqual(['withdraw', ...(proposed ? ['agree_merge', 'refuse_merge'] : [])])
        else expect(acts).toEqual([])
        expect(seconds.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('says how many homes want to talk about it, and where it stands', () => {
    expect(topicSecondsInWords(2, 3)).toBe('2 户想谈，再有 1 户就够了')
    expect(topicSecondsInWords(4, 3)).toBe('4 户想谈，够了')
    expect(topicStateInWords({ state: 'merged', outcome: null, inRound: true })).toBe('合到一起了')
    expect(topicStateInWords({ state: 'open', outcome: null, inRound: false })).toBe('在等邻居说想谈')
    expect(topicStateInWords({ state: 'open', outcome: null, inRound: true })).toBe('在谈')
    expect(topicStateInWords({ state: 'open', outcome: 'consensus', inRound: true })).toBe('谈拢了')
  })
})
