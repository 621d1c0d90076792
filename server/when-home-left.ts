import { endJoinsOfHome } from '#server/matters/index'
import type { HomeLeftEffects } from '#server/people/index'
import { endTopicSecondsOfHome, leaveRounds } from '#server/rounds/index'
import { endProxiesOfLeaver, endSignaturesOfLeaver } from '#server/votes/index'
import { leaveWishes } from '#server/wishes/index'

/**
 * What ends with a home, one line per area that knows of something (domain.md 3). Wishes before matters: a wish that
 * becomes a matter holds them in this order too.
 */
export const whenHomeLeft: HomeLeftEffects = [
  leaveWishes,
  endJoinsOfHome,
  endProxiesOfLeaver,
  endSignaturesOfLeaver,
  endTopicSecondsOfHome,
  leaveRounds,
]
