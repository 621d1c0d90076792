import { listContactReadingsEndpoint, NOTICES, readConsentsEndpoint, giveConsentEndpoint } from '#core/people'
import type { AreaPlans } from './look'

export const contactPlans: AreaPlans = {
  reads: {
    'my consents': ({ ok, resident }) => ok(readConsentsEndpoint, resident, {}),
    'who read my phone': ({ pages, params, resident }) =>
      pages(listContactReadingsEndpoint, resident, { params, query: {} }),
  },
  writes: {
    'giving consent': ({ ok, resident }) =>
      ok(giveConsentEndpoint, resident, {
        body: { document: 'privacy', version: NOTICES.privacy.version, age: 'over_14' },
      }),
  },
}
