import {
  canMergeInto,
  canSubmitWish,
  decideReadContact,
  decideSecond,
  decideWishAct,
  homeToSecond,
  isServiceOfWish,
  placesToMergeInto,
  WISH_PERSON_ACTS,
  wishChanges,
  wishPolicy,
} from '.'
import type { Wish, WishPersonAct } from '.'
import { CAST, claimed, EVERYBODY, NOW, wish, type Who } from './wish-cast.property'

const readers = (given: Wish) => EVERYBODY.filter((who) => wishPolicy.read(CAST[who], given))

describe('who may know of a wish', () => {
  it('is who lives where it was said, who looks after the place, and volunteers where all may know', () => {
    expect(readers(wish())).toEqual([
      'author',
      'helper',
      'neighbour',
      'across',
      'head',
      'gridWorker',
      'staff',
    ])
    expect(readers(wish({ scope: 'building', scopePlaceId: 'building' }))).toEqual([
      'author',
      'helper',
      'neighbour',
      'head',
      'gridWorker',
      'staff',
    ])
    expect(readers(wish({ scope: 'community', scopePlaceId: 'community' }))).toEqual([
      'author',
      'helper',
      'neighbour',
      'across',
      'elsewhere',
      'volunteer',
      'head',
      'gridWorker',
      'staff',
    ])
  })

  it.each([
    ['not checked yet', wish({ state: 'submitted', wordsState: 'waiting' })],
    ['declined', wish({ state: 'declined', wordsState: 'hidden' })],
    ['hidden', wish({ wordsState: 'hidden' })],
    ['withdrawn', wish({ state: 'withdrawn' })],
  ])('is its author and moderators when it is %s', (_how, given) => {
    expect(readers(given)).toEqual(['author', 'staff'])
  })

  it('is who helps with it, though its words were hidden meanwhile', () => {
    expect(readers(claimed({ wordsState: 'hidden' }))).toEqual(['author', 'helper', 'staff'])
  })

  it('is an organisation’s members where all may know, and whoever helps through one', () => {
    const toAll = { scope: 'community', scopePlaceId: 'community' } as const
    expect(wishPolicy.read(CAST.stranger, wish(toAll, { inOrganisation: true }))).toBe(true)
    expect(wishPolicy.read(CAST.stranger, wish({}, { inOrganisation: true }))).toBe(false)
    expect(wishPolicy.read(CAST.stranger, claimed({}, { ofHelper: true }))).toBe(true)
  })
})

