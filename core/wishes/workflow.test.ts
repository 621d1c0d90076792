import fc from 'fast-check'
import {
  decideWishAct,
  FINAL_STATES,
  isShownState,
  isTogether,
  STATES_OF_LIST,
  WISH_ACT_NAMES,
  WISH_ACTS,
  WISH_CLOCK_ACTS,
  WISH_PERSON_ACTS,
  WISH_STATES,
  wishActsFor,
  wishChanges,
  wishEntryInWords,
  wishStateAfter,
  wishTransition,
  WISH_ACT_LABELS,
  type Wish,
  type WishAct,
} from '.'
import { CAST, claimed, EVERYBODY, NOW, wish } from './wish-cast.property'

const anyState = fc.constantFrom(...WISH_STATES)
const anyAct = fc.constantFrom(...WISH_PERSON_ACTS)

describe('the table of wishes', () => {
  // Written by hand from domain.md 4: the table in code is compared with it, not with itself.
  const HAND: Record<WishAct, string> = {
    publish: 'submitted,declined → published',
    decline: 'submitted → declined',
    offer: 'published → same',
    take_back_offer: 'published → same',
    decline_offer: 'published → same',
    offer_lapsed: 'published → same',
    accept_offer: 'published → claimed',
    contact: 'claimed → same',
    hand_back: 'claimed → published',
    release: 'claimed → published',
    no_contact: 'claimed → published',
    no_delivery: 'claimed → published',
    member_gone: 'claimed → published',
    take_over: 'claimed → same',
    deliver: 'claimed → delivered',
    confirm: 'delivered → fulfilled',
    not_yet: 'delivered → claimed',
    ask_again: 'delivered → same',
    withdraw: 'submitted,published,claimed,expired → withdrawn',
    expire: 'published → expired',
    renew: 'expired → published',
    ask_merge: 'published → same',
    refuse_merge: 'published → same',
    agree_merge: 'published → merged',
    become_matter: 'published → merged',
    become_topic: 'published → merged',
  }

  it.each(WISH_ACT_NAMES)('%s leads where domain.md says', (act) => {
    const { from, to } = WISH_ACTS[act]
    expect(`${from.join(',')} → ${to}`).toBe(HAND[act])
  })

  it('leads nowhere from a wish that came true, was withdrawn or went on elsewhere', () => {
    expect(FINAL_STATES).toEqual(['fulfilled', 'withdrawn', 'merged'])
  })

  it('lets every state be reached, and every unfinished one be left', () => {
    const reached = new Set(['submitted'])
    for (let round = 0; round < WISH_STATES.length; round += 1)
      for (const act of WISH_ACT_NAMES)
        for (const state of wishTransition(act).from)
          if (reached.has(state)) reached.add(wishStateAfter(act, state))
    expect([...reached].sort()).toEqual([...WISH_STATES].sort())
    const ends = WISH_STATES.filter(
      (state) => !WISH_ACT_NAMES.some((act) => wishTransition(act).from.includes(state)),
    )
    expect(ends.sort()).toEqual(['fulfilled', 'merged', 'withdrawn'])
  })

  it('is fulfilled by its author’s word alone: never by silence', () => {
    const acts = WISH_ACT_NAMES.filter((act) => wishTransition(act).to === 'fulfilled')
    expect(acts).toEqual(['confirm'])
    expect(WISH_CLOCK_ACTS as readonly WishAct[]).not.toContain('confirm')
    for (const who of EVERYBODY.filter((one) => one !== 'author'))
      expect(wishActsFor(CAST[who], claimed({ state: 'delivered' }))).not.toContain('confirm')
  })

  it('has lists that don’t share a state, all of which neighbours may know', () => {
    const states = Object.values(STATES_OF_LIST).flat()
    expect(new Set(states).size).toBe(states.length)
    expect(states.every(isShownState)).toBe(true)
  })

  it('says every act in Chinese, on the timeline and on its button', () => {
    for (const act of WISH_ACT_NAMES)
      expect(
        wishEntryInWords({ act, at: NOW.toISOString(), byName: null, mine: false, helperName: null }),
      ).toMatch(/^[\p{Script=Han}，]+$/u)
    expect(new Set(Object.values(WISH_ACT_LABELS)).size).toBe(WISH_PERSON_ACTS.length)
  })
})

describe('any act on any state', () => {
  it('is possible only from the states of its row', () => {
    fc.assert(
      fc.property(anyState, anyAct, fc.constantFrom(...EVERYBODY), (state, act, who) => {
        const given = isTogether(state) || state === 'fulfilled' ? claimed({ state }) : wish({ state })
        const decision = decideWishAct(CAST[who], given, act)
        expect(decision.allowed && !wishTransition(act).from.includes(state)).toBe(false)
      }),
    )
  })

  it('offers exactly the acts that are decided to be possible', () => {
    for (const state of WISH_STATES)
      for (const who of EVERYBODY)
        expect(wishActsFor(CAST[who], wish({ state }))).toEqual(
          WISH_PERSON_ACTS.filter((act) => decideWishAct(CAST[who], wish({ state }), act).allowed),
        )
  })
})

describe('a walk of any length', () => {
  const step = fc.record({ act: fc.constantFrom(...WISH_ACT_NAMES), days: fc.nat(40) })
  const walk = (steps: readonly { act: WishAct; days: number }[]): Wish[] => {
    let now = NOW
    const seen: Wish[] = [wish({ state: 'submitted', publishedAt: null, standsUntil: null })]
    for (const { act, days } of steps) {
      const last = seen[seen.length - 1] as Wish
      if (!wishTransition(act).from.includes(last.state)) continue
      now = new Date(now.getTime() + days * 86_400_000)
      const helper = { personId: 'helper', organisationId: null }
      seen.push({ ...last, ...wishChanges(act, last, { personId: 'author', now, helper }) })
    }
    return seen
  }

  it('has a helper exactly while somebody helps or has helped', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const { state, helper, claimedAt } of walk(steps)) {
          expect(helper !== null).toBe(isTogether(state) || state === 'fulfilled')
          expect(helper === null).toBe(claimedAt === null)
        }
      }),
    )
  })

  it('waits anew, as long as a new wish would, whenever it comes back: that costs nobody anything', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const seen = walk(steps)
        seen.slice(1).forEach((now, index) => {
          const before = seen[index] as Wish
          if (now.state !== 'published' || before.state === 'published') return
          expect([now.contactedAt, now.deliveredAt, now.askedAgainAt, now.memberLeftAt]).toEqual([
            null,
            null,
            null,
            null,
          ])
          expect((now.standsUntil as Date) > (now.publishedAt as Date)).toBe(true)
        })
      }),
    )
  })
})
