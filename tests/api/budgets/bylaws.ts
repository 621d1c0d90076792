import { actOnBylawEndpoint, listBylawsEndpoint, readBylawEndpoint, recordBylawEndpoint } from '#core/votes'
import { manyBylaws, type BylawWanted } from '../../builders/bylaws'
import { waitingPhotos } from '../many-proxies'
import { here, HERE, ON_RECORD, ONCE, type AreaBudgets, type Scene } from './budget'
import { seatInCommittee } from './residents-committee'

const LOCATED = 3 // the place; its grids; whether a committee is in office
const SHOWN = 2 // photos; committees

/** Bylaws that somebody else recorded for the estate. */
async function one(scene: Scene, state: 'recorded' | 'in_force', more: Partial<BylawWanted> = {}) {
  const { communityId, estateId } = scene.busy.place.community
  const [recorded_by = ''] = await scene.rows.persons(1)
  const at = { communityId, at: scene.server.clock.now }
  const jurisdiction = [communityId, estateId]
  const [bylawId] = await manyBylaws(scene.server.db, at, 1, { recorded_by, state, jurisdiction, ...more })
  return { ...here(scene), bylawId }
}

async function recording(scene: Scene) {
  const { everywhere, place } = scene.busy
  const { communityId, otherBuildingId } = place.community
  await seatInCommittee(scene)
  return {
    placeId: otherBuildingId,
    title: '议事规则',
    clause: '没交票的，算到多数人选的那一边。',
    adoptedOn: '2026-05-10',
    photoIds: await waitingPhotos(scene.server, { communityId }, everywhere.personId, 2),
  }
}

/** What waits, where others are in force. */
async function waiting(scene: Scene) {
  const placeId = scene.busy.place.community.entranceId
  await one(scene, 'in_force', { place_id: placeId })
  return one(scene, 'recorded', { place_id: placeId })
}

export const bylawBudgets: AreaBudgets = {
  reads: {
    bylaws: {
      endpoint: listBylawsEndpoint,
      statements: HERE + 1,
      input: (scene) => ({ params: here(scene), query: {} }),
    },
    'one set of bylaws': {
      endpoint: readBylawEndpoint,
      statements: HERE + 1 + SHOWN,
      input: async (scene) => ({ params: await one(scene, 'in_force') }),
    },
  },
  writes: {
    'record bylaws': {
      endpoint: recordBylawEndpoint,
      statements: HERE + ONCE + ON_RECORD + LOCATED + 8 + SHOWN, // consent; saved; photos locked, counted, saved; read; who is told; told
      input: async (scene) => ({ params: here(scene), body: await recording(scene) }),
    },
    'put bylaws in force': {
      endpoint: actOnBylawEndpoint,
      statements: HERE + ONCE + 2 * ON_RECORD + 8 + SHOWN, // locked; committees; the old found, saved, told; saved, told; read
      input: async (scene) => ({ params: await waiting(scene), body: { act: 'put_in_force' } }),
    },
    'end bylaws': {
      endpoint: actOnBylawEndpoint,
      statements: HERE + ONCE + ON_RECORD + 5 + SHOWN, // locked; committees; saved; told; read
      input: async (scene) => ({
        params: await one(scene, 'in_force'),
        body: { act: 'end', reason: '废止了' },
      }),
    },
  },
  twenty: async (scene) => {
    const [recorded_by = ''] = await scene.rows.persons(1)
    const { communityId } = scene.busy.place.community
    await manyBylaws(scene.server.db, { communityId, at: scene.server.clock.now }, 20, { recorded_by })
  },
}
