import fc from 'fast-check'
import type { WordsState } from '../moderation'
import { ROLES, type Actor, type Role } from '../permissions'
import {
  decideNoticeAct,
  decidePublish,
  excerptOf,
  freePin,
  noticeActsFor,
  noticePolicy,
  PIN_SLOTS,
  pinEndsAt,
  PUBLISHERS,
  publishingOffice,
  wordsAreChecked,
  type Notice,
  type NoticePlace,
} from '.'

const notice = (more: Partial<Notice> = {}): Notice => ({
  communityId: 'community',
  placeId: 'building',
  authorId: 'author',
  wordsState: 'shown',
  withdrawn: false,
  inside: ['entrance'],
  jurisdiction: ['district', 'subdistrict', 'community', 'estate', 'building', 'grid'],
  ...more,
})
const actor = (more: Partial<Actor> = {}): Actor => ({ personId: 'someone', roles: [], homes: [], ...more })
const held = (role: Role, placeId: string) => ({ role, placeId, isLead: false })
const livingAt = (...path: string[]) =>
  actor({ homes: [{ homeId: 'home', path, relation: 'owner', isAdult: true, since: new Date(0) }] })
const neighbour = livingAt('community', 'estate', 'building', 'entrance', 'home')
const across = livingAt('community', 'estate', 'other', 'home')
const author = actor({ personId: 'author' })
const moderator = actor({ roles: [held('community_staff', 'community')] })

describe('publishing', () => {
  const building = { kind: 'building', jurisdiction: notice().jurisdiction } as const

  it.each(ROLES)('as %s, only in an office that publishes, at its place or below', (role) => {
    const publishes = PUBLISHERS.includes(role)
    expect(decidePublish(actor({ roles: [held(role, 'estate')] }), building).allowed).toBe(publishes)
    expect(decidePublish(actor({ roles: [held(role, 'other')] }), building).allowed).toBe(false)
  })

  it('is never for one home or a grid, and says so after the permission', () => {
    const home: NoticePlace = { kind: 'home', jurisdiction: [...notice().jurisdiction, 'home'] }
    expect(decidePublish(moderator, home)).toMatchObject({ code: 'PLACE_KIND_WRONG' })
    expect(decidePublish(neighbour, home)).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('is signed in the office that allows it', () => {
    const roles = [held('grid_worker', 'grid'), held('building_head', 'building')]
    expect(publishingOffice(roles, building)?.role).toBe('building_head')
  })

  it('is checked where a neighbour in office writes, not where the community does', () => {
    expect(PUBLISHERS.filter(wordsAreChecked)).toEqual(['building_head', 'owners_committee'])
    expect(ROLES.filter(wordsAreChecked)).toEqual(['building_head', 'council_member', 'owners_committee'])
  })
})

describe('reading', () => {
  it.each([
    ['a neighbour', neighbour, true],
    ['who lives across', across, false],
    ['a stranger', actor(), false],
    ['the author', author, true],
    ['a moderator', moderator, true],
    ['the grid’s worker', actor({ roles: [held('grid_worker', 'grid')] }), true],
    ['another grid’s worker', actor({ roles: [held('grid_worker', 'grid2')] }), false],
    ['a volunteer', actor({ roles: [held('volunteer', 'community')] }), false],
  ])('by %s', (_who, who, may) => {
    expect(noticePolicy.read(who, notice())).toBe(may)
  })

  const forEstate = notice({
    placeId: 'estate',
    inside: ['building', 'grid'],
    jurisdiction: ['community', 'estate'],
  })
  const forAll = notice({ placeId: 'community', inside: [], jurisdiction: ['district', 'community'] })
  it.each([
    ['a worker of a grid inside', held('grid_worker', 'grid'), true, true],
    ['the head of a building inside', held('building_head', 'building'), true, true],
    ['the property company there', held('property_staff', 'estate'), true, true],
    ['a worker of a grid elsewhere', held('grid_chief', 'grid2'), false, true],
    ['the property company of another estate', held('property_staff', 'estate2'), false, true],
    ['an administrator', held('administrator', 'building'), false, false],
  ])('by %s: of what is for the estate and for everybody', (_who, role, ofEstate, ofAll) => {
    const who = actor({ roles: [role] })
    expect([noticePolicy.read(who, forEstate), noticePolicy.read(who, forAll)]).toEqual([ofEstate, ofAll])
    expect(noticePolicy.read(who, { ...forAll, wordsState: 'waiting' })).toBe(false)
  })

  it.each(['waiting', 'hidden', 'staff_only'] as WordsState[])(
    'of one that is %s is for author and moderators',
    (state) => {
      const unseen = notice({ wordsState: state })
      expect([author, moderator, neighbour].map((who) => noticePolicy.read(who, unseen))).toEqual([
        true,
        true,
        false,
      ])
    },
  )

  it('of the numbers is for author and moderators', () => {
    expect([author, moderator, neighbour].map((who) => noticePolicy.read_counts(who, notice()))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('acts', () => {
  it('are the author’s and the moderators’, as long as it is in force', () => {
    expect([author, moderator, neighbour].map((who) => noticeActsFor(who, notice()))).toEqual([
      ['pin', 'withdraw'],
      ['pin', 'withdraw'],
      [],
    ])
    expect(noticeActsFor(author, notice({ withdrawn: true }))).toEqual([])
  })

  it('tell a stranger nothing', () => {
    expect(decideNoticeAct(across, notice(), 'withdraw')).toMatchObject({ code: 'NOT_FOUND' })
    expect(decideNoticeAct(neighbour, notice(), 'withdraw')).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(decideNoticeAct(author, notice({ withdrawn: true }), 'pin')).toMatchObject({
      code: 'STATE_CHANGED',
    })
  })
})

describe('on top', () => {
  it('takes the first that is free of a place’s three', () => {
    expect([freePin([]), freePin([1, 3]), freePin([2, 1]), freePin([3, 1, 2])]).toEqual([1, 2, 3, undefined])
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...PIN_SLOTS)), (taken) => {
        const slot = freePin(taken)
        expect(slot === undefined).toBe(taken.length === PIN_SLOTS.length)
        if (slot !== undefined) expect(taken).not.toContain(slot)
      }),
    )
  })

  it('lasts whole days in Shanghai, the first not counted', () => {
    expect(pinEndsAt(new Date('2026-11-18T02:00:00.000Z'), 1).toISOString()).toBe('2026-11-19T16:00:00.000Z')
  })
})

it('an excerpt is one short line', () => {
  expect(excerptOf('周四\n停水')).toBe('周四 停水')
  expect(Array.from(excerptOf('水'.repeat(100)))).toHaveLength(61)
})
