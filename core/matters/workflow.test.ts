import fc from 'fast-check'
import type { Actor, HeldRole } from '../permissions'
import { decideInput } from './inputs'
import { actsFor, decideAct, decideCloseUnconfirmed, type Matter, type Team } from './policy'
import { canLead } from './teams'
import {
  MATTER_ACT_NAMES,
  MATTER_STATES,
  OPEN_STATES,
  OUTCOMES,
  PERSON_ACTS,
  transitionOf,
  type MatterAct,
  type MatterState,
} from './workflow'

type Row = [from: MatterState, act: MatterAct, to: MatterState]

/** domain.md 5, the straight way, written down by hand. Nothing here is read from MATTER_ACTS. */
const DOMAIN: readonly Row[] = [
  ['submitted', 'acknowledge', 'acknowledged'],
  ['submitted', 'decline', 'declined'],
  ['acknowledged', 'decline', 'declined'],
  ['acknowledged', 'assign', 'assigned'],
  ['in_progress', 'assign', 'assigned'],
  ['assigned', 'start', 'in_progress'],
  ['in_progress', 'resolve', 'resolved'],
  ['resolved', 'confirm', 'closed'],
  ['resolved', 'dispute', 'in_progress'],
  ['resolved', 'verify_passed', 'closed'],
  ['resolved', 'verify_failed', 'in_progress'],
  ['resolved', 'close_unconfirmed', 'closed'],
  // "closing never ends a reporter's 7 days to answer"
  ['closed', 'confirm', 'closed'],
  ['closed', 'dispute', 'in_progress'],
]
const inDomain = (row: Row) => DOMAIN.some((known) => known.join() === row.join())

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** The how-manieth day in Shanghai an instant falls on, reckoned without the calendar under test. */
const shanghaiDay = (at: Date) => Math.floor((at.getTime() + 8 * HOUR) / DAY)
const START = new Date('2026-12-28T15:59:59.999Z')

const at = (role: HeldRole['role'], placeId: string): HeldRole => ({ role, placeId, isLead: false })
const resident: Actor['homes'][number] = {
  homeId: 'home',
  path: ['community', 'estate', 'home'],
  relation: 'owner',
  isAdult: true,
  since: START,
}
const person = (personId: string, roles: HeldRole[], homes: Actor['homes'] = []): Actor => ({
  personId,
  roles,
  homes,
})

const CAST: readonly Actor[] = [
  person('reporter', [], [resident]),
  person('neighbour', [], [resident]),
  person('worker 1', [at('grid_worker', 'grid')]),
  person('worker 2', [at('grid_worker', 'grid')], [resident]),
  person('chief', [at('grid_chief', 'grid')]),
  person('specialist', [at('grid_specialist', 'grid')]),
  person('staff 1', [at('community_staff', 'community')]),
  person('staff 2', [at('community_staff', 'community')]),
  person('staff who is chief', [at('community_staff', 'community'), at('grid_chief', 'grid')]),
  person('property 1', [at('property_staff', 'estate')]),
  person('property 2', [at('property_staff', 'estate')]),
  person('property elsewhere', [at('property_staff', 'other estate')]),
  person('worker elsewhere', [at('grid_worker', 'other grid')]),
  person('secretary', [at('community_secretary', 'community')]),
  person('administrator', [at('administrator', 'district')]),
  person('stranger', []),
]
const REPORTERS = ['reporter', 'worker 1', 'chief', 'staff 1', 'property 1', 'stranger']
const TEAMS: readonly Team[] = [
  { kind: 'grid', placeId: 'grid' },
  { kind: 'property', placeId: 'estate' },
  { kind: 'community', placeId: 'community' },
]

const submitted = (reporterId: string, level: Matter['level']): Matter => ({
  state: 'submitted',
  level,
  gridId: 'grid',
  communityId: 'community',
  jurisdiction: ['district', 'subdistrict', 'community', 'estate', 'building', 'grid'],
  reporterId,
  lead: null,
  handlerIds: [],
  outcome: null,
  resolvedAt: null,
  answered: false,
})

const AROUND_THE_LIMIT = [6, 7, 8].flatMap((days) => [days * DAY - 1, days * DAY, days * DAY + 1])

