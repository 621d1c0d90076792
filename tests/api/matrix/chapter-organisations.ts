import {
  actOnMemberEndpoint,
  actOnVolunteerRequestEndpoint,
  askToJoinEndpoint,
  askToVolunteerEndpoint,
  createOrganisationEndpoint,
  endOrganisationEndpoint,
  listMembersEndpoint,
  listOrganisationsEndpoint,
  listVolunteerRequestsEndpoint,
  nameLeadEndpoint,
  readOrganisationEndpoint,
  type MemberAct,
  type VolunteerAct,
} from '#core/organisations'
import { manyMembers, manyRequests, organisationLedBy } from '../../builders/organisations'
import { agreesAgain } from '../../builders/person'
import { acts, actsOnTwo, calls, type Chapter } from './call'
import type { Who } from './cast'
import type { Stage } from './stage'

const here = ({ place }: Stage) => ({ communityId: place.community.communityId })
const where = (stage: Stage) => ({ ...here(stage), at: stage.server.clock.now })

/** Other chapters withdraw consents and delete phones, which helping needs. */
async function ready(stage: Stage, who: Who): Promise<void> {
  if (who !== 'nobody')
    await agreesAgain(stage.server.db, stage.persons[who].personId, stage.server.clock.now)
}

/** An organisation that `the reporter` leads together with somebody who is in no row. */
async function organisation(stage: Stage) {
  const other = await stage.place.person()
  const organisationId = await organisationLedBy(
    stage.server.db,
    where(stage),
    stage.persons['the reporter'].personId,
    other.personId,
  )
  return { ...here(stage), organisationId }
}

/** `the asker` asked to join it, or is in it. */
async function partOfAsker(stage: Stage, state: 'asked' | 'member') {
  await ready(stage, 'the asker')
  const params = await organisation(stage)
  const [memberId = ''] = await manyMembers(
    stage.server.db,
    { ...params, ...where(stage) },
    [stage.persons['the asker'].personId],
    state,
  )
  return { ...params, memberId }
}

const act = (name: MemberAct, state: 'asked' | 'member') =>
  acts(actOnMemberEndpoint)(async (stage) => ({
    params: await partOfAsker(stage, state),
    body: { act: name, reason: '请看一下' },
  }))

const SEEING = `visitor, resident of the home, neighbour, resident elsewhere, building_head, building_head of another building, owners_committee`
const REST = `property_staff, property lead, property_staff of another estate, grid_worker, grid_worker who handled, grid_worker of another grid, grid_chief, grid_chief who handled, grid_chief of another grid, grid_specialist, grid_specialist of another grid, community_secretary, residents_committee, subdistrict_staff, district_staff, auditor, administrator, the other community`

/**
 * domain.md 3 and 10: organisations are made and ended by the community's staff; who is in one is for its leads and the
 * staff, and for nobody else, the secretary and the levels above included.
 */
