import { readMatterContactEndpoint, readMatterEndpoint, type MatterState } from '#core/matters'
import { act, here, standing, type Standing } from './acting-on-matters'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'

const HIGH = { level: 'community', lead: 'community' } as const
const ASKED = { asked_review_at: new Date('2027-01-31T16:00:00.000Z') }

const reading = (state: MatterState, how: Standing | ((stage: Stage) => Standing)) =>
  calls(readMatterEndpoint)(async (stage) => ({
    params: {
      ...here(stage),
      matterId: await standing(stage, state, typeof how === 'function' ? how(stage) : how),
    },
  }))
const contact = (state: MatterState, how: Standing) =>
  acts(readMatterContactEndpoint)(async (stage) => ({
    params: { ...here(stage), matterId: await standing(stage, state, how) },
  }))

/** Held and handled by the community: triage is its staff's alone; the secretary grants; the grid team may still verify. */
const AT_COMMUNITY_LEVEL: Chapter = {
  about: 'acts on a matter that the community holds and handles',
  columns: {
    acknowledge: act('acknowledge', 'submitted', HIGH),
    decline: act('decline', 'submitted', HIGH),
    merge: act('merge', 'submitted', HIGH),
    assign: act('assign', 'acknowledged', HIGH),
    reassign: act('reassign', 'deferred', HIGH),
    'send down': act('send_down', 'submitted', { ...HIGH, more: { first_level: 'grid' } }),
    start: act('start', 'assigned', HIGH),
    resolve: act('resolve', 'in_progress', HIGH),
    grant: act('grant_deferral', 'in_progress', { ...HIGH, more: ASKED }),
    passed: act('verify_passed', 'resolved', HIGH),
    contact: contact('acknowledged', HIGH),
  },
  table: `
                                         | acknowledge | decline | merge | assign | reassign | send down | start | resolve | grant | passed | contact
nobody                                   | 401         | 401     | 401   | 401    | 401      | 401       | 401   | 401     | 401   | 401    | 401
strangers, property company              | 404         | 404     | 404   | 404    | 404      | 404       | 404   | 404     | 404   | 404    | 404
the reporter, residents                  | 403         | 403     | 403   | 403    | 403      | 403       | 403   | 403     | 403   | 403    | 403
grid_worker, grid_chief                  | 403         | 403     | 403   | 403    | 403      | 403       | 403   | 403     | 403   | 200    | 403
grid_worker who handled                  | 403         | 403     | 403   | 403    | 403      | 403       | 403   | 403     | 403   | 403    | 403
grid_chief who handled                   | 403         | 403     | 403   | 403    | 403      | 403       | 403   | 403     | 403   | 403    | 403
grid_specialist                          | 403         | 403     | 403   | 403    | 403      | 403       | 403   | 403     | 403   | 403    | 403
community_staff                          | 200         | 200     | 200   | 200    | 200      | 200       | 200   | 200     | 403   | 200    | 200
community_staff who handled              | 200         | 200     | 200   | 200    | 200      | 200       | 200   | 200     | 403   | 403    | 200
community_secretary                      | 403         | 403     | 403   | 403    | 403      | 403       | 403   | 403     | 200   | 403    | 403
levels above                             | 403         | 403     | 403   | 403    | 403      | 403       | 403   | 403     | 403   | 403    | 403`,
}

const REVIEW = { ...HIGH, more: { arbitration: 'review', reviewed: true } } as const
const DESIGNATION = { ...HIGH, more: { arbitration: 'designation', returns: 2 } } as const
const BY_PROPERTY = { level: 'community', lead: 'property' } as const

