import type { MemberLeftListeners } from '#server/organisations/index'
import { handOnWishes } from '#server/wishes/index'

/** What hangs on somebody being in an organisation, and is handed on when they are not any more. */
export const whenMemberLeft: MemberLeftListeners = [handOnWishes]
