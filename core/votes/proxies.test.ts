import type { Decision } from '../permissions'
import {
  decideFileProxy,
  decideOneMoreProxy,
  decideProxyAct,
  decideProxyPhotos,
  PROXY_ACT_NAMES,
  PROXY_STATES,
  proxyActsFor,
  proxyPartyOf,
  type Proxy,
  type ProxyAct,
} from './proxies'
import { CAST, CLOSES_AT, NOTICE_AT, vote, type Who } from './vote-cast.property'
import type { Vote } from './vote'
import { VOTE_STATES } from './workflow'

const codeOf = (decision: Decision) => (decision.allowed ? 'allowed' : decision.code)
const before = (instant: Date) => new Date(instant.getTime() - 1)

const proxy = (more: Partial<Proxy> = {}): Proxy => ({
  state: 'asked',
  agentId: 'neighbour',
  isPrincipal: false,
  ...more,
})

const act = (
  who: Who,
  name: ProxyAct,
  given: Proxy,
  { reason, on = vote(), now = NOTICE_AT }: { reason?: string; on?: Vote; now?: Date } = {},
) => codeOf(decideProxyAct(CAST[who], { vote: on, proxy: given }, { act: name, reason }, now))

describe('a proxy', () => {
  it('is checked by who decides about the roll: never by the convener, nor by who holds it', () => {
    const accepting = (Object.keys(CAST) as Who[]).filter((who) => act(who, 'accept', proxy()) === 'allowed')
    expect(accepting).toEqual(['residentsCommittee', 'staff', 'secretary'])
    expect(act('staff', 'accept', proxy({ agentId: 'staff' }))).toBe('NOT_ALLOWED')
    const byStaff = vote({ convenerId: 'staff' })
    expect(act('staff', 'accept', proxy(), { on: byStaff })).toBe('NOT_FOUND')
  })

  it('is unknown to everybody who has nothing to do with it', () => {
    const strangers: Who[] = ['convener', 'nobody', 'otherHead', 'gridWorker', 'auditor', 'administrator']
    for (const who of strangers)
      for (const name of PROXY_ACT_NAMES) expect(act(who, name, proxy())).toBe('NOT_FOUND')
    expect(proxyPartyOf(CAST.otherHead, vote(), proxy())).toBeUndefined()
  })

  // Written by hand: the buttons of who holds it, of who gave it, and of who checks it, state by state.
  it.each<[Proxy['state'], ProxyAct[], ProxyAct[], ProxyAct[]]>([
    ['asked', ['withdraw'], ['revoke'], ['accept', 'refuse']],
    ['accepted', ['revoke'], ['revoke'], ['revoke']],
    ['refused', [], [], []],
    ['withdrawn', [], [], []],
    ['revoked', [], [], []],
    ['ended', [], [], []],
  ])('offers in %s the right buttons', (state, ofAgent, ofPrincipal, ofStaff) => {
    const met = { vote: vote({}, true), proxy: proxy({ state }) }
    const principal = { ...met, proxy: proxy({ state, agentId: 'across', isPrincipal: true }) }
    expect(proxyActsFor(CAST.neighbour, met, NOTICE_AT)).toEqual(ofAgent)
    expect(proxyActsFor(CAST.neighbour, principal, NOTICE_AT)).toEqual(ofPrincipal)
    expect(proxyActsFor(CAST.staff, met, NOTICE_AT)).toEqual(ofStaff)
  })

  it('is refused, and taken back in an office, with a reason; by who gave or holds it without', () => {
    expect(act('staff', 'refuse', proxy())).toBe('REASON_REQUIRED')
    expect(act('staff', 'refuse', proxy(), { reason: '没有签名' })).toBe('allowed')
    const accepted = proxy({ state: 'accepted' })
    expect(act('staff', 'revoke', accepted)).toBe('REASON_REQUIRED')
    expect(act('staff', 'revoke', accepted, { reason: '本人来说的' })).toBe('allowed')
    expect(act('neighbour', 'revoke', accepted)).toBe('allowed')
    const given = proxy({ agentId: 'across', isPrincipal: true })
    expect(act('neighbour', 'revoke', given, { on: vote({}, true) })).toBe('allowed')
  })

  it('can be taken back until the close, by the clock as well as by the state', () => {
    const accepted = proxy({ state: 'accepted' })
    const on = vote({ state: 'open' })
    expect(act('neighbour', 'revoke', accepted, { on, now: before(CLOSES_AT) })).toBe('allowed')
    expect(act('neighbour', 'revoke', accepted, { on, now: CLOSES_AT })).toBe('VOTE_PROXY_NOT_NOW')
    for (const state of VOTE_STATES) {
      const buttons = proxyActsFor(CAST.staff, { vote: vote({ state }), proxy: proxy() }, NOTICE_AT)
      expect(buttons.length > 0).toBe(state === 'notice' || state === 'open')
    }
  })

  it('can’t be handed on: nothing leads from one holder to another', () => {
    for (const state of PROXY_STATES)
      expect(act('across', 'accept', proxy({ state }), { on: vote({}, true) })).toBe('NOT_FOUND')
  })
})

