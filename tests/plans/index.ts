import { bylawPlans } from './bylaws'
import { contactPlans } from './contact'
import { demandPlans } from './demands'
import { importPlans } from './imports'
import { inboxPlans } from './inbox'
import type { AreaPlans } from './look'
import { matterPlans } from './matters'
import { messagePlans } from './messages'
import { organisationPlans } from './organisations'
import { myDataPlans } from './my-data'
import { peoplePlans } from './people'
import { placePlans } from './places'
import { platformPlans } from './platform'
import { actionPlans } from './round-action'
import { agendaPlans } from './round-agenda'
import { discussionPlans } from './round-discussion'
import { roundPlans } from './rounds'
import { threadPlans } from './threads'
import { votePlans } from './votes'
import { wishPlans } from './wishes'

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
  wishPlans,
  importPlans,
  votePlans,
  bylawPlans,
  demandPlans,
  roundPlans,
  agendaPlans,
  discussionPlans,
  actionPlans,
  // Last: the resident leaves the home.
  myDataPlans,
]
