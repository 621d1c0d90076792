import fc from 'fast-check'
import { always, alwaysOfWalks, walk, walks } from './walks.property'
import {
  CLOCK_ACTS,
  FOLLOWING_ACTS,
  MATTER_ACT_NAMES,
  MATTER_STATES,
  OPEN_STATES,
  OUTCOMES,
  PERSON_ACTS,
  stateAfter,
  transitionOf,
  type MatterAct,
  type MatterState,
} from './workflow'

type Row = [from: MatterState, act: MatterAct, to: MatterState]

const OPEN: readonly MatterState[] = [
  'submitted',
  'acknowledged',
  'assigned',
  'in_progress',
  'deferred',
  'resolved',
]
const OVER: readonly MatterState[] = ['closed', 'declined', 'withdrawn', 'merged']

/** domain.md 5 for grid and community, written down by hand, with docs/adr/0010. Nothing here is read from MATTER_ACTS. */
const DOMAIN: readonly Row[] = [
  ['submitted', 'acknowledge', 'acknowledged'],
  ['submitted', 'decline', 'declined'],
  ['acknowledged', 'decline', 'declined'],
  ['declined', 'ask_review', 'submitted'],
  ['submitted', 'merge', 'merged'],
  ['acknowledged', 'merge', 'merged'],
  ['merged', 'unmerge', 'submitted'],
  ['acknowledged', 'assign', 'assigned'],
  ['assigned', 'reassign', 'assigned'],
  ['in_progress', 'reassign', 'assigned'],
  ['deferred', 'reassign', 'assigned'],
  ['assigned', 'start', 'in_progress'],
  ['assigned', 'return', 'acknowledged'],
  ['in_progress', 'return', 'acknowledged'],
  ['assigned', 'team_ended', 'acknowledged'],
  ['in_progress', 'team_ended', 'acknowledged'],
  ['deferred', 'team_ended', 'acknowledged'],
  ['acknowledged', 'escalate', 'submitted'],
  ['assigned', 'escalate', 'submitted'],
  ['in_progress', 'escalate', 'submitted'],
  ['submitted', 'send_down', 'submitted'],
  ['acknowledged', 'send_down', 'submitted'],
  ['in_progress', 'defer', 'deferred'],
  ['in_progress', 'grant_deferral', 'deferred'],
  ['deferred', 'resume', 'in_progress'],
  ['deferred', 'review_due', 'in_progress'],
  ['in_progress', 'resolve', 'resolved'],
  // "A grid worker may record, handle and resolve on the spot in one act"
  ['submitted', 'resolve_on_spot', 'resolved'],
  ['resolved', 'confirm', 'closed'],
  ['resolved', 'dispute', 'in_progress'],
  ['resolved', 'verify_passed', 'closed'],
  ['resolved', 'verify_failed', 'in_progress'],
  ['resolved', 'close_unconfirmed', 'closed'],
  ['closed', 'reopen', 'in_progress'],
  // "closing never ends a reporter's 7 days to answer"
  ['closed', 'confirm', 'closed'],
  ['closed', 'dispute', 'in_progress'],
  // premises, "with re-inspection"
  ['closed', 'reinspect_failed', 'in_progress'],
  ...OPEN.map((state): Row => [state, 'withdraw', 'withdrawn']),
]

/** What leaves the state as it was. */
const SAME: readonly (readonly [MatterState, MatterAct])[] = [
  ['in_progress', 'ask_deferral'],
  ['in_progress', 'refuse_deferral'],
  ['closed', 'reinspect_passed'],
  ...OPEN.map((state) => [state, 'grid_dissolved'] as const),
  ...OPEN.map((state) => [state, 'absorb'] as const),
  ...OPEN.map((state) => [state, 'hand_over'] as const),
  // What is itself merged took its whole set along: it has nothing to let go of.
  ...[...OPEN, ...OVER].filter((state) => state !== 'merged').map((state) => [state, 'let_go'] as const),
]

/** "or acknowledged if there is no lead any more" */
const WITHOUT_LEAD: readonly Row[] = [
  // A dissolved grid's matters pass on; what its own team led has no lead any more.
  ['assigned', 'grid_dissolved', 'acknowledged'],
  ['in_progress', 'grid_dissolved', 'acknowledged'],
  ['deferred', 'grid_dissolved', 'acknowledged'],
  ['resolved', 'dispute', 'acknowledged'],
  ['closed', 'dispute', 'acknowledged'],
  ['resolved', 'verify_failed', 'acknowledged'],
  ['closed', 'reopen', 'acknowledged'],
  ['closed', 'reinspect_failed', 'acknowledged'],
]

const ALL: readonly Row[] = [...DOMAIN, ...SAME.map(([state, act]): Row => [state, act, state])]
const target = (rows: readonly Row[], from: MatterState, act: MatterAct) =>
  rows.find((row) => row[0] === from && row[1] === act)?.[2]
const everyPair = MATTER_ACT_NAMES.flatMap((act) => MATTER_STATES.map((from) => [act, from] as const))

