import fc from 'fast-check'
import { z } from 'zod/mini'
import { PHOTO_STATES, type Photo } from './policy'
import { canAttachPhoto, canAttachSoMany, canSeePhoto, photoIds, PHOTOS_PER_THING, photoWaitEndsAt } from '.'

const UUID = '01a1ffec-8614-703c-8e1d-8d2c3d275ff'
const amei = { personId: 'amei', roles: [], homes: [] }
const laowu = { ...amei, personId: 'laowu' }
const photo = (part: Partial<Photo> = {}): Photo => ({
  ownerId: 'amei',
  state: 'waiting',
  createdAt: new Date('2026-11-18T02:00:00.000Z'),
  ...part,
})

describe('the photos that come with something', () => {
  const parse = (ids: unknown) => {
    const parsed = z.safeParse(photoIds, ids)
    return parsed.success ? parsed.data : parsed.error.issues[0]?.message
  }
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `${UUID}${index.toString(16)}`)

  it('may be none, and are at most nine', () => {
    expect(parse(undefined)).toEqual([])
    expect(parse(ids(9))).toHaveLength(PHOTOS_PER_THING)
    expect(parse(ids(10))).toBe('PHOTOS_TOO_MANY')
  })

  it('come once each', () => {
    expect(parse([...ids(2), ...ids(1)])).toBe('PHOTO_UNKNOWN')
  })
})

describe('a photo is used', () => {
  it('by its owner, once: everything else is answered alike', () => {
    expect(canAttachPhoto(amei, photo())).toEqual({ allowed: true })
    const unknown = { allowed: false, code: 'PHOTO_UNKNOWN', field: 'photoIds' }
    expect(canAttachPhoto(laowu, photo())).toEqual(unknown)
    expect(canAttachPhoto(amei, undefined)).toEqual(unknown)
    for (const state of PHOTO_STATES.filter((one) => one !== 'waiting'))
      expect(canAttachPhoto(amei, photo({ state }))).toEqual(unknown)
  })

  it('together with eight others at most', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (already, more) => {
        expect(canAttachSoMany(already, more).allowed).toBe(already + more <= 9)
      }),
    )
  })
})

describe('a photo is seen', () => {
  it('while it waits by its owner, whatever others may do', () => {
    expect(canSeePhoto(amei, photo(), false)).toBe(true)
    expect(canSeePhoto(laowu, photo(), true)).toBe(false)
  })

  it('then by who sees the thing', () => {
    expect(canSeePhoto(laowu, photo({ state: 'attached' }), true)).toBe(true)
    expect(canSeePhoto(amei, photo({ state: 'attached' }), false)).toBe(false)
  })

  it('by nobody before it is stored and while it is cleared away', () => {
    for (const state of ['storing', 'removing'] as const)
      expect(canSeePhoto(amei, photo({ state }), true)).toBe(false)
  })
})

it('what nobody used may be taken away a day later', () => {
  expect(photoWaitEndsAt(photo().createdAt).toISOString()).toBe('2026-11-19T02:00:00.000Z')
})
