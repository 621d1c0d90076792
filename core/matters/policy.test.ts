import fc from 'fast-check'
import type { Actor, HeldRole, Role } from '../permissions'
import { actsFor, answerEndsAt, decideAct, decideCloseUnconfirmed, matterPolicy, type Matter } from './policy'
import { MATTER_STATES, PERSON_ACTS, type MatterState, type PersonAct } from './workflow'

const NOW = new Date('2026-11-20T02:00:00Z')
const resident: Actor['homes'] = [
  { homeId: 'home', path: ['community', 'estate', 'home'], relation: 'tenant', isAdult: true, since: NOW },
]
const holding = (...held: [Role, string][]): Actor => ({
  personId: 'somebody',
  roles: held.map(([role, placeId]): HeldRole => ({ role, placeId, isLead: false })),
  homes: [],
})

const CAST = {
  reporter: { personId: 'reporter', roles: [], homes: resident },
  neighbour: { personId: 'neighbour', roles: [], homes: resident },
  worker: holding(['grid_worker', 'grid']),
  chief: holding(['grid_chief', 'grid']),
  specialist: holding(['grid_specialist', 'grid']),
  staff: holding(['community_staff', 'community']),
  secretary: holding(['community_secretary', 'community']),
  subdistrict: holding(['subdistrict_staff', 'subdistrict']),
  district: holding(['district_staff', 'district']),
  property: holding(['property_staff', 'estate']),
  workerElsewhere: holding(['grid_worker', 'other grid']),
  chiefElsewhere: holding(['grid_chief', 'other grid']),
  staffElsewhere: holding(['community_staff', 'other community']),
  propertyElsewhere: holding(['property_staff', 'other estate']),
  head: holding(['building_head', 'building']),
  committee: holding(['residents_committee', 'community']),
  auditor: holding(['auditor', 'district']),
  administrator: holding(['administrator', 'district']),
  stranger: holding(),
} satisfies Record<string, Actor>
type Who = keyof typeof CAST
const EVERYBODY = Object.keys(CAST) as Who[]
const STRANGERS: Who[] = [
  'workerElsewhere',
  'chiefElsewhere',
  'staffElsewhere',
  'propertyElsewhere',
  'head',
  'committee',
  'auditor',
  'administrator',
  'stranger',
]

const matter = (particulars: Partial<Matter>): Matter => ({
  state: 'submitted',
  level: 'grid',
  gridId: 'grid',
  communityId: 'community',
  jurisdiction: ['district', 'subdistrict', 'community', 'estate', 'building', 'grid'],
  reporterId: 'reporter',
  lead: null,
  handlerIds: [],
  outcome: null,
  resolvedAt: null,
  answered: false,
  ...particulars,
})
const resolved = (particulars: Partial<Matter> = {}) =>
  matter({ state: 'resolved', outcome: 'fixed', resolvedAt: NOW, handlerIds: ['plumber'], ...particulars })

const whoMay = (act: PersonAct, subject: Matter) =>
  EVERYBODY.filter((who) => decideAct(CAST[who], subject, act, NOW).allowed)
const answer = (actor: Actor, subject: Matter, act: PersonAct, now = NOW) => {
  const decision = decideAct(actor, subject, act, now)
  return decision.allowed ? 'allowed' : decision.code
}

