import type { AreaBudgets } from './budget'
import { contactBudgets } from './contact'
import { inboxBudgets } from './inbox'
import { matterBudgets } from './matters'
import { messageBudgets } from './messages'
import { myDataBudgets } from './my-data'
import { peopleBudgets } from './people'
import { photoBudgets } from './photos'
import { placeBudgets } from './places'
import { threadBudgets } from './threads'

/** One line per area. */
export const BUDGETS: readonly AreaBudgets[] = [
  peopleBudgets,
  contactBudgets,
  placeBudgets,
  matterBudgets,
  inboxBudgets,
  messageBudgets,
  threadBudgets,
  photoBudgets,
  // Last: it ends the busybody’s offices.
  myDataBudgets,
]
