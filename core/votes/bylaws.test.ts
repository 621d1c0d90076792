import { PLACE_KINDS } from '../places'
import { ROLES, type Actor, type HeldRole, type Role } from '../permissions'
import {
  BYLAW_ACT_NAMES,
  BYLAW_PHOTOS_AT_MOST,
  bylawActsFor,
  decideBylawAct,
  decideBylawDay,
  decideBylawPhotos,
  decideRecordBylaw,
  isRecordingRole,
  officeForOwners,
  readsBylaws,
  type Bylaw,
  type BylawAct,
} from './bylaws'
import { BYLAW_STATES } from './bylaw-states'
import { bylawReasonAsked, bylawReplacedInWords, bylawTitleInWords } from './bylaw-words'
import { conveningOffice, OWNERS_PLACE_KINDS } from './conveners'
import type { VotePlace } from './vote'

const WAY = ['district', 'community', 'estate']

const held = (role: Role, placeId = 'community'): HeldRole => ({ role, placeId, isLead: false })
const actor = (roles: HeldRole[], more: Partial<Actor> = {}): Actor => ({
  personId: 'somebody',
  roles,
  homes: [],
  ...more,
})
const home = {
  homeId: 'h',
  path: ['community', 'h'],
  relation: 'tenant',
  isAdult: false,
  since: new Date(0),
} as const
const neighbour = actor([], { homes: [{ ...home, path: [...home.path] }] })
const recorder = actor([held('residents_committee')], { personId: 'recorder' })
const secretary = actor([held('community_secretary')])
const estate = (more: Partial<VotePlace> = {}): VotePlace => ({
  placeId: 'estate',
  kind: 'estate',
  jurisdiction: WAY,
  hasCommittee: false,
  ...more,
})
const bylaw = (more: Partial<Bylaw> = {}): Bylaw => ({
  state: 'recorded',
  recordedById: 'recorder',
  jurisdiction: WAY,
  hasCommittee: false,
  ...more,
})
const codeOf = (by: Actor, one: Bylaw, act: BylawAct, reason?: string) => {
  const decision = decideBylawAct(by, one, { act, reason })
  return decision.allowed ? 'allowed' : decision.code
}
const recordCode = (by: Actor, place: VotePlace) => {
  const decision = decideRecordBylaw(by, place)
  return decision.allowed ? 'allowed' : decision.code
}

describe('who records bylaws', () => {
  it('is who convenes owners’ votes there, but no building’s head', () => {
    for (const role of ROLES)
      for (const hasCommittee of [true, false])
        for (const placeId of [...WAY, 'elsewhere']) {
          const roles = [held(role, placeId)]
          const convenes =
            role !== 'building_head' && conveningOffice(roles, estate({ hasCommittee }), 'owners')
          expect([role, placeId, officeForOwners(roles, { jurisdiction: WAY, hasCommittee })]).toEqual([
            role,
            placeId,
            convenes || undefined,
          ])
        }
  })

  it('is the owners’ committee first, whatever else somebody is', () => {
    const roles = [held('residents_committee'), held('owners_committee', 'estate')]
    expect(officeForOwners(roles, estate({ hasCommittee: true }))?.role).toBe('owners_committee')
  })

  it('is asked of nobody in another office', () => {
    expect(ROLES.filter((role) => isRecordingRole({ role }))).toEqual([
      'owners_committee',
      'residents_committee',
    ])
  })

  it('records where owners decide, and learns who does it elsewhere', () => {
    const residents = actor([held('residents_committee')])
    for (const kind of [...PLACE_KINDS, 'community'] as const)
      expect([kind, recordCode(residents, estate({ kind }))]).toEqual([
        kind,
        OWNERS_PLACE_KINDS.includes(kind) ? 'allowed' : 'PLACE_KIND_WRONG',
      ])
    expect(recordCode(residents, estate({ hasCommittee: true }))).toBe('BYLAW_BY_COMMITTEE')
    expect(recordCode(actor([held('owners_committee', 'other estate')]), estate())).toBe('NOT_ALLOWED')
    expect(recordCode(actor([held('building_head', 'estate')]), estate())).toBe('NOT_ALLOWED')
    expect(recordCode(neighbour, estate({ kind: 'home' }))).toBe('NOT_ALLOWED')
  })
})

describe('what is stated', () => {
  it('is a day that has come, in Shanghai', () => {
    const beforeMidnight = new Date('2026-11-18T15:59:59.000Z')
    expect(decideBylawDay('2026-11-18', beforeMidnight).allowed).toBe(true)
    expect(decideBylawDay('2026-11-19', beforeMidnight)).toMatchObject({ code: 'BYLAW_DAY_AHEAD' })
    expect(decideBylawDay('2026-11-19', new Date('2026-11-18T16:00:00.000Z')).allowed).toBe(true)
  })

  it('is shown by one to six photos', () => {
    const allowed = Array.from(
      { length: BYLAW_PHOTOS_AT_MOST + 2 },
      (_none, n) => decideBylawPhotos(n).allowed,
    )
    expect(allowed).toEqual([false, true, true, true, true, true, true, false])
  })
})

