import { joinMatterEndpoint, leaveMatterEndpoint } from '#core/matters'
import { act, here, standing } from './acting-on-matters'
import { acts, type Chapter } from './call'

const ASKED = { asked_review_at: new Date('2027-01-31T16:00:00.000Z') }
const SHOP = { service: 'shop' as const, more: { reinspect_at: new Date('2026-12-17T16:00:00.000Z') } }

/** domain.md 5, a matter that a grid holds: its chief triages, its workers may take it and pass it up. */
const TRIAGE_AT_GRID_LEVEL: Chapter = {
  about: 'triage of a matter that a grid holds',
  columns: {
    acknowledge: act('acknowledge', 'submitted'),
    decline: act('decline', 'submitted'),
    merge: act('merge', 'acknowledged'),
    assign: act('assign', 'acknowledged'),
    reassign: act('reassign', 'in_progress'),
    escalate: act('escalate', 'acknowledged'),
  },
  table: `
                                         | acknowledge | decline | merge | assign | reassign | escalate
nobody                                   | 401         | 401     | 401   | 401    | 401      | 401
strangers, property company              | 404         | 404     | 404   | 404    | 404      | 404
the reporter, residents                  | 403         | 403     | 403   | 403    | 403      | 403
grid_worker, grid_worker who handled     | 200         | 403     | 403   | 403    | 403      | 200
grid_chief, grid_chief who handled       | 200         | 200     | 200   | 200    | 200      | 200
grid_specialist                          | 403         | 403     | 403   | 403    | 403      | 403
community_staff                          | 403         | 403     | 403   | 403    | 403      | 403
community_staff who handled              | 403         | 403     | 403   | 403    | 403      | 403
community_secretary, levels above        | 403         | 403     | 403   | 403    | 403      | 403`,
}

/** Its team handles; one level up grants what is put off; domain.md 3: who handled it never verifies it. */
const HANDLING_AT_GRID_LEVEL: Chapter = {
  about: 'handling of a matter that a grid holds and leads',
  columns: {
    start: act('start', 'assigned'),
    return: act('return', 'assigned'),
    defer: act('defer', 'in_progress'),
    ask: act('ask_deferral', 'in_progress'),
    resume: act('resume', 'deferred'),
    resolve: act('resolve', 'in_progress'),
    grant: act('grant_deferral', 'in_progress', { more: ASKED }),
    refuse: act('refuse_deferral', 'in_progress', { more: ASKED }),
    passed: act('verify_passed', 'resolved'),
    failed: act('verify_failed', 'resolved'),
    'again passed': act('reinspect_passed', 'closed', SHOP),
    'again failed': act('reinspect_failed', 'closed', SHOP),
  },
  table: `
                                         | start | return | defer | ask | resume | resolve | grant | refuse | passed | failed | again passed | again failed
nobody                                   | 401   | 401    | 401   | 401 | 401    | 401     | 401   | 401    | 401    | 401    | 401          | 401
strangers, property company              | 404   | 404    | 404   | 404 | 404    | 404     | 404   | 404    | 404    | 404    | 404          | 404
the reporter, residents                  | 403   | 403    | 403   | 403 | 403    | 403     | 403   | 403    | 403    | 403    | 403          | 403
grid_worker, grid_chief                  | 200   | 200    | 200   | 200 | 200    | 200     | 403   | 403    | 200    | 200    | 200          | 200
grid_worker who handled                  | 200   | 200    | 200   | 200 | 200    | 200     | 403   | 403    | 403    | 403    | 403          | 403
grid_chief who handled                   | 200   | 200    | 200   | 200 | 200    | 200     | 403   | 403    | 403    | 403    | 403          | 403
grid_specialist                          | 200   | 200    | 200   | 200 | 200    | 200     | 403   | 403    | 403    | 403    | 403          | 403
community_staff                          | 403   | 403    | 403   | 403 | 403    | 403     | 200   | 200    | 200    | 200    | 200          | 200
community_staff who handled              | 403   | 403    | 403   | 403 | 403    | 403     | 200   | 200    | 403    | 403    | 403          | 403
community_secretary, levels above        | 403   | 403    | 403   | 403 | 403    | 403     | 403   | 403    | 403    | 403    | 403          | 403`,
}

/** What only its reporter says of a matter; joining is any resident's, leaving is whose joining it was. */
const OF_THE_REPORTER: Chapter = {
  about: 'what its reporter, and neighbours who met it too, say of a matter',
  columns: {
    review: act('ask_review', 'declined'),
    unmerge: act('unmerge', 'merged'),
    confirm: act('confirm', 'resolved'),
    dispute: act('dispute', 'resolved'),
    reopen: act('reopen', 'closed'),
    withdraw: act('withdraw', 'in_progress'),
    join: acts(joinMatterEndpoint)(async (stage) => ({
      params: { ...here(stage), matterId: await standing(stage, 'acknowledged', {}) },
    })),
    leave: acts(leaveMatterEndpoint)(async (stage) => {
      const matterId = await standing(stage, 'acknowledged', {})
      const { communityId, neighbourHomeId } = stage.place.community
      await stage.server.db
        .insertInto('matter_joiners')
        .values({
          community_id: communityId,
          matter_id: matterId,
          person_id: stage.persons.neighbour.personId,
          home_id: neighbourHomeId,
          joined_at: stage.server.clock.now,
        })
        .execute()
      return { params: { ...here(stage), matterId } }
    }),
  },
  table: `
                                         | review | unmerge | confirm | dispute | reopen | withdraw | join | leave
nobody                                   | 401    | 401     | 401     | 401     | 401    | 401      | 401  | 401
strangers, property company              | 404    | 404     | 404     | 404     | 404    | 404      | 404  | 404
the reporter                             | 200    | 200     | 200     | 200     | 200    | 200      | 403  | 409
neighbour                                | 403    | 403     | 403     | 403     | 403    | 403      | 200  | 200
resident of the home, resident elsewhere | 403    | 403     | 403     | 403     | 403    | 403      | 200  | 409
grid_worker, grid_worker who handled     | 403    | 403     | 403     | 403     | 403    | 403      | 403  | 409
grid_chief, grid_chief who handled       | 403    | 403     | 403     | 403     | 403    | 403      | 403  | 409
grid_specialist                          | 403    | 403     | 403     | 403     | 403    | 403      | 403  | 409
community_staff                          | 403    | 403     | 403     | 403     | 403    | 403      | 403  | 409
community_staff who handled              | 403    | 403     | 403     | 403     | 403    | 403      | 403  | 409
community_secretary, levels above        | 403    | 403     | 403     | 403     | 403    | 403      | 403  | 409`,
}

export const ACTS_AT_GRID_LEVEL: readonly Chapter[] = [
  TRIAGE_AT_GRID_LEVEL,
  HANDLING_AT_GRID_LEVEL,
  OF_THE_REPORTER,
]
