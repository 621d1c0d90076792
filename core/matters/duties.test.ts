import { actsFor, isMember, isOpen, matterPolicy, type MatterAct } from '.'
import { always, alwaysOfWalks, type Done } from './walks.property'
import { CAST } from './walks-cast.property'

/** What only its reporter (or a neighbour who met it too) says of a matter. */
const OF_THE_REPORTER: readonly MatterAct[] = [
  'ask_review',
  'unmerge',
  'confirm',
  'dispute',
  'reopen',
  'withdraw',
  'hand_over',
  'absorb',
  'let_go',
]
const VERIFYING: readonly MatterAct[] = [
  'verify_passed',
  'verify_failed',
  'reinspect_passed',
  'reinspect_failed',
]
const holdsAt = ({ by }: Done, role: string, placeId: string) =>
  by?.roles.some((held) => held.role === role && held.placeId === placeId) ?? false

describe('separation of duties, whatever anybody tries', () => {
  it('nobody who ever handled a matter verifies it, nor inspects it again', () => {
    always(({ act, by, before }) => {
      if (VERIFYING.includes(act)) expect(before.handlerIds).not.toContain(by?.personId)
    })
  })

  it('what a handler reported, or nobody reported, closes by verification only', () => {
    always(({ act, before, after }) => {
      const own = before.reporterId === null || before.handlerIds.includes(before.reporterId)
      if (own && after.state === 'closed' && before.state !== 'closed') expect(act).toBe('verify_passed')
    })
  })

  it('who found a hazard on patrol never starts or resolves it', () => {
    always(({ act, by, before }) => {
      if (before.kind === 'hazard' && (act === 'start' || act === 'resolve'))
        expect(by?.personId).not.toBe(before.recorderId)
    })
  })

  it('a unit that is complained about does nothing with the complaint, whatever else its people hold', () => {
    always(({ act, by, before }) => {
      if (!before.complained || !by || OF_THE_REPORTER.includes(act)) return
      expect(isMember(by, before.complained)).toBe(false)
      expect(before.lead).not.toEqual(before.complained)
    })
  })

  it('only the reporter answers, and each joiner once; only the reporter confirms, reopens and withdraws', () => {
    alwaysOfWalks((all) => {
      const disputed: (string | undefined)[] = []
      for (const { act, by, before } of all) {
        const isReporter = by?.personId === before.reporterId
        if (['confirm', 'reopen', 'withdraw', 'ask_review', 'hand_over'].includes(act))
          expect(isReporter).toBe(true)
        // Who put it down speaks for a caller who isn't in the app.
        if (act === 'unmerge') expect(by?.personId).toBe(before.reporterId ?? before.recorderId)
        if (act !== 'dispute' || isReporter) continue
        expect(before.joinerIds).toContain(by?.personId)
        expect(disputed).not.toContain(by?.personId)
        disputed.push(by?.personId)
      }
    })
  })

  it('only a member of the lead starts, puts off, returns and resolves; of what is restricted only whom it was given to', () => {
    const members = {
      grid: ['worker 1', 'worker 2', 'chief', 'staff who is chief'],
      'functional grid': ['specialist'],
      // It goes on with what a dissolved grid passed on.
      'other grid': ['worker elsewhere', 'chief elsewhere'],
      estate: ['property 1', 'property 2'],
      community: ['staff 1', 'staff 2', 'staff who is chief'],
    }
    always(({ act, by, before }) => {
      if (!['start', 'return', 'defer', 'ask_deferral', 'resume', 'resolve'].includes(act)) return
      const placeId = before.lead?.placeId as keyof typeof members
      if (before.visibility === 'restricted') expect(before.assigneeIds).toContain(by?.personId)
      else expect(members[placeId]).toContain(by?.personId)
    })
  })
})

describe('levels, whatever anybody tries', () => {
  it('a matter is sent down once at most, never below where it began, and looked at again once after a decline', () => {
    alwaysOfWalks((all) => {
      expect(all.filter(({ act }) => act === 'send_down').length).toBeLessThanOrEqual(1)
      expect(all.filter(({ act }) => act === 'ask_review').length).toBeLessThanOrEqual(1)
      for (const { before, after } of all)
        if (before.firstLevel === 'community') expect(after.level).toBe('community')
    })
  })

  it('a review is one level up from who declined: the community’s staff for a grid, the secretary for those', () => {
    alwaysOfWalks((all) => {
      const asked = all.findIndex(({ act }) => act === 'ask_review')
      if (asked < 0) return
      const { before } = all[asked] as Done
      const next = all
        .slice(asked + 1)
        .find(({ act }) => ['acknowledge', 'decline', 'merge', 'send_down'].includes(act))
      if (!next || before.visibility === 'restricted') return
      const role = before.level === 'grid' ? 'community_staff' : 'community_secretary'
      expect(holdsAt(next, role, 'community')).toBe(true)
    })
  })

  it('after the second return the level above both names the lead', () => {
    alwaysOfWalks((all) => {
      const returns = all.filter(({ act }) => act === 'return')
      const second = returns[1]
      if (!second || second.before.visibility === 'restricted') return
      const next = all.slice(all.indexOf(second) + 1).find(({ act }) => act === 'assign')
      const role = second.before.level === 'grid' ? 'community_staff' : 'community_secretary'
      if (next) expect(holdsAt(next, role, 'community')).toBe(true)
    })
  })

  it('and that designation is never returned', () => {
    alwaysOfWalks((all) => {
      const returned = all.filter(({ act }) => act === 'return')
      expect(returned.length).toBeLessThanOrEqual(2)
      for (const { before } of returned) expect(before.designated).toBe(false)
    })
  })

  it('a second deferral, or one of more than 30 days, was granted one level up', () => {
    always((done) => {
      const { act, before } = done
      if (act !== 'grant_deferral') return
      if (before.visibility === 'restricted')
        return expect(holdsAt(done, 'counselling_triage', 'community')).toBe(true)
      const concernsStaff = before.lead?.kind === 'community' || before.complained?.kind === 'community'
      const staff = before.level === 'grid' && !concernsStaff
      expect(holdsAt(done, staff ? 'community_staff' : 'community_secretary', 'community')).toBe(true)
    })
  })
})

