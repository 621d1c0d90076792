import { endJoinsOfHome } from '#server/matters/index'
import type { HomeLeftEffects } from '#server/people/index'

/** What ends with a home, one line per area that knows of something (domain.md 3). */
export const whenHomeLeft: HomeLeftEffects = [endJoinsOfHome]
