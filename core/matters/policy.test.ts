import type { Actor } from '../permissions'
import { decideAct, MATTER_STATES, PERSON_ACTS, type Matter, type PersonAct } from '.'
import {
  CAST,
  EVERYBODY,
  HANDLERS,
  LATER,
  MERGED,
  NOW,
  OFFICIALS,
  STRANGERS,
  asked,
  closed,
  community,
  designation,
  grid,
  high,
  led,
  matter,
  property,
  resolved,
  reviewed,
  type Who,
} from './policy-cast.property'

const whoMay = (act: PersonAct, subject: Matter) =>
  EVERYBODY.filter((who) => decideAct(CAST[who], subject, act, NOW).allowed)
const answer = (actor: Actor, subject: Matter, act: PersonAct, now = NOW) => {
  const decision = decideAct(actor, subject, act, now)
  return decision.allowed ? 'allowed' : decision.code
}

describe('who may do what to a matter', () => {
  it.each<[PersonAct, string, Matter, Who[]]>([
    ['acknowledge', 'at grid level', matter(), ['worker', 'chief']],
    ['decline', 'at grid level', matter(), ['chief']],
    ['merge', 'at grid level', matter(), ['chief']],
    ['assign', 'at grid level', matter({ state: 'acknowledged' }), ['chief']],
    ['escalate', 'at grid level', matter({ state: 'acknowledged' }), ['worker', 'chief']],
    ['reassign', 'at grid level', led('in_progress', property), ['chief']],
    ['acknowledge', 'at community level', high(), ['staff']],
    ['decline', 'at community level', high(), ['staff']],
    ['merge', 'at community level', high(), ['staff']],
    ['assign', 'at community level', high({ state: 'acknowledged' }), ['staff']],
    ['escalate', 'at community level', high({ state: 'acknowledged' }), []],
    ['send_down', 'that began at the grid', matter({ level: 'community', firstLevel: 'grid' }), ['staff']],
    ['send_down', 'that began at the community', high(), []],
    ['send_down', 'for the second time', high({ firstLevel: 'grid', sentDown: true }), []],
    ['send_down', 'returned twice', high({ firstLevel: 'grid', returns: 2 }), []],
    ['send_down', 'that its grid declined', high({ firstLevel: 'grid', reviewed: true }), []],
    ['send_down', 'in arbitration', high({ firstLevel: 'grid', arbitration: 'review' }), []],
    ['acknowledge', 'without a grid', high({ gridId: null }), ['staff']],
    ['acknowledge', 'whose decline is looked at again', reviewed, ['secretary']],
    ['decline', 'whose decline is looked at again', reviewed, ['secretary']],
    ['assign', 'returned twice', designation, ['secretary']],
    ['start', 'led by the property company', led('assigned', property), ['property']],
    ['start', 'led by the grid', led('assigned', grid), HANDLERS],
    ['start', 'led by the community', led('assigned', community), ['staff']],
    ['return', 'led by the property company', led('in_progress', property), ['property']],
    ['return', 'whose lead was designated', led('assigned', property, { designated: true }), []],
    ['resolve', 'led by the property company', led('in_progress', property), ['property']],
    ['resolve', 'led by the grid', led('in_progress', grid), HANDLERS],
    ['defer', 'for the first time', led('in_progress', property), ['property']],
    ['defer', 'for the second time', led('in_progress', property, { deferrals: 1 }), []],
    ['ask_deferral', 'for the second time', led('in_progress', property, { deferrals: 1 }), ['property']],
    ['ask_deferral', 'that is asked already', led('in_progress', property, asked), []],
    ['grant_deferral', 'of a grid', led('in_progress', property, asked), ['staff']],
    [
      'grant_deferral',
      'of a grid, led by the community',
      led('in_progress', community, asked),
      ['secretary'],
    ],
    [
      'refuse_deferral',
      'of a grid, led by the community',
      led('in_progress', community, asked),
      ['secretary'],
    ],
    ['grant_deferral', 'nobody asked for', led('in_progress', property), []],
    [
      'grant_deferral',
      'of a community',
      high({ state: 'in_progress', lead: property, ...asked }),
      ['secretary'],
    ],
    ['refuse_deferral', 'of a grid', led('in_progress', property, asked), ['staff']],
    ['resume', 'that is put off', led('deferred', property, { reviewAt: LATER }), ['property']],
    ['confirm', 'with a result', resolved(), ['reporter']],
    ['dispute', 'with a result', resolved(), ['reporter', 'joiner']],
    ['dispute', 'the joiner disputed before', resolved({ disputerIds: ['joiner'] }), ['reporter']],
    ['dispute', 'that is closed', closed(), ['reporter']],
    ['verify_passed', 'with a result', resolved(), ['worker', 'chief', 'staff']],
    ['verify_failed', 'with a result', resolved(), ['worker', 'chief', 'staff']],
    ['verify_passed', 'with a result, without a grid', resolved({ gridId: null }), ['staff']],
    ['reopen', 'that is closed', closed(), ['reporter']],
    ['reinspect_passed', 'of premises', closed({ reinspectAt: LATER }), ['worker', 'chief', 'staff']],
    ['reinspect_passed', 'that is no premises', closed(), []],
    ['ask_review', 'that was declined', matter({ state: 'declined' }), ['reporter']],
    ['ask_review', 'that was reviewed before', matter({ state: 'declined', reviewed: true }), []],
    ['unmerge', 'that was merged', matter(MERGED), ['reporter']],
    [
      'unmerge',
      'that was merged and nobody in the app reported',
      matter({ ...MERGED, channel: 'phone', reporterId: null, recorderId: 'reporter' }),
      ['reporter'],
    ],
    ['withdraw', 'that is handled', led('in_progress', property), ['reporter']],
  ])('%s a matter %s', (act, _where, subject, expected) => {
    expect(whoMay(act, subject)).toEqual(expected)
  })

  const talk = (more: Partial<Matter> = {}) => high({ state: 'acknowledged', ...more }, 'counselling')
  const given = { state: 'assigned', lead: community, assigneeIds: ['somebody'] } as const
  const about = (unit: Matter['complained'], more: Partial<Matter> = {}) =>
    high({ complained: unit, ...more }, 'complaint')

  it.each<[PersonAct, string, Matter, Who[]]>([
    ['assign', 'restricted', talk(), ['counsellor']],
    [
      'start',
      'restricted, given to oneself',
      talk({ ...given, assigneeIds: ['somebody'] }),
      ['staff', 'counsellor'],
    ],
    ['start', 'restricted, given to somebody else', talk({ ...given, assigneeIds: ['else'] }), []],
    [
      'grant_deferral',
      'restricted',
      talk({ state: 'in_progress', lead: community, ...asked }),
      ['counsellor'],
    ],
    [
      'verify_passed',
      'restricted',
      high({ ...resolved(), kind: 'counselling', visibility: 'restricted' }),
      ['counsellor'],
    ],
    ['merge', 'that is private', high({}, 'mediation'), []],
    ['merge', 'restricted', talk(), []],
    ['acknowledge', 'complaining about the property company', about(property), ['staff']],
    ['acknowledge', 'complaining about the community’s staff', about(community), ['secretary']],
    ['decline', 'complaining about the community’s staff', about(community), ['secretary']],
    [
      'verify_passed',
      'complaining about the grid',
      resolved({ complained: grid, visibility: 'private', kind: 'complaint' }),
      ['staff', 'secretary'],
    ],
    [
      'verify_passed',
      'complaining about the staff',
      resolved({ complained: community, visibility: 'private', kind: 'complaint' }),
      ['secretary'],
    ],
  ])('%s a matter %s', (act, _where, subject, expected) => {
    expect(whoMay(act, subject)).toEqual(expected)
  })
})

