import {
  actOnDemandEndpoint,
  listDemandPlacesEndpoint,
  listDemandsEndpoint,
  listDemandSignersEndpoint,
  readDemandEndpoint,
  writeDemandEndpoint,
} from '#core/votes'
import { demandClock } from '#server/votes/index'
import { demandOf, officerOf, placeOf } from '../builders/big-district'
import { asEach, type AreaPlans } from './look'

const READERS = { 'where I live': 'resident', 'where I am in office': 'staff' } as const

export const demandPlans: AreaPlans = {
  reads: {
    ...asEach(
      READERS,
      (who) => `demands of owners ${who}`,
      ({ pages, params }, person) => pages(listDemandsEndpoint, person, { params, query: {} }),
    ),
    'where I may write a demand': ({ ok, params, resident }) =>
      ok(listDemandPlacesEndpoint, resident, { params }),
    'a demand': ({ ok, params, resident, community }) =>
      ok(readDemandEndpoint, resident, { params: { ...params, demandId: demandOf(community, 1) } }),
    'who signed a demand': ({ pages, params, community }) =>
      pages(listDemandSignersEndpoint, officerOf(community, 'committee'), {
        params: { ...params, demandId: demandOf(community, 6) },
        query: {},
      }),
  },
  writes: {
    'writing, signing and withdrawing a demand': async ({ ok, params, resident, community, db, now }) => {
      const body = { placeId: placeOf(community, 1), title: '换不换物业', text: '电梯停了三回。' }
      const { demandId, endsAt } = await ok(writeDemandEndpoint, resident, { params, body })
      const one = { ...params, demandId }
      await ok(actOnDemandEndpoint, resident, { params: one, body: { act: 'take_back' } })
      await ok(actOnDemandEndpoint, resident, { params: one, body: { act: 'sign' } })
      await ok(readDemandEndpoint, resident, { params: one })
      await demandClock(db, { ...one, act: 'expire', dueAt: endsAt }, new Date(endsAt))
      // Anew: the first is over.
      const next = await ok(writeDemandEndpoint, resident, { params, body })
      const another = { ...params, demandId: next.demandId }
      await ok(actOnDemandEndpoint, resident, { params: another, body: { act: 'withdraw' } })
      return now
    },
  },
}
