import fc from 'fast-check'
import type { Actor } from '../permissions'
import {
  canJoin,
  canLead,
  canLeave,
  changesByClock,
  changesByDissolution,
  changesOf,
  decideAct,
  decideCloseUnconfirmed,
  decideInput,
  decideMergeInto,
  decideReviewDay,
  decideReviewDue,
  isOpen,
  namesDay,
  matterPolicy,
  newMatter,
  OUTCOMES,
  PERSON_ACTS,
  transitionOf,
  type ActInput,
  type Matter,
  type MatterAct,
  type MatterState,
  type Outcome,
  type PersonAct,
} from '.'
import {
  begun,
  beginnings,
  CAST,
  COMMUNITY,
  dateAfter,
  DAY,
  GRID,
  HOUR,
  PASSING,
  START,
  TEAMS,
  type Beginning,
} from './walks-cast.property'

const AROUND_THE_LIMITS = [7, 8, 14, 15, 30].flatMap((days) => [days * DAY - 1, days * DAY, days * DAY + 1])

/** One try: a pushy person asks for anything, a willing one does what is possible, life goes on, the clock runs. */
const step = fc.record({
  by: fc.constantFrom('pushy', 'willing', 'willing', 'willing', 'willing', 'clock', 'life', 'life'),
  who: fc.nat(10_000),
  pick: fc.nat(10_000),
  act: fc.constantFrom(...PERSON_ACTS),
  team: fc.constantFrom(...TEAMS, { kind: 'grid', placeId: 'other grid' } as const, undefined),
  assigneeIds: fc.constantFrom<(string[] | undefined)[]>(
    ['staff 1'],
    ['counsellor 1', 'staff 2'],
    ['staff 1', 'staff 2'],
    undefined,
  ),
  outcome: fc.constantFrom<(Outcome | undefined)[]>(...OUTCOMES, undefined),
  note: fc.constantFrom('写了一句', '', undefined),
  days: fc.constantFrom<number[]>(-1, 0, 1, 7, 29, 30, 31, 90, 180, 181),
  wait: fc.oneof(
    { arbitrary: fc.constantFrom(0, 1, HOUR), weight: 4 },
    { arbitrary: fc.nat(DAY), weight: 1 },
    { arbitrary: fc.constantFrom(...AROUND_THE_LIMITS), weight: 1 },
  ),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

export interface Done {
  act: MatterAct
  /** Null: the clock. */
  by: Actor | null
  at: Date
  before: Matter
  after: Matter
  /** The lead's team had somebody in office. */
  hasLead: boolean
}

interface World {
  matter: Matter
  now: Date
  /** Places whose team has nobody in office. */
  gone: string[]
  /** Who takes over from the dissolved grid; undefined while it is there. */
  successor: 'other grid' | null | undefined
  /** Whose report of the same was merged into it: somebody else's, or the reporter's own second one. */
  twin: 'other' | 'own' | null
}

type Outcomes = Pick<Done, 'act' | 'by' | 'after'> | undefined

const inOffice = ({ gone }: World, actor: Actor): Actor => ({
  ...actor,
  roles: actor.roles.filter(({ placeId }) => !gone.includes(placeId)),
})
const hasLead = ({ matter, gone }: World) => matter.lead !== null && !gone.includes(matter.lead.placeId)

/** Another open matter next door, for merging into and for being merged. */
const OTHER = newMatter('door', {
  channel: 'resident',
  level: 'grid',
  gridId: 'grid',
  communityId: 'community',
  jurisdiction: ['district', 'subdistrict', 'community', 'estate', 'building', 'grid'],
  changedAt: START,
  reporterId: 'neighbour 2',
})

function byPerson(world: World, by: Actor, input: ActInput): Outcomes {
  const { matter, now, gone } = world
  const { act, team, reviewOn } = input
  if (!decideAct(by, matter, act, now).allowed || !decideInput(input).allowed) return undefined
  if (namesDay(act) && reviewOn && !decideReviewDay(matter, act, reviewOn, now).allowed) return undefined
  if (act === 'merge' && !decideMergeInto(by, matter, OTHER).allowed) return undefined
  if (team && (!canLead(matter, team) || gone.includes(team.placeId))) return undefined
  const [heir, ...joinerIds] = matter.joinerIds
  if (act === 'withdraw' && heir !== undefined)
    return { act: 'hand_over', by, after: { ...matter, reporterId: heir, joinerIds } }
  const changes = changesOf(matter, input, { personId: by.personId, team, hasLead: hasLead(world), now })
  return { act, by, after: { ...matter, ...changes } }
}

function inputOf(
  act: PersonAct,
  now: Date,
  tried: Omit<Step, 'by' | 'who' | 'pick' | 'act' | 'wait'>,
): ActInput {
  const { team, assigneeIds, outcome, note, days } = tried
  const names = act === 'assign' || act === 'reassign'
  return {
    act,
    note,
    outcome,
    reviewOn: dateAfter(now, days),
    intoMatterId: 'other',
    ...(names ? { team, assigneeIds } : {}),
  }
}

function pushy(world: World, tried: Step): Outcomes {
  const by = inOffice(world, CAST[tried.who % CAST.length] as Actor)
  return byPerson(world, by, inputOf(tried.act, world.now, tried))
}

/** What ends a matter, wanted seldom, so that walks go on. */
const ENDINGS: readonly PersonAct[] = ['decline', 'withdraw', 'merge']

function willing(world: World, { who, pick, days }: Step): Outcomes {
  const { matter, now } = world
  const possible = PERSON_ACTS.filter((act) => transitionOf(act).from.includes(matter.state))
  const wanted = possible.filter((act) => pick % 8 === 0 || !ENDINGS.includes(act))
  for (const act of rotated(wanted, pick)) {
    const input = inputOf(act, now, {
      team: matter.visibility === 'restricted' ? COMMUNITY : TEAMS[who % TEAMS.length],
      assigneeIds: [['staff 1'], ['counsellor 1', 'staff 2']][pick % 2],
      outcome: OUTCOMES[who % 3],
      note: '写了一句',
      days: Math.abs(days),
    })
    const able = rotated(CAST, who).find((actor) => matterPolicy[act](inOffice(world, actor), matter))
    const done = able && byPerson(world, inOffice(world, able), input)
    if (done) return done
  }
  return undefined
}

/** The same things, begun somewhere else. */
function rotated<T>(items: readonly T[], by: number): T[] {
  const start = by % Math.max(items.length, 1)
  return [...items.slice(start), ...items.slice(0, start)]
}

const WITH_LEAD: readonly MatterState[] = ['assigned', 'in_progress', 'deferred']

function byClock(world: World): Outcomes {
  const { matter, now, successor } = world
  if (successor !== undefined && matter.gridId === 'grid' && isOpen(matter.state)) {
    const succession = { gridId: successor, hasChief: true, hasLead: hasLead(world), now }
    const after = { ...matter, ...changesByDissolution(matter, succession) }
    return { act: 'grid_dissolved', by: null, after }
  }
  if (WITH_LEAD.includes(matter.state) && !hasLead(world))
    return { act: 'team_ended', by: null, after: { ...matter, ...changesByClock(matter, 'team_ended', now) } }
  for (const [act, decision] of [
    ['review_due', decideReviewDue(matter, now)],
    ['close_unconfirmed', decideCloseUnconfirmed(matter, now)],
  ] as const)
    if (decision.allowed) return { act, by: null, after: { ...matter, ...changesByClock(matter, act, now) } }
  return undefined
}

/** Neighbours join and leave, a grid is dissolved, offices end and are filled, a twin is merged into it and taken out again. */
function live(world: World, { who, pick }: Step): Outcomes {
  const { matter } = world
  const residents = CAST.filter(({ homes }) => homes.length > 0)
  const by = residents[who % residents.length] as Actor
  const without = matter.joinerIds.filter((id) => id !== by.personId)
  if (pick % 50 === 0 && world.successor === undefined) {
    world.successor = who % 2 ? 'other grid' : null
    world.gone = [...world.gone, 'grid']
  } else if (pick % 5 < 2) {
    // Mostly the team that leads it: else nobody would notice.
    const place =
      PASSING.find((id) => id === matter.lead?.placeId) ?? (PASSING[who % PASSING.length] as string)
    // Offices at a dissolved grid are filled no more.
    const forGood = world.gone.filter((id) => id === 'grid')
    world.gone = world.gone.includes(place) ? forGood : [...world.gone, place]
  } else if (pick % 5 === 2 && canJoin(by, matter).allowed)
    world.matter = { ...matter, joinerIds: [...matter.joinerIds, by.personId] }
  else if (pick % 5 === 3 && canLeave(by, matter).allowed) world.matter = { ...matter, joinerIds: without }
  else if (pick % 5 === 4) return world.twin ? letGo(world, by) : absorb(world, who % 2 ? 'other' : 'own')
  return undefined
}

function absorb(world: World, twin: 'other' | 'own'): Outcomes {
  const { matter } = world
  const chief = CAST.find(({ personId }) => personId === 'chief') as Actor
  if (!decideMergeInto(chief, OTHER, matter).allowed) return undefined
  world.twin = twin
  const joinerIds = twin === 'other' ? [...matter.joinerIds, 'twin'] : matter.joinerIds
  return { act: 'absorb', by: chief, after: { ...matter, joinerIds } }
}

function letGo(world: World, by: Actor): Outcomes {
  const { matter } = world
  // With what is merged its whole set goes along: it has nothing to let go of any more.
  if (matter.state === 'merged') return undefined
  world.twin = null
  return {
    act: 'let_go',
    by,
    after: { ...matter, joinerIds: matter.joinerIds.filter((id) => id !== 'twin') },
  }
}

const TRIES = { pushy, willing, clock: byClock, life: live }

function onSpot(matter: Matter, now: Date): Done {
  const worker = CAST.find(({ personId }) => personId === 'worker 1') as Actor
  const after: Matter = {
    ...matter,
    state: 'resolved',
    lead: GRID,
    handlerIds: ['worker 1'],
    outcome: 'fixed',
    resolvedAt: now,
    changedAt: now,
  }
  return { act: 'resolve_on_spot', by: worker, at: now, before: matter, after, hasLead: true }
}

/** Everything that was done to one matter, first to last. */
export function walk([beginning, steps]: readonly [Beginning, Step[]]): Done[] {
  const matter = begun(beginning, START)
  const world: World = { matter, now: START, gone: [], twin: null, successor: undefined }
  const done: Done[] = []
  if (beginning.onSpot && matter.kind === 'component' && matter.level === 'grid') {
    done.push(onSpot(matter, START))
    world.matter = (done[0] as Done).after
  }
  for (const tried of steps) {
    world.now = new Date(world.now.getTime() + tried.wait)
    const before = world.matter
    const lead = hasLead(world)
    const result = TRIES[tried.by as keyof typeof TRIES](world, tried)
    if (!result) continue
    done.push({ ...result, at: world.now, before, hasLead: lead })
    world.matter = result.after
  }
  return done
}

export const walks = fc.tuple(beginnings, fc.array(step, { maxLength: 60, size: 'max' }))

/** Holds of every way that anybody ever takes through the table. */
export const alwaysOfWalks = (holds: (done: Done[]) => void): void =>
  fc.assert(
    fc.property(walks, (input) => holds(walk(input))),
    { numRuns: 150 },
  )

/** Holds of every act that ever succeeds, whoever tried whatever whenever before. */
export const always = (holds: (done: Done) => void): void => alwaysOfWalks((all) => all.forEach(holds))
