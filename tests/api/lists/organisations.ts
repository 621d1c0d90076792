import {
  listMembersEndpoint,
  listOrganisationsEndpoint,
  listVolunteerRequestsEndpoint,
  type MemberList,
} from '#core/organisations'
import { manyMembers, manyOrganisations, manyRequests, organisationLedBy } from '../../builders/organisations'
import { here, newestFirst, pageOf, ROWS, type List, type Lists, type Scene } from './list'

const where = (scene: Scene) => ({ ...here(scene), at: scene.server.clock.now })

const organisations =
  (mine?: 'true'): List['page'] =>
  (scene, cursor) =>
    pageOf(
      scene.server.ok(listOrganisationsEndpoint, {
        as: scene.resident.token,
        params: here(scene),
        query: { mine, cursor },
      }),
      (item) => item.organisationId,
    )

const requests =
  (list: 'mine' | 'to_decide', who: 'resident' | 'staff'): List['page'] =>
  (scene, cursor) =>
    pageOf(
      scene.server.ok(listVolunteerRequestsEndpoint, {
        as: scene[who].token,
        params: here(scene),
        query: { list, cursor },
      }),
      (item) => item.requestId,
    )

/** The one organisation of a scene whose members are listed. */
const OF_SCENE = new WeakMap<Scene, Promise<string>>()
function theOrganisation(scene: Scene): Promise<string> {
  const made = OF_SCENE.get(scene) ?? organisationLedBy(scene.server.db, where(scene))
  OF_SCENE.set(scene, made)
  return made
}

const members = (list: MemberList, state: 'asked' | 'member'): List => {
  const enter = async (scene: Scene, count: number) =>
    manyMembers(
      scene.server.db,
      { ...where(scene), organisationId: await theOrganisation(scene) },
      await scene.rows.persons(count),
      state,
    )
  return {
    endpoint: listMembersEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listMembersEndpoint, {
          as: scene.staff.token,
          params: { ...here(scene), organisationId: await theOrganisation(scene) },
          query: { list, cursor },
        }),
        (item) => item.memberId,
      ),
    fill: (scene) => newestFirst(enter(scene, ROWS)),
    arrive: (scene) => enter(scene, 3),
  }
}

/** Organisations that the resident is in. */
async function ownOrganisations(scene: Scene, count: number): Promise<string[]> {
  const ids = await manyOrganisations(scene.server.db, where(scene), count)
  for (const organisationId of ids)
    await manyMembers(
      scene.server.db,
      { ...where(scene), organisationId },
      [scene.resident.personId],
      'member',
    )
  return ids
}

const ownRequests = (scene: Scene, count: number) =>
  manyRequests(scene.server.db, where(scene), Array<string>(count).fill(scene.resident.personId), 'refused')

export const organisationLists: Lists = {
  'organisations, newest first': {
    endpoint: listOrganisationsEndpoint,
    page: organisations(),
    fill: (scene) => newestFirst(manyOrganisations(scene.server.db, where(scene), ROWS)),
    arrive: (scene) => manyOrganisations(scene.server.db, where(scene), 3),
  },
  'organisations of mine, newest first': {
    endpoint: listOrganisationsEndpoint,
    page: organisations('true'),
    fill: (scene) => newestFirst(ownOrganisations(scene, ROWS)),
    arrive: (scene) => ownOrganisations(scene, 3),
  },
  'who is in an organisation, newest first': members('inside', 'member'),
  'who asks to join, newest first': members('asked', 'asked'),
  'my requests to be a volunteer, newest first': {
    endpoint: listVolunteerRequestsEndpoint,
    page: requests('mine', 'resident'),
    fill: (scene) => newestFirst(ownRequests(scene, ROWS)),
    arrive: (scene) => ownRequests(scene, 3),
  },
  'who asks to be a volunteer, newest first': {
    endpoint: listVolunteerRequestsEndpoint,
    page: requests('to_decide', 'staff'),
    fill: async (scene) =>
      newestFirst(manyRequests(scene.server.db, where(scene), await scene.rows.persons(ROWS))),
    arrive: async (scene) => manyRequests(scene.server.db, where(scene), await scene.rows.persons(3)),
  },
}