describe('whoever looks, at any time', () => {
  const seenBy = ({ after }: Done) =>
    CAST.filter((actor) => canRead(actor, after)).map(({ personId }) => personId)
  const canRead = (actor: (typeof CAST)[number], matter: Done['after']) => matterPolicy.read(actor, matter)

  it('what is restricted is seen by its author, whom it was given to and the named triage, and by nobody else', () => {
    always((done) => {
      if (done.after.visibility !== 'restricted') return
      const { reporterId, assigneeIds } = done.after
      const known = [reporterId, ...assigneeIds, 'counsellor 1', 'counsellor 2']
      for (const personId of seenBy(done)) expect(known).toContain(personId)
    })
  })

  it('what is private is seen by its reporter, its recorder, its handlers and the community’s own office', () => {
    const office = ['staff 1', 'staff 2', 'staff who is chief', 'secretary']
    always((done) => {
      const { after } = done
      if (after.visibility !== 'private') return
      const handlers = CAST.filter((actor) => after.lead && isMember(actor, after.lead))
      const known = [
        after.reporterId,
        after.recorderId,
        ...office,
        ...handlers.map(({ personId }) => personId),
      ]
      const complained = CAST.filter((actor) => after.complained && isMember(actor, after.complained))
      const own = [after.reporterId, after.recorderId]
      const about = complained.map(({ personId }) => personId).filter((id) => !own.includes(id))
      for (const personId of seenBy(done)) {
        expect(known).toContain(personId)
        expect(about).not.toContain(personId)
      }
    })
  })

  it('what is public is seen by the neighbours; never by strangers, other grids, or those who only administrate', () => {
    always((done) => {
      if (done.after.visibility !== 'public') return
      const seen = seenBy(done)
      // What a dissolved grid passed on is the other grid's, or the community's alone.
      if (done.after.gridId !== 'grid') {
        // What its people resolved is theirs as long as they are in office: nobody else leads it meanwhile.
        if (done.after.lead?.placeId === 'grid') return
        expect(seen).not.toContain('chief')
        // Who put it down for a caller goes on reading it, whatever becomes of the grid.
        if (done.after.recorderId !== 'worker 1') expect(seen).not.toContain('worker 1')
        expect(seen.includes('worker elsewhere')).toBe(done.after.gridId === 'other grid')
        return
      }
      expect(seen).toEqual(expect.arrayContaining(['neighbour 1', 'neighbour 2', 'staff 1', 'worker 1']))
      for (const personId of ['administrator', 'worker elsewhere', 'property elsewhere', 'aid triage'])
        expect(seen).not.toContain(personId)
      if (done.after.reporterId !== 'stranger') expect(seen).not.toContain('stranger')
    })
  })

  it('an open matter always has an act possible for somebody in office, unless all who may verify have handled it', () => {
    const ofGrid: Record<string, string[]> = {
      grid: ['worker 1', 'worker 2', 'chief'],
      'other grid': ['worker elsewhere', 'chief elsewhere'],
    }
    const verifiers = {
      public: ['staff 1', 'staff 2', 'staff who is chief'],
      private: ['staff 1', 'staff 2', 'staff who is chief', 'secretary'],
      restricted: ['counsellor 1', 'counsellor 2'],
    }
    const inGrid = ({ visibility, gridId }: Done['after']) =>
      visibility === 'public' ? (ofGrid[gridId ?? ''] ?? []) : []
    const staff = CAST.filter(({ roles }) => roles.length > 0).map((actor) => ({ ...actor, homes: [] }))
    always(({ at, after }) => {
      if (!isOpen(after.state)) return
      const able = CAST.filter(
        (actor) =>
          [...verifiers[after.visibility], ...inGrid(after)].includes(actor.personId) &&
          !(after.complained && isMember(actor, after.complained)),
      )
      const worn =
        after.state === 'resolved' && able.every(({ personId }) => after.handlerIds.includes(personId))
      if (worn) return
      const notTheReporter = staff.filter(({ personId }) => personId !== after.reporterId)
      expect(notTheReporter.some((actor) => actsFor(actor, after, at).length > 0)).toBe(true)
    })
  })
})