export const ORGANISATIONS: Chapter = {
  about: 'organisations and who is in them',
  columns: {
    list: calls(listOrganisationsEndpoint)((stage) => ({ params: here(stage), query: {} })),
    read: calls(readOrganisationEndpoint)(async (stage) => ({ params: await organisation(stage) })),
    create: acts(createOrganisationEndpoint)(async (stage) => ({
      params: here(stage),
      body: {
        kind: 'party_branch',
        name: `支部${Math.random()}`,
        does: '包楼联户',
        personCode: await stage.personCode(),
      },
    })),
    end: acts(endOrganisationEndpoint)(async (stage) => ({
      params: await organisation(stage),
      body: { reason: '并了' },
    })),
    'name lead': acts(nameLeadEndpoint)(async (stage) => ({
      params: await organisation(stage),
      body: { personCode: await stage.personCode() },
    })),
    members: calls(listMembersEndpoint)(async (stage) => ({
      params: await organisation(stage),
      query: { list: 'inside' },
    })),
    confirm: act('confirm', 'asked'),
    refuse: act('refuse', 'asked'),
    withdraw: act('withdraw', 'asked'),
    'make lead': act('make_lead', 'member'),
    leave: act('leave', 'member'),
    remove: act('remove', 'member'),
  },
  table: `
                            | list | read | create | end | name lead | members | confirm | refuse | withdraw | make lead | leave | remove
nobody                      | 401  | 401  | 401    | 401 | 401       | 401     | 401     | 401    | 401      | 401       | 401   | 401
the reporter                | 200  | 200  | 403    | 403 | 403       | 200     | 200     | 200    | 403      | 200       | 403   | 200
the asker                   | 200  | 200  | 403    | 403 | 403       | 403     | 403     | 403    | 200      | 403       | 200   | 403
community_staff             | 200  | 200  | 200    | 200 | 200       | 200     | 200     | 200    | 403      | 200       | 403   | 200
community_staff who handled | 200  | 200  | 200    | 200 | 200       | 200     | 200     | 200    | 403      | 200       | 403   | 200
${SEEING}                   | 200  | 200  | 403    | 403 | 403       | 403     | 404     | 404    | 404      | 404       | 404   | 404
${REST}                     | 200  | 200  | 403    | 403 | 403       | 403     | 404     | 404    | 404      | 404       | 404   | 404`,
}

/** A request of `the asker`, of its own for each call. */
async function request(stage: Stage) {
  await ready(stage, 'the asker')
  const { db } = stage.server
  const { personId } = stage.persons['the asker']
  await db.deleteFrom('volunteer_requests').where('person_id', '=', personId).execute()
  await db
    .deleteFrom('role_grants')
    .where('person_id', '=', personId)
    .where('role', '=', 'volunteer')
    .execute()
  const [requestId = ''] = await manyRequests(db, where(stage), [personId])
  return { ...here(stage), requestId }
}

const answer = (name: VolunteerAct) =>
  acts(actOnVolunteerRequestEndpoint)(async (stage) => ({
    params: await request(stage),
    body: { act: name, reason: '请看一下' },
  }))

/** domain.md 3, row `volunteer`: whoever has a verified phone asks, community staff grant; others learn of no request. */
export const VOLUNTEERS: Chapter = {
  about: 'volunteers, and asking to join',
  columns: {
    join: acts(askToJoinEndpoint)(async (stage, who) => {
      await ready(stage, who)
      const organisationId = await organisationLedBy(stage.server.db, where(stage))
      return { params: { ...here(stage), organisationId }, body: {} }
    }),
    ask: acts(askToVolunteerEndpoint)(async (stage, who) => {
      await ready(stage, who)
      if (who !== 'nobody')
        await stage.server.db
          .deleteFrom('volunteer_requests')
          .where('person_id', '=', stage.persons[who].personId)
          .execute()
      return { params: here(stage), body: {} }
    }),
    mine: calls(listVolunteerRequestsEndpoint)((stage) => ({ params: here(stage), query: { list: 'mine' } })),
    'to decide': calls(listVolunteerRequestsEndpoint)((stage) => ({
      params: here(stage),
      query: { list: 'to_decide' },
    })),
    approve: actsOnTwo(actOnVolunteerRequestEndpoint)(async (stage) => ({
      params: await request(stage),
      body: { act: 'approve' },
    })),
    refuse: answer('refuse'),
    withdraw: answer('withdraw'),
  },
  table: `
                            | join | ask | mine | to decide | approve | refuse | withdraw
nobody                      | 401  | 401 | 401  | 401       | 401     | 401    | 401
the asker                   | 200  | 200 | 200  | 403       | 403     | 403    | 200
community_staff             | 200  | 200 | 200  | 200       | 200     | 200    | 403
community_staff who handled | 200  | 200 | 200  | 200       | 200     | 200    | 403
the reporter, ${SEEING}     | 200  | 200 | 200  | 403       | 404     | 404    | 404
${REST}                     | 200  | 200 | 200  | 403       | 404     | 404    | 404`,
}
