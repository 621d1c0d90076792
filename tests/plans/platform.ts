import { sealEntries } from '#server/audit/index'
import { forgetOld } from '#server/platform/forget-old'
import type { AreaPlans } from './look'

/** What runs by itself. */
export const platformPlans: AreaPlans = {
  once: {
    'sealing what is new': ({ db }) => sealEntries(db),
    'forgetting what is old': ({ db, now }) => forgetOld(db, now),
  },
}
