import { askForArchiveEndpoint, readArchiveEndpoint } from '#core/my-data'
import { actOnMembershipEndpoint, listMembershipsEndpoint } from '#core/people'
import { carryOutClosings, sweepArchives } from '#server/my-data/index'
import { personalAreas } from '#server/personal-data'
import type { AreaPlans } from './look'

export const myDataPlans: AreaPlans = {
  reads: { 'my archive': ({ ok, resident }) => ok(readArchiveEndpoint, resident, {}) },
  writes: {
    'asking for my archive': ({ ok, resident }) => ok(askForArchiveEndpoint, resident, {}),
    'leaving a home': async ({ ok, params, resident }) => {
      const { items } = await ok(listMembershipsEndpoint, resident, { params, query: { list: 'mine' } })
      const home = items.find(({ acts }) => acts.includes('leave'))
      if (!home) throw new Error('The resident has no home to leave')
      const membership = { ...params, membershipId: home.membershipId }
      await ok(actOnMembershipEndpoint, resident, { params: membership, body: { act: 'leave' } })
    },
  },
  once: {
    'closing accounts that are due': ({ db, now }) =>
      carryOutClosings({ db, areas: personalAreas, now: () => now }),
    'removing archives that are over': ({ db, now }) => sweepArchives({ db, store: NOTHING, now: () => now }),
  },
}

const NOTHING = {
  put: () => Promise.resolve(),
  get: () => Promise.resolve(undefined),
  remove: () => Promise.resolve(),
}
