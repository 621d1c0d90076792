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
} from '#core/organisations'
import { manyMembers, manyOrganisations, manyRequests, organisationLedBy } from '../../builders/organisations'
import { here, HERE, ON_RECORD, ONCE, read, write, type AreaBudgets, type Scene } from './budget'

const where = (scene: Scene) => ({
  communityId: here(scene).communityId as string,
  at: scene.server.clock.now,
})

/** Another organisation, with some who are in it. */
const another = async (scene: Scene) => {
  const members = await scene.rows.persons(3)
  const organisationId = await organisationLedBy(scene.server.db, where(scene), ...members)
  return { ...scene.busy.ids, organisationId }
}

const LEAD = 5 // found by the code; phone; put in; community remembered; told

export const organisationBudgets: AreaBudgets = {
  reads: {
    organisations: read(listOrganisationsEndpoint, HERE + 1),
    'my organisations': read(listOrganisationsEndpoint, HERE + 1, { mine: 'true' }),
    organisation: read(readOrganisationEndpoint, HERE + 1),
    'who is in it': read(listMembersEndpoint, HERE + 2, { list: 'inside' }), // the organisation; rows
    'who asks to join': read(listMembersEndpoint, HERE + 2, { list: 'asked' }),
    'who wants to be a volunteer': read(listVolunteerRequestsEndpoint, HERE + 1, { list: 'to_decide' }),
    'my requests to be one': read(listVolunteerRequestsEndpoint, HERE + 1, { list: 'mine' }),
  },
  writes: {
    'make an organisation': write(
      createOrganisationEndpoint,
      HERE + ONCE + ON_RECORD + 2 + LEAD,
      ({ busy }) => ({ kind: 'shop', name: '修鞋铺', does: '修鞋', personCode: busy.ids.personCode }),
    ), // saved; lead; read
    'name a lead': write(nameLeadEndpoint, HERE + ONCE + ON_RECORD + 3 + LEAD, ({ busy }) => ({
      personCode: busy.ids.personCode,
    })), // locked, read; lead; read
    'ask to join': {
      endpoint: askToJoinEndpoint,
      statements: HERE + ONCE + ON_RECORD + 8, // locked, read; consent, phone; saved; community remembered; told; read
      input: async (scene) => ({ params: await another(scene), body: { note: '周末有空' } }),
    },
    'let somebody in': write(actOnMemberEndpoint, HERE + ONCE + ON_RECORD + 8, () => ({ act: 'confirm' })), // locked, read, the row; phone; saved; told; read both
    'end an organisation': {
      endpoint: endOrganisationEndpoint,
      statements: HERE + ONCE + ON_RECORD + 9, // locked, read; saved; members, askers; told; their wishes; read
      input: async (scene) => ({ params: await another(scene), body: { reason: '散了' } }),
    },
    'ask to be a volunteer': write(askToVolunteerEndpoint, HERE + ONCE + ON_RECORD + 7, () => ({
      note: '会修电器',
    })), // consent, phone; saved; community remembered; staff; told; read
    'make somebody a volunteer': write(
      actOnVolunteerRequestEndpoint,
      HERE + ONCE + 2 * ON_RECORD + 10,
      () => ({ act: 'approve' }),
    ), // locked, read; phone; no closed account; an expired one closed; granted; the clock’s job; saved; told; read
  },
  twenty: async (scene) => {
    const { db } = scene.server
    const { organisationId = '' } = scene.busy.ids
    await manyOrganisations(db, where(scene), 20)
    await manyMembers(db, { ...where(scene), organisationId }, await scene.rows.persons(20), 'asked')
    await manyMembers(db, { ...where(scene), organisationId }, await scene.rows.persons(20), 'member')
    await manyRequests(db, where(scene), await scene.rows.persons(20))
  },
}