/** docs/adr/0010: the secretary stands in for the levels above. domain.md 3: the property company handles what it is given. */
const ABOVE_AND_BESIDE: Chapter = {
  about: 'arbitration, and what the property company handles',
  columns: {
    take: act('acknowledge', 'submitted', REVIEW),
    decline: act('decline', 'submitted', REVIEW),
    designate: act('assign', 'acknowledged', DESIGNATION),
    read: reading('assigned', BY_PROPERTY),
    start: act('start', 'assigned', BY_PROPERTY),
    return: act('return', 'in_progress', BY_PROPERTY),
    defer: act('defer', 'in_progress', BY_PROPERTY),
    resolve: act('resolve', 'in_progress', BY_PROPERTY),
    reassign: act('reassign', 'in_progress', BY_PROPERTY),
    passed: act('verify_passed', 'resolved', BY_PROPERTY),
    contact: contact('assigned', BY_PROPERTY),
  },
  table: `
                                         | take | decline | designate | read | start | return | defer | resolve | reassign | passed | contact
nobody                                   | 401  | 401     | 401       | 401  | 401   | 401    | 401   | 401     | 401      | 401    | 401
strangers                                | 404  | 404     | 404       | 404  | 404   | 404    | 404   | 404     | 404      | 404    | 404
the reporter, residents                  | 403  | 403     | 403       | 200  | 403   | 403    | 403   | 403     | 403      | 403    | 403
property company                         | 404  | 404     | 404       | 200  | 200   | 200    | 200   | 200     | 403      | 403    | 200
grid_worker, grid_chief                  | 403  | 403     | 403       | 200  | 403   | 403    | 403   | 403     | 403      | 200    | 403
grid_worker who handled                  | 403  | 403     | 403       | 200  | 403   | 403    | 403   | 403     | 403      | 403    | 403
grid_chief who handled                   | 403  | 403     | 403       | 200  | 403   | 403    | 403   | 403     | 403      | 403    | 403
grid_specialist                          | 403  | 403     | 403       | 200  | 403   | 403    | 403   | 403     | 403      | 403    | 403
community_staff                          | 403  | 403     | 403       | 200  | 403   | 403    | 403   | 403     | 200      | 200    | 200
community_staff who handled              | 403  | 403     | 403       | 200  | 403   | 403    | 403   | 403     | 200      | 403    | 200
community_secretary                      | 200  | 200     | 200       | 200  | 403   | 403    | 403   | 403     | 403      | 403    | 403
levels above                             | 403  | 403     | 403       | 200  | 403   | 403    | 403   | 403     | 403      | 403    | 403`,
}

const TALK = {
  level: 'community',
  lead: 'grid',
  service: 'mediation',
  more: { visibility: 'private' },
} as const
const ABOUT_STAFF = ({ place }: Stage): Standing => ({
  ...HIGH,
  service: 'complaint',
  more: {
    visibility: 'private',
    complained_kind: 'community',
    complained_place_id: place.community.communityId,
    complained_name: '甲社区',
  },
})
const SECRET = ({ persons }: Stage): Standing => ({
  ...HIGH,
  service: 'counselling',
  more: {
    visibility: 'restricted',
    assignee_ids: [persons['community_staff who handled'].personId],
    handler_ids: [],
  },
})

/** domain.md 5: private to reporter, handlers and the community's own office; restricted to author, assigned and named triage. */
const NOT_PUBLIC: Chapter = {
  about: 'matters that are not public',
  columns: {
    private: reading('in_progress', TALK),
    start: act('start', 'assigned', TALK),
    resolve: act('resolve', 'in_progress', TALK),
    passed: act('verify_passed', 'resolved', TALK),
    merge: act('merge', 'submitted', TALK),
    'about staff': reading('submitted', ABOUT_STAFF),
    given: reading('assigned', SECRET),
    'not given': reading('submitted', (stage) => ({
      ...SECRET(stage),
      more: { ...SECRET(stage).more, assignee_ids: [] },
    })),
  },
  table: `
                                         | private | start | resolve | passed | merge | about staff | given | not given
nobody                                   | 401     | 401   | 401     | 401    | 401   | 401         | 401   | 401
strangers, residents, property company   | 404     | 404   | 404     | 404    | 404   | 404         | 404   | 404
the reporter                             | 200     | 403   | 403     | 403    | 403   | 200         | 200   | 200
grid_worker, grid_worker who handled     | 200     | 200   | 200     | 403    | 404   | 404         | 404   | 404
grid_chief, grid_chief who handled       | 200     | 200   | 200     | 403    | 404   | 404         | 404   | 404
grid_specialist                          | 200     | 200   | 200     | 403    | 404   | 404         | 404   | 404
community_staff                          | 200     | 403   | 403     | 200    | 409   | 404         | 404   | 404
community_staff who handled              | 200     | 403   | 403     | 403    | 409   | 404         | 200   | 404
community_secretary                      | 200     | 403   | 403     | 200    | 403   | 200         | 404   | 404
levels above                             | 404     | 404   | 404     | 404    | 404   | 404         | 404   | 404`,
}

export const MATTERS_ABOVE_AND_PRIVATE: readonly Chapter[] = [
  AT_COMMUNITY_LEVEL,
  ABOVE_AND_BESIDE,
  NOT_PUBLIC,
]