describe('what a refusal tells', () => {
  it('a stranger that there is no such matter, whatever its state and whatever the act', () => {
    for (const who of STRANGERS)
      for (const state of MATTER_STATES)
        for (const act of PERSON_ACTS)
          for (const level of ['grid', 'community'] as const)
            expect([who, act, answer(CAST[who], matter({ state, level }), act)]).toEqual([
              who,
              act,
              'NOT_FOUND',
            ])
  })

  it('a neighbour that it is not theirs to do, whatever its state', () => {
    for (const state of MATTER_STATES)
      for (const act of PERSON_ACTS)
        expect(answer(CAST.neighbour, matter({ state }), act)).toBe('NOT_ALLOWED')
  })

  it('staff that there is no such matter, when it is restricted, whatever its state', () => {
    for (const who of OFFICIALS)
      for (const state of MATTER_STATES)
        for (const act of PERSON_ACTS)
          expect(answer(CAST[who], high({ state }, 'counselling'), act)).toBe('NOT_FOUND')
  })

  it('who came second that the state has changed', () => {
    expect(answer(CAST.chief, matter({ state: 'acknowledged' }), 'acknowledge')).toBe('STATE_CHANGED')
  })

  it.each<[PersonAct, Who, Matter, string]>([
    ['ask_review', 'reporter', matter({ state: 'declined', reviewed: true }), 'REVIEW_ONCE'],
    ['return', 'property', led('assigned', property, { designated: true }), 'DESIGNATION_FINAL'],
    ['defer', 'property', led('in_progress', property, { deferrals: 1 }), 'DEFERRAL_NEEDS_GRANT'],
    ['ask_deferral', 'property', led('in_progress', property, asked), 'DEFERRAL_ASKED'],
    ['merge', 'staff', high({}, 'mediation'), 'MERGE_NOT_POSSIBLE'],
    ['escalate', 'staff', high({ state: 'acknowledged' }), 'ACT_NOT_POSSIBLE'],
    ['confirm', 'reporter', closed({ answered: true }), 'STATE_CHANGED'],
  ])('%s: why not', (act, who, subject, code) => {
    expect(answer(CAST[who], subject, act)).toBe(code)
  })
})