describe('acting on bylaws', () => {
  it('confirming and refusing are for the secretary, never for who recorded them', () => {
    expect(codeOf(secretary, bylaw(), 'put_in_force')).toBe('allowed')
    expect(codeOf(secretary, bylaw({ recordedById: 'somebody' }), 'put_in_force')).toBe('NOT_ALLOWED')
    expect(codeOf(actor([held('residents_committee')]), bylaw(), 'refuse', 'x')).toBe('NOT_ALLOWED')
    expect(codeOf(actor([held('community_secretary', 'other')]), bylaw(), 'refuse', 'x')).toBe('NOT_ALLOWED')
    expect(codeOf(actor([]), bylaw(), 'put_in_force')).toBe('NOT_FOUND')
  })

  it('taking back is for who recorded them, while in the office for it; the secretary has refused or confirmed by then', () => {
    expect(codeOf(recorder, bylaw(), 'take_back')).toBe('allowed')
    expect(codeOf({ ...recorder, roles: [] }, bylaw(), 'take_back')).toBe('NOT_ALLOWED')
    expect(codeOf({ ...recorder, personId: 'colleague' }, bylaw(), 'take_back')).toBe('NOT_ALLOWED')
    // A committee came into office since.
    expect(codeOf(recorder, bylaw({ hasCommittee: true }), 'take_back')).toBe('NOT_ALLOWED')
    expect(codeOf(secretary, bylaw(), 'take_back')).toBe('NOT_ALLOWED')
    expect(codeOf(neighbour, bylaw(), 'take_back')).toBe('NOT_ALLOWED')
    expect(bylawActsFor(recorder, bylaw())).toEqual(['take_back'])
  })

  it('ending is for the secretary and who may record now', () => {
    const one = bylaw({ state: 'in_force' })
    expect(codeOf(secretary, one, 'end', 'x')).toBe('allowed')
    expect(codeOf(actor([held('residents_committee')]), one, 'end', 'x')).toBe('allowed')
    const withCommittee = { ...one, hasCommittee: true }
    expect(codeOf(actor([held('residents_committee')]), withCommittee, 'end', 'x')).toBe('NOT_ALLOWED')
    expect(codeOf(actor([held('owners_committee', 'estate')]), withCommittee, 'end', 'x')).toBe('allowed')
    expect(codeOf(actor([], { personId: 'recorder' }), one, 'end', 'x')).toBe('NOT_ALLOWED')
  })

  it('takes its state and, but for confirming, a reason', () => {
    const from: Record<BylawAct, string> = {
      put_in_force: 'recorded',
      refuse: 'recorded',
      take_back: 'recorded',
      end: 'in_force',
    }
    for (const act of BYLAW_ACT_NAMES)
      for (const state of BYLAW_STATES)
        expect([
          act,
          state,
          codeOf(act === 'take_back' ? recorder : secretary, bylaw({ state }), act, 'x'),
        ]).toEqual([act, state, from[act] === state ? 'allowed' : 'STATE_CHANGED'])
    const asked = BYLAW_ACT_NAMES.filter((act) => bylawReasonAsked(act) !== null)
    const needed = BYLAW_ACT_NAMES.filter(
      (act) =>
        codeOf(secretary, bylaw({ state: act === 'end' ? 'in_force' : 'recorded' }), act) ===
        'REASON_REQUIRED',
    )
    expect(needed).toEqual(['refuse', 'end'])
    expect(asked).toEqual(needed)
  })

  it('offers what may be done now', () => {
    expect(bylawActsFor(secretary, bylaw())).toEqual(['put_in_force', 'refuse'])
    expect(bylawActsFor(secretary, bylaw({ state: 'in_force' }))).toEqual(['end'])
    expect(bylawActsFor(neighbour, bylaw({ state: 'in_force' }))).toEqual([])
  })
})

describe('the public record', () => {
  it('is for who lives in the community and follows votes in an office there', () => {
    expect(readsBylaws(neighbour)).toBe(true)
    expect(readsBylaws(actor([held('building_head', 'other building')]))).toBe(true)
    expect(readsBylaws(actor([held('property_staff')]))).toBe(false)
    expect(readsBylaws(actor([]))).toBe(false)
  })

  it.each(['refused', 'taken_back'] as const)(
    'keeps what was %s to who recorded it and the offices over the place',
    (state) => {
      const refused = bylaw({ state })
      expect(codeOf(neighbour, refused, 'end', 'x')).toBe('NOT_FOUND')
      expect(codeOf(actor([held('building_head', 'building')]), refused, 'end', 'x')).toBe('NOT_FOUND')
      expect(codeOf(actor([held('community_staff')]), refused, 'end', 'x')).toBe('NOT_ALLOWED')
      expect(codeOf(actor([], { personId: 'recorder' }), refused, 'end', 'x')).toBe('NOT_ALLOWED')
    },
  )
})

it('a title stands in one pair of marks', () => {
  expect(bylawTitleInWords('议事规则')).toBe('《议事规则》')
  expect(bylawTitleInWords('《议事规则》')).toBe('《议事规则》')
  expect(bylawReplacedInWords('管理规约')).toBe('换成了《管理规约》')
})
