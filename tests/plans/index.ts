import { contactPlans } from './contact'
import { inboxPlans } from './inbox'
import type { AreaPlans } from './look'
import { matterPlans } from './matters'
import { messagePlans } from './messages'
import { organisationPlans } from './organisations'
import { peoplePlans } from './people'
import { placePlans } from './places'
import { platformPlans } from './platform'
import { threadPlans } from './threads'

/** One line per area. */
export const PLANS: readonly AreaPlans[] = [
  matterPlans,
  peoplePlans,
  contactPlans,
  placePlans,
  inboxPlans,
  messagePlans,
  platformPlans,
  threadPlans,
  organisationPlans,
]
