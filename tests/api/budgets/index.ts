import type { AreaBudgets } from './budget'
import { contactBudgets } from './contact'
import { importBudgets } from './imports'
import { inboxBudgets } from './inbox'
import { matterBudgets } from './matters'
import { messageBudgets } from './messages'
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
  importBudgets,
]