describe('the workflow of a matter', () => {
  it.each(everyPair)('says of "%s" on a matter that is %s what domain.md says', (act, from) => {
    const possible = transitionOf(act).from.includes(from)
    expect(possible ? stateAfter(act, from, true) : undefined).toBe(target(ALL, from, act))
    const without = target(WITHOUT_LEAD, from, act) ?? target(ALL, from, act)
    expect(possible ? stateAfter(act, from, false) : undefined).toBe(without)
  })

  it('has a row for every act, and no act that is in no row', () => {
    expect([...new Set(ALL.map(([, act]) => act))].sort()).toEqual([...MATTER_ACT_NAMES].sort())
  })

  it('lets people ask for every act but the clock’s and those that come along with another', () => {
    expect([...CLOCK_ACTS].sort()).toEqual([
      'close_unconfirmed',
      'grid_dissolved',
      'review_due',
      'team_ended',
    ])
    expect([...FOLLOWING_ACTS].sort()).toEqual(['absorb', 'hand_over', 'let_go', 'resolve_on_spot'])
    expect([...PERSON_ACTS, ...CLOCK_ACTS, ...FOLLOWING_ACTS].sort()).toEqual([...MATTER_ACT_NAMES].sort())
  })

  it('calls a matter open until it is closed, declined, withdrawn or merged', () => {
    expect(OPEN_STATES).toEqual(OPEN)
    expect([...MATTER_STATES].sort()).toEqual([...OPEN, ...OVER].sort())
  })

  it('asks for a reason whenever something is refused, sent back, moved or put off, and for a note with every result', () => {
    const asking = (words: string) => MATTER_ACT_NAMES.filter((act) => transitionOf(act).words === words)
    expect(asking('reason').sort()).toEqual(
      [
        ...['decline', 'ask_review', 'reassign', 'return', 'escalate', 'send_down'],
        ...['defer', 'ask_deferral', 'refuse_deferral'],
        ...['dispute', 'verify_failed', 'reopen', 'reinspect_failed'],
      ].sort(),
    )
    expect(asking('note').sort()).toEqual(['resolve', 'resolve_on_spot'])
  })
})

const keyOf = ([from, act, to]: Row) => `${from} ${act} ${to}`

describe('whatever anybody tries, in any order, at any time', () => {
  it('no matter takes a step that domain.md does not allow', () => {
    always(({ before, act, after, hasLead }) => {
      const without = hasLead ? undefined : target(WITHOUT_LEAD, before.state, act)
      expect(after.state).toBe(without ?? target(ALL, before.state, act))
    })
  })

  it('every step that domain.md allows is taken by somebody, so these walks are not idle', () => {
    const taken = new Set(
      fc
        .sample(walks, { numRuns: 8_000, seed: 5 })
        .flatMap(walk)
        .map(({ before, act, after }) => keyOf([before.state, act, after.state])),
    )
    const expected = [...ALL, ...WITHOUT_LEAD].map(keyOf)
    expect(expected.filter((key) => !taken.has(key))).toEqual([])
    expect([...taken].filter((key) => !expected.includes(key))).toEqual([])
  })

  it('a matter that anybody handles has a lead, and one with a result says what came of it and when', () => {
    always(({ after }) => {
      if (['assigned', 'in_progress', 'deferred', 'resolved'].includes(after.state))
        expect(after.lead).not.toBeNull()
      if (['submitted', 'acknowledged'].includes(after.state)) expect(after.lead).toBeNull()
      if (['resolved', 'closed'].includes(after.state)) {
        expect(OUTCOMES).toContain(after.outcome)
        expect(after.resolvedAt).not.toBeNull()
      }
    })
  })

  it('what belongs to a state is there exactly while it lasts, as the table’s checks ask for', () => {
    always(({ after }) => {
      expect(after.reviewAt !== null).toBe(after.state === 'deferred')
      expect(after.mergedInto !== null).toBe(after.state === 'merged')
      expect(after.mergedAt !== null).toBe(after.state === 'merged')
      expect(after.closedAt !== null).toBe(after.state === 'closed')
      expect(after.closedBy !== null).toBe(after.state === 'closed')
      if (after.askedReviewAt) expect(after.state).toBe('in_progress')
      if (after.reinspectAt) expect([after.state, after.kind]).toEqual(['closed', 'premises'])
      if (after.arbitration) expect(after.level).toBe('community')
    })
  })

  it('since when a matter is in its state is when it came there, and staying there does not change it', () => {
    always(({ before, after, at }) => {
      expect(after.changedAt).toEqual(after.state === before.state ? before.changedAt : at)
    })
  })

  it('who ever handled stays known, through every round', () => {
    alwaysOfWalks((all) => {
      const handlers = new Set<string>()
      for (const { act, by, after } of all) {
        if (['start', 'resolve', 'resolve_on_spot'].includes(act)) handlers.add(by?.personId ?? '')
        expect([...after.handlerIds].sort()).toEqual([...handlers].sort())
      }
    })
  })
})