describe('asking to vote for another', () => {
  const file = (who: Who, given: Vote, principals = 1, now = NOTICE_AT) =>
    codeOf(decideFileProxy(CAST[who], given, principals, now))

  it('is for adults who live there, from the notice to the close', () => {
    expect(file('neighbour', vote())).toBe('allowed')
    expect(file('neighbour', vote({ state: 'open' }), 1, before(CLOSES_AT))).toBe('allowed')
    expect(file('neighbour', vote({ state: 'open' }), 1, CLOSES_AT)).toBe('VOTE_PROXY_NOT_NOW')
    expect(file('neighbour', vote({ state: 'closed' }))).toBe('VOTE_PROXY_NOT_NOW')
    expect(file('nobody', vote())).toBe('NOT_FOUND')
    expect(file('staff', vote())).toBe('VOTE_PROXY_NOT_MEMBER')
    const child = {
      ...CAST.neighbour,
      homes: CAST.neighbour.homes.map((home) => ({ ...home, isAdult: false })),
    }
    expect(codeOf(decideFileProxy(child, vote(), 1, NOTICE_AT))).toBe('VOTE_PROXY_NOT_MEMBER')
  })

  it('is for adults of another building, too: a daughter votes for her mother', () => {
    expect(file('across', vote())).toBe('allowed')
    expect(file('across', vote({ state: 'draft', noticeAt: null }))).toBe('NOT_FOUND')
    const child = { ...CAST.across, homes: CAST.across.homes.map((home) => ({ ...home, isAdult: false })) }
    expect(codeOf(decideFileProxy(child, vote(), 1, NOTICE_AT))).toBe('NOT_FOUND')
  })

  it('is for owners on the roll who live elsewhere, too', () => {
    expect(codeOf(decideFileProxy(CAST.nobody, vote({}, true), 1, NOTICE_AT))).toBe('allowed')
  })

  it('is refused where the notice said that nobody votes for another', () => {
    expect(file('neighbour', vote(), 0)).toBe('VOTE_PROXY_NONE')
  })

  it('brings a photo of the written authority, and three at most', () => {
    const counts = [0, 1, 3, 4].map((count) => codeOf(decideProxyPhotos(count)))
    expect(counts).toEqual(['VOTE_PROXY_PHOTOS', 'allowed', 'allowed', 'VOTE_PROXY_PHOTOS'])
  })

  it('is once for a voter, for nobody’s own, and for as many as were said', () => {
    const more = (ofAgent: number, ofVoter: number, isOwn = false, most = 1) =>
      codeOf(decideOneMoreProxy({ ofAgent, ofVoter, isOwn }, most))
    expect(more(0, 0)).toBe('allowed')
    expect(more(0, 1)).toBe('VOTE_PROXY_TAKEN')
    expect(more(1, 0)).toBe('VOTE_PROXY_FULL')
    expect(more(1, 0, false, 2)).toBe('allowed')
    expect(more(2, 0, false, 2)).toBe('VOTE_PROXY_FULL')
    expect(more(0, 0, true)).toBe('VOTE_PROXY_OWN')
  })
})