describe('who may do what to a matter', () => {
  const property = { kind: 'property', placeId: 'estate' } as const
  const grid = { kind: 'grid', placeId: 'grid' } as const
  const community = { kind: 'community', placeId: 'community' } as const

  it.each<[PersonAct, string, Matter, Who[]]>([
    ['acknowledge', 'at grid level', matter({}), ['worker', 'chief']],
    ['decline', 'at grid level', matter({}), ['chief']],
    ['assign', 'at grid level', matter({ state: 'acknowledged' }), ['chief']],
    ['acknowledge', 'at community level', matter({ level: 'community' }), ['staff']],
    ['decline', 'at community level', matter({ level: 'community' }), ['staff']],
    ['assign', 'at community level', matter({ level: 'community', state: 'acknowledged' }), ['staff']],
    ['acknowledge', 'without a grid', matter({ level: 'community', gridId: null }), ['staff']],
    ['start', 'led by the property company', matter({ state: 'assigned', lead: property }), ['property']],
    [
      'start',
      'led by the grid',
      matter({ state: 'assigned', lead: grid }),
      ['worker', 'chief', 'specialist'],
    ],
    ['start', 'led by the community', matter({ state: 'assigned', lead: community }), ['staff']],
    [
      'resolve',
      'led by the property company',
      matter({ state: 'in_progress', lead: property }),
      ['property'],
    ],
    [
      'resolve',
      'led by the grid',
      matter({ state: 'in_progress', lead: grid }),
      ['worker', 'chief', 'specialist'],
    ],
    ['confirm', 'with a result', resolved(), ['reporter']],
    ['dispute', 'with a result', resolved(), ['reporter']],
    ['verify_passed', 'with a result', resolved(), ['worker', 'chief', 'staff']],
    ['verify_failed', 'with a result', resolved(), ['worker', 'chief', 'staff']],
    ['verify_passed', 'with a result, without a grid', resolved({ gridId: null }), ['staff']],
  ])('%s a matter %s', (act, _where, subject, expected) => {
    expect(whoMay(act, subject)).toEqual(expected)
  })

  it('lets reporter, lead and officials read it with the reporter’s words, and neighbours without them', () => {
    const officials: Who[] = [
      'worker',
      'chief',
      'specialist',
      'staff',
      'secretary',
      'subdistrict',
      'district',
    ]
    const subject = matter({ state: 'assigned', lead: property })
    const readers = EVERYBODY.filter((who) => matterPolicy.read(CAST[who], subject))
    const readersOfWords = EVERYBODY.filter((who) => matterPolicy.read_words(CAST[who], subject))
    expect(readers).toEqual(['reporter', 'neighbour', ...officials, 'property'])
    expect(readersOfWords).toEqual(['reporter', ...officials, 'property'])
  })

  it('shows the property company nothing before it is asked to handle it', () => {
    expect(answer(CAST.property, matter({ state: 'acknowledged' }), 'start')).toBe('NOT_FOUND')
  })

  it('tells a stranger that there is no such matter, whatever its state and whatever the act', () => {
    for (const who of STRANGERS)
      for (const state of MATTER_STATES)
        for (const level of ['grid', 'community'] as const)
          for (const act of PERSON_ACTS)
            expect([who, state, act, answer(CAST[who], matter({ state, level }), act)]).toEqual([
              who,
              state,
              act,
              'NOT_FOUND',
            ])
  })

  it('tells a neighbour that it is not theirs to do, whatever its state', () => {
    for (const state of MATTER_STATES)
      for (const act of PERSON_ACTS)
        expect(answer(CAST.neighbour, matter({ state }), act)).toBe('NOT_ALLOWED')
  })

  it('tells who came second that the state has changed', () => {
    expect(answer(CAST.chief, matter({ state: 'acknowledged' }), 'acknowledge')).toBe('STATE_CHANGED')
  })

  it('lets nobody but the clock close as unconfirmed', () => {
    expect(EVERYBODY.some((who) => matterPolicy.close_unconfirmed(CAST[who], resolved()))).toBe(false)
  })
})

describe('separation of duties', () => {
  const handled = (...handlerIds: string[]) => resolved({ handlerIds })

  it.each(['verify_passed', 'verify_failed'] as const)(
    'refuses %s to any handler, of this or an earlier round',
    (act) => {
      for (const who of ['worker', 'chief', 'staff'] as const) {
        expect(answer(CAST[who], handled('plumber', 'somebody', 'another'), act)).toBe('NOT_ALLOWED')
        expect(answer(CAST[who], handled('plumber', 'another'), act)).toBe('allowed')
      }
    },
  )

  it('keeps a reporter who handled it from confirming, but not from saying that it did not hold', () => {
    expect(answer(CAST.reporter, handled('reporter'), 'confirm')).toBe('NOT_ALLOWED')
    expect(answer(CAST.reporter, handled('reporter'), 'dispute')).toBe('allowed')
  })

  it('leaves a handler’s own report open however long nobody answers', () => {
    fc.assert(
      fc.property(fc.date({ min: NOW, noInvalidDate: true }), (now) => {
        expect(decideCloseUnconfirmed(handled('reporter'), now).allowed).toBe(false)
      }),
    )
  })
})

