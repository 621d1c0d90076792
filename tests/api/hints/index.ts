import { bylawHints } from './bylaws'
import type { AreaHints } from './hint'
import { importHints } from './imports'
import { inboxHints } from './inbox'
import { matterHints } from './matters'
import { noticeHints } from './notices'
import { organisationHints } from './organisations'
import { peopleHints } from './people'
import { photoHints } from './photos'
import { placeHints } from './places'
import { roundHints } from './rounds'
import { roundItemHints } from './round-items'
import { sessionHints } from './sessions'
import { statementHints } from './statements'
import { threadHints } from './threads'
import { voteHints } from './votes'
import { wishHints } from './wishes'

/** One line per area, in the order in which their things are made: inbox after what it tells of. */
export const HINTS: readonly AreaHints[] = [
  placeHints,
  matterHints,
  peopleHints,
  inboxHints,
  noticeHints,
  threadHints,
  photoHints,
  wishHints,
  organisationHints,
  importHints,
  voteHints,
  bylawHints,
  roundHints,
  sessionHints,
  statementHints, // of the round of the session
  roundItemHints, // last: what it makes is in the round that all others name
]