/** One try: a pushy person asks for anything, a willing one does what is possible (and seldom declines, so that walks go on). */
const step = fc.record({
  by: fc.constantFrom('pushy', 'willing', 'willing', 'clock'),
  who: fc.nat(10_000),
  pick: fc.nat(10_000),
  act: fc.constantFrom(...PERSON_ACTS),
  team: fc.constantFrom(...TEAMS, { kind: 'grid', placeId: 'other grid' } as const, undefined),
  outcome: fc.constantFrom(...OUTCOMES, undefined),
  note: fc.constantFrom('写了一句', '', undefined),
  wait: fc.oneof(fc.constantFrom(0, 1, HOUR), fc.nat(DAY), fc.constantFrom(...AROUND_THE_LIMIT)),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Done {
  act: MatterAct
  by: Actor | null
  at: Date
  before: Matter
  after: Matter
}

/** What the clock or a person does to a matter; undefined when the rules refuse. */
function tryStep(matter: Matter, now: Date, tried: Step): Omit<Done, 'before'> | undefined {
  if (tried.by === 'clock') {
    if (!decideCloseUnconfirmed(matter, now).allowed) return undefined
    return {
      act: 'close_unconfirmed',
      by: null,
      at: now,
      after: { ...matter, state: transitionOf('close_unconfirmed').to },
    }
  }
  const chosen = tried.by === 'pushy' ? pushyChoice(tried) : willingChoice(matter, now, tried)
  if (!chosen) return undefined
  const { by, act, team, outcome, note } = chosen
  if (!decideAct(by, matter, act, now).allowed || !decideInput({ act, team, outcome, note }).allowed)
    return undefined
  if (act === 'assign' && !(team && canLead(matter, team))) return undefined
  return {
    act,
    by,
    at: now,
    after: { ...matter, state: transitionOf(act).to, ...changes(matter, chosen, now) },
  }
}

type Choice = Pick<Step, 'act' | 'team' | 'outcome' | 'note'> & { by: Actor }
const pushyChoice = (tried: Step): Choice => ({ ...tried, by: CAST[tried.who % CAST.length]! })
function willingChoice(matter: Matter, now: Date, { who, pick }: Step): Choice | undefined {
  const possible = CAST.flatMap((by) => actsFor(by, matter, now).map((act) => ({ by, act })))
  const wanted = PERSON_ACTS.filter((act) => act !== 'decline' || pick % 8 === 0)
  const acts = wanted.filter((act) => possible.some((one) => one.act === act))
  const able = possible.filter(({ act }) => act === acts[pick % acts.length])
  const chosen = able[who % able.length]
  return chosen && { ...chosen, team: TEAMS[pick % 3], outcome: OUTCOMES[pick % 3], note: '写了一句' }
}

function changes({ handlerIds }: Matter, { act, by, team, outcome }: Choice, now: Date): Partial<Matter> {
  if (act === 'assign' && team) return { lead: team }
  if (act === 'start') return { handlerIds: [...handlerIds, by.personId] }
  if (act === 'resolve')
    return {
      handlerIds: [...handlerIds, by.personId],
      outcome: outcome ?? null,
      resolvedAt: now,
      answered: false,
    }
  return act === 'confirm' || act === 'dispute' ? { answered: true } : {}
}

function walk([reporterId, level, steps]: readonly [string, Matter['level'], Step[]]): Done[] {
  let matter = submitted(reporterId, level)
  let now = START
  const done: Done[] = []
  for (const tried of steps) {
    now = new Date(now.getTime() + tried.wait)
    const result = tryStep(matter, now, tried)
    if (!result) continue
    done.push({ ...result, before: matter })
    matter = result.after
  }
  return done
}

const walks = fc.tuple(
  fc.constantFrom(...REPORTERS),
  fc.constantFrom('grid' as const, 'community' as const),
  fc.array(step, { maxLength: 40, size: 'max' }),
)
const RUNS = 200
/** Holds of every act that ever succeeds, whoever tried whatever whenever before. */
const always = (holds: (done: Done) => void) =>
  fc.assert(
    fc.property(walks, (input) => walk(input).forEach(holds)),
    { numRuns: RUNS },
  )

describe('the workflow of a matter', () => {
  it.each(MATTER_ACT_NAMES.flatMap((act) => MATTER_STATES.map((from) => [act, from] as const)))(
    'says of "%s" on a matter that is %s what domain.md says',
    (act, from) => {
      const expected = DOMAIN.find((row) => row[0] === from && row[1] === act)
      const { from: allowed, to } = transitionOf(act)
      expect(allowed.includes(from) ? to : undefined).toBe(expected?.[2])
    },
  )

  it('lets people ask for every act but the clock’s', () => {
    expect([...PERSON_ACTS, 'close_unconfirmed'].sort()).toEqual([...MATTER_ACT_NAMES].sort())
  })

  it('calls a matter open until it is closed or declined', () => {
    expect(MATTER_STATES.filter((state) => !OPEN_STATES.includes(state))).toEqual(['closed', 'declined'])
  })

  it('asks for a reason whenever something is refused or sent back, and for a note with every result', () => {
    const asking = (words: string) => MATTER_ACT_NAMES.filter((act) => transitionOf(act).words === words)
    expect(asking('reason')).toEqual(['decline', 'dispute', 'verify_failed'])
    expect(asking('note')).toEqual(['resolve'])
  })
})

describe('whatever anybody tries, in any order, at any time', () => {
  it('no matter takes a step that domain.md does not allow', () => {
    always(({ before, act, after }) => expect(inDomain([before.state, act, after.state])).toBe(true))
  })

  it('every step that domain.md allows is taken by somebody, so these walks are not idle', () => {
    const taken = fc
      .sample(walks, { numRuns: 500, seed: 5 })
      .flatMap(walk)
      .map(({ before, act, after }) => [before.state, act, after.state].join())
    expect([...new Set(taken)].sort()).toEqual(DOMAIN.map((row) => row.join()).sort())
  })

  it('nobody who ever handled a matter verifies it', () => {
    always(({ act, by, before }) => {
      if (act.startsWith('verify')) expect(before.handlerIds).not.toContain(by?.personId)
    })
  })

  it('what a handler reported closes by verification only', () => {
    always(({ act, before, after }) => {
      if (after.state === 'closed' && before.handlerIds.includes(before.reporterId))
        expect(act).toBe('verify_passed')
    })
  })

  it('nothing closes unconfirmed before the end of the seventh calendar day in Shanghai', () => {
    always(({ act, at: when, before }) => {
      if (act === 'close_unconfirmed')
        expect(shanghaiDay(when) - shanghaiDay(before.resolvedAt!)).toBeGreaterThan(7)
    })
  })

  it('a closed matter moves only by its reporter’s own late answer, once, inside the days', () => {
    always(({ by, at: when, before }) => {
      if (before.state !== 'closed') return
      expect(by?.personId).toBe(before.reporterId)
      expect(before.answered).toBe(false)
      expect(shanghaiDay(when) - shanghaiDay(before.resolvedAt!)).toBeLessThanOrEqual(7)
    })
  })

  it('only the reporter answers, and only a member of the lead starts and resolves', () => {
    const members = {
      grid: ['worker 1', 'worker 2', 'chief', 'specialist', 'staff who is chief'],
      property: ['property 1', 'property 2'],
      community: ['staff 1', 'staff 2', 'staff who is chief'],
    }
    always(({ act, by, before }) => {
      if (act === 'confirm' || act === 'dispute') expect(by?.personId).toBe(before.reporterId)
      if (act === 'start' || act === 'resolve') expect(members[before.lead!.kind]).toContain(by?.personId)
    })
  })

  it('a matter that anybody handles has a lead, and one with a result says what came of it and when', () => {
    always(({ after }) => {
      if (['assigned', 'in_progress', 'resolved'].includes(after.state)) expect(after.lead).not.toBeNull()
      if (['resolved', 'closed'].includes(after.state)) {
        expect(OUTCOMES).toContain(after.outcome)
        expect(after.resolvedAt).not.toBeNull()
      }
    })
  })

  it('an open matter always has an act possible for someone in office, unless all who may verify have handled it', () => {
    const verifiers = ['worker 1', 'worker 2', 'chief', 'staff 1', 'staff 2', 'staff who is chief']
    const staff = CAST.filter(({ roles }) => roles.length > 0)
    always(({ at: when, after }) => {
      const worn =
        after.state === 'resolved' && verifiers.every((personId) => after.handlerIds.includes(personId))
      if (!OPEN_STATES.includes(after.state) || worn) return
      expect(staff.some((actor) => actsFor(actor, after, when).length > 0)).toBe(true)
    })
  })
})