describe('the reporter’s days to answer', () => {
  const LAST_MOMENT = new Date('2026-11-27T15:59:59.999Z')
  const OVER = new Date('2026-11-27T16:00:00.000Z')

  it('end with the seventh calendar day in Shanghai, the day of the result not counted', () => {
    expect(answerEndsAt(new Date('2026-11-19T16:00:00.000Z'))).toEqual(OVER)
    expect(answerEndsAt(new Date('2026-11-20T15:59:59.999Z'))).toEqual(OVER)
    expect(answerEndsAt(new Date('2026-11-20T16:00:00.000Z'))).toEqual(new Date('2026-11-28T16:00:00.000Z'))
  })

  it('must be over before the clock closes it unconfirmed', () => {
    expect(decideCloseUnconfirmed(resolved(), LAST_MOMENT)).toEqual({
      allowed: false,
      code: 'ACT_NOT_POSSIBLE',
    })
    expect(decideCloseUnconfirmed(resolved(), OVER)).toEqual({ allowed: true })
  })

  it('keep the clock away from what was answered, has no result, or is not resolved', () => {
    expect(decideCloseUnconfirmed(resolved({ answered: true }), OVER).allowed).toBe(false)
    expect(decideCloseUnconfirmed(resolved({ resolvedAt: null }), OVER).allowed).toBe(false)
    const others = MATTER_STATES.filter((state) => state !== 'resolved')
    expect(others.filter((state) => decideCloseUnconfirmed(resolved({ state }), OVER).allowed)).toEqual([])
  })

  it.each(['confirm', 'dispute'] as const)(
    'let the reporter %s late what others closed, but only inside them',
    (act) => {
      const closed = resolved({ state: 'closed' })
      expect(answer(CAST.reporter, closed, act, LAST_MOMENT)).toBe('allowed')
      expect(answer(CAST.reporter, closed, act, OVER)).toBe('ANSWER_PERIOD_OVER')
      expect(answer(CAST.reporter, { ...closed, answered: true }, act, LAST_MOMENT)).toBe('STATE_CHANGED')
    },
  )

  it.each(['confirm', 'dispute'] as const)(
    'do not stop a reporter from %s while nobody has closed it',
    (act) => {
      expect(answer(CAST.reporter, resolved(), act, new Date('2027-11-20T00:00:00Z'))).toBe('allowed')
    },
  )
})

const anyMatter = fc.record({
  state: fc.constantFrom<MatterState[]>(...MATTER_STATES),
  level: fc.constantFrom('grid' as const, 'community' as const),
  lead: fc.constantFrom(
    null,
    { kind: 'grid', placeId: 'grid' } as const,
    { kind: 'property', placeId: 'estate' } as const,
  ),
  handlerIds: fc.subarray(['reporter', 'somebody', 'plumber']),
  resolvedAt: fc.option(fc.date({ min: new Date('2026-11-01'), max: NOW, noInvalidDate: true })),
  answered: fc.boolean(),
})

describe('the buttons of a page', () => {
  it('are exactly the acts the server will allow', () => {
    fc.assert(
      fc.property(
        anyMatter,
        fc.constantFrom(...EVERYBODY),
        fc.date({ min: NOW, noInvalidDate: true }),
        (any, who, now) => {
          const subject = matter(any)
          const buttons = actsFor(CAST[who], subject, now)
          for (const act of PERSON_ACTS)
            expect(buttons.includes(act)).toBe(decideAct(CAST[who], subject, act, now).allowed)
        },
      ),
    )
  })
})
