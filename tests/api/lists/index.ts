import { boardLists } from './board'
import { bylawLists } from './bylaws'
import { contactLists } from './contact'
import { demandLists } from './demands'
import { importLists } from './imports'
import { inboxLists } from './inbox'
import type { Lists } from './list'
import { matterLists } from './matters'
import { messageLists } from './messages'
import { organisationLists } from './organisations'
import { peopleLists } from './people'
import { placeLists } from './places'
import { roundItemLists } from './round-items'
import { roundLists } from './rounds'
import { statementLists } from './statements'
import { topicLists } from './topics'
import { threadLists } from './threads'
import { voteLists } from './votes'
import { votePaperLists } from './votes-paper'
import { wishLists } from './wishes'

/** One line per area. */
const AREAS: readonly Lists[] = [
  placeLists,
  peopleLists,
  contactLists,
  matterLists,
  inboxLists,
  messageLists,
  threadLists,
  wishLists,
  organisationLists,
  importLists,
  voteLists,
  votePaperLists,
  bylawLists,
  demandLists,
  roundLists,
  topicLists,
  statementLists,
  boardLists,
  roundItemLists,
]

/** Every list of the contract, by what it shows. */
export const LISTS = AREAS.flatMap((lists) => Object.entries(lists))