describe('who does what', () => {
  const doers = (given: Wish, act: WishPersonAct) =>
    EVERYBODY.filter((who) => decideWishAct(CAST[who], given, act).allowed)

  // Written by hand: who, of everybody in the cast, may do it to a wish that stands for it.
  const HAND: Record<WishPersonAct, [Wish, Who[]]> = {
    offer: [wish(), ['helper', 'neighbour', 'across']],
    take_back_offer: [wish(), []],
    decline_offer: [wish(), ['author']],
    accept_offer: [wish(), ['author']],
    contact: [claimed(), ['author', 'helper']],
    hand_back: [claimed(), ['helper']],
    release: [claimed(), ['author']],
    take_over: [claimed(), []],
    deliver: [claimed(), ['helper']],
    confirm: [claimed({ state: 'delivered' }), ['author']],
    not_yet: [claimed({ state: 'delivered' }), ['author']],
    withdraw: [wish(), ['author']],
    renew: [wish({ state: 'expired' }), ['author']],
    ask_merge: [wish(), ['head', 'staff']],
    refuse_merge: [wish({ proposal: { kind: 'wish', id: 'other', byId: 'head' } }), ['author']],
    agree_merge: [wish({ proposal: { kind: 'wish', id: 'other', byId: 'head' } }), ['author']],
    become_matter: [wish({ seconds: 5 }), ['author']],
    become_topic: [wish({ seconds: 5 }), ['author']],
  }

  it.each(WISH_PERSON_ACTS)('%s', (act) => {
    const [given, who] = HAND[act]
    expect(doers(given, act)).toEqual(who)
  })

  it('tells a stranger nothing, and a neighbour that it isn’t theirs', () => {
    for (const act of WISH_PERSON_ACTS) {
      expect(decideWishAct(CAST.stranger, wish(), act)).toMatchObject({ code: 'NOT_FOUND' })
      if (act !== 'offer')
        expect(decideWishAct(CAST.neighbour, wish(), act)).toMatchObject({ code: 'NOT_ALLOWED' })
    }
  })

  it('lets another of the organisation go on only once its member has left', () => {
    const held = { helper: { personId: 'helper', organisationId: 'organisation' } }
    const member = { ...CAST.stranger, personId: 'member' }
    const can = (given: Wish) =>
      (['take_over', 'hand_back', 'deliver'] as const).filter(
        (act) => decideWishAct(member, given, act).allowed,
      )
    expect(can(claimed(held, { ofHelper: true }))).toEqual([])
    expect(can(claimed({ ...held, memberLeftAt: new Date() }, { ofHelper: true }))).toEqual([
      'take_over',
      'hand_back',
    ])
    // The author may be of it too: they would confirm their own help.
    const ownHelp = claimed({ ...held, memberLeftAt: new Date() }, { ofHelper: true })
    for (const act of ['take_over', 'hand_back'] as const)
      expect(decideWishAct(CAST.author, ownHelp, act)).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('puts up again what has expired only while its author lives there, or where it was said for somebody else', () => {
    const moved = { ...CAST.across, personId: 'author' }
    const gone = { ...CAST.stranger, personId: 'author' }
    const expired = wish({ state: 'expired' })
    for (const who of [moved, gone]) {
      expect(decideWishAct(who, expired, 'renew')).toMatchObject({ code: 'NOT_ALLOWED' })
      expect(decideWishAct(who, { ...expired, forOther: true }, 'renew').allowed).toBe(true)
      expect(decideWishAct(who, expired, 'withdraw').allowed).toBe(true)
    }
  })

  it('makes a matter of it only once enough homes want it', () => {
    expect(decideWishAct(CAST.author, wish({ seconds: 4 }), 'become_matter')).toMatchObject({
      code: 'WISH_SECONDS_MISSING',
    })
  })

  it('seconds once, where it was said, and never one’s own', () => {
    expect(EVERYBODY.filter((who) => decideSecond(CAST[who], wish(), true).allowed)).toEqual([
      'helper',
      'neighbour',
      'across',
    ])
    expect(decideSecond(CAST.across, wish({}, { seconded: true }), true)).toMatchObject({
      code: 'STATE_CHANGED',
    })
    expect(decideSecond(CAST.across, wish({}, { seconded: true }), false).allowed).toBe(true)
    expect(decideSecond(CAST.across, claimed({ state: 'fulfilled' }), true)).toMatchObject({
      code: 'STATE_CHANGED',
    })
  })

  it('counts a home once, and the author’s own never; who has another may speak for that', () => {
    const [home = ''] = CAST.across.homes.map(({ homeId }) => homeId)
    const secondedBy = { secondedHomes: [home] }
    expect(decideSecond(CAST.across, wish({}, secondedBy), true)).toMatchObject({
      code: 'WISH_HOME_SECONDED',
    })
    expect(decideSecond(CAST.across, wish({}, { authorsHomes: [home] }), true)).toMatchObject({
      code: 'WISH_OWN_HOME',
    })
    const owner = { ...CAST.across, homes: [...CAST.across.homes, ...CAST.neighbour.homes] }
    expect(homeToSecond(owner, wish({}, secondedBy))).toBe(CAST.neighbour.homes[0])
    expect(decideSecond(CAST.across, wish({}, { ...secondedBy, seconded: true }), false).allowed).toBe(true)
    const over = claimed({ state: 'delivered' }, { seconded: true })
    expect(decideSecond(CAST.across, over, false)).toMatchObject({ code: 'STATE_CHANGED' })
  })

  it('offers no help that isn’t wanted any more', () => {
    expect(decideWishAct(CAST.across, wish({}, { unwanted: true }), 'offer')).toMatchObject({
      code: 'WISH_HELP_NOT_WANTED',
    })
  })

  it('names only places that reach as far as the wish itself for one it may be merged into', () => {
    expect(placesToMergeInto(wish())).toEqual(['district', 'subdistrict', 'community', 'estate'])
    for (const scopePlaceId of placesToMergeInto(wish()))
      expect(canMergeInto(wish(), wish({ scopePlaceId })).allowed).toBe(true)
  })

  it('becomes a matter of what residents report where they live, and of nothing private', () => {
    expect((['stair_lamp', 'shop', 'legal_advice'] as const).map(isServiceOfWish)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('merges only into one that still waits, and that is said to all whom this one is said to', () => {
    const toAll = { scope: 'community', scopePlaceId: 'community' } as const
    expect(canMergeInto(wish(), wish()).allowed).toBe(true)
    expect(canMergeInto(wish(), claimed()).allowed).toBe(true)
    expect(canMergeInto(wish(), wish(toAll)).allowed).toBe(true)
    for (const target of [
      wish({ state: 'expired' }),
      wish({ wordsState: 'hidden' }),
      wish({ scopePlaceId: 'another building' }),
      // Who wanted what was said to the estate would read what was said to the building alone.
      wish({ scope: 'building', scopePlaceId: 'building' }),
    ])
      expect(canMergeInto(wish(), target)).toMatchObject({ code: 'MERGE_NOT_POSSIBLE' })
  })
})

describe('the phone of the other', () => {
  const readers = (given: Wish, now = NOW) =>
    EVERYBODY.filter((who) => decideReadContact(CAST[who], given, now).allowed)
  const both = ['author', 'helper']

  it('is for author and helper, while they have to do with each other', () => {
    expect(readers(claimed())).toEqual(both)
    expect(readers(claimed({ state: 'delivered', deliveredAt: NOW }))).toEqual(both)
    for (const state of ['fulfilled', 'withdrawn', 'expired'] as const)
      expect(readers(claimed({ state }))).toEqual([])
    expect(decideReadContact(CAST.stranger, claimed(), NOW)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is masked again a week after the author was asked once more, though they never answer', () => {
    const silent = claimed({ state: 'delivered', deliveredAt: NOW, askedAgainAt: NOW })
    expect(readers(silent, new Date('2026-11-25T15:59:59.999Z'))).toEqual(both)
    expect(readers(silent, new Date('2026-11-25T16:00:00.000Z'))).toEqual([])
    const again = { ...silent, ...wishChanges('not_yet', silent, { personId: 'author', now: NOW }) }
    expect(readers(again, new Date('2027-01-01T00:00:00.000Z'))).toEqual(both)
  })
})

describe('saying a wish', () => {
  const building = {
    path: ['community', 'estate', 'building'],
    jurisdiction: ['district', 'community', 'estate', 'building', 'grid'],
  }
  it('is for who lives there', () => {
    expect(EVERYBODY.filter((who) => canSubmitWish(CAST[who], building, false).allowed)).toEqual([
      'author',
      'helper',
      'neighbour',
    ])
  })

  it('for somebody else is for neighbours of the estate, and who looks after the place', () => {
    expect(EVERYBODY.filter((who) => canSubmitWish(CAST[who], building, true).allowed)).toEqual([
      'author',
      'helper',
      'neighbour',
      'across',
      'volunteer',
      'head',
      'gridWorker',
      'staff',
    ])
  })
})
