import type { AreaBudgets } from './budget'
import { contactBudgets } from './contact'
import { importBudgets } from './imports'
import { inboxBudgets } from './inbox'
import { matterBudgets } from './matters'
import { messageBudgets } from './messages'
import { organisationBudgets } from './organisations'
import { myDataBudgets } from './my-data'
import { peopleBudgets } from './people'
import { photoBudgets } from './photos'
import { placeBudgets } from './places'
import { threadBudgets } from './threads'
import { voteBudgets } from './votes'
import { votePaperBudgets } from './votes-paper'
import { wishBudgets } from './wishes'

/** One line per area. */
export const BUDGETS: readonly AreaBudgets[] = [
  peopleBudgets,
  organisationBudgets, // before `contact`, which deletes the phone that helping needs
  wishBudgets,
  voteBudgets, // before `contact` as well: who objects has a verified phone
  votePaperBudgets,
  contactBudgets,
  placeBudgets,
  matterBudgets,
  inboxBudgets,
  messageBudgets,
  threadBudgets,
  photoBudgets,
  importBudgets,
  // Last: it ends the busybody’s offices.
  myDataBudgets,
]
