import type { AreaBudgets } from './budget'
import { boardBudgets } from './board'
import { bylawBudgets } from './bylaws'
import { contactBudgets } from './contact'
import { importBudgets } from './imports'
import { inboxBudgets } from './inbox'
import { demandBudgets } from './demands'
import { matterBudgets } from './matters'
import { messageBudgets } from './messages'
import { organisationBudgets } from './organisations'
import { myDataBudgets } from './my-data'
import { peopleBudgets } from './people'
import { photoBudgets } from './photos'
import { placeBudgets } from './places'
import { roundBudgets } from './rounds'
import { topicBudgets } from './topics'
import { roundItemBudgets } from './round-items'
import { sessionBudgets } from './sessions'
import { statementBudgets } from './statements'
import { threadBudgets } from './threads'
import { voteBudgets } from './votes'
import { voteDeliveryBudgets } from './votes-deliveries'
import { votePaperBudgets } from './votes-paper'
import { wishBudgets } from './wishes'

/** One line per area. */
export const BUDGETS: readonly AreaBudgets[] = [
  peopleBudgets,
  organisationBudgets, // before `contact`, which deletes the phone that helping needs
  wishBudgets,
  voteBudgets, // before `contact` as well: who objects has a verified phone
  votePaperBudgets,
  bylawBudgets,
  demandBudgets, // and who signs
  voteDeliveryBudgets,
  topicBudgets,
  roundBudgets, // who convenes has a verified phone
  sessionBudgets,
  statementBudgets,
  boardBudgets, // and who puts a topic up
  roundItemBudgets, // and who takes something on
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
