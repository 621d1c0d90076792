import { doorCodeIn } from '../places'
import { SESSION_PAGE } from './sessions/session'
import { ROUND_PAGE } from './statements/contract'

/** Where a scanned code leads: to a session by its code, or to a round. */
type RoundCodeRead = { code: string } | { communityId: string; roundId: string }

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const ROUND = new RegExp(`[?&]communityId=(${UUID})&roundId=(${UUID})(?:$|[&#])`, 'i')

/** 扫到的码: the code of a session, or that of the big screen; undefined: it leads to neither, and may be a door's. */
export function roundCodeIn(scanned: string): RoundCodeRead | undefined {
  if (scanned.includes(SESSION_PAGE)) {
    const code = doorCodeIn(scanned)
    return code === undefined ? undefined : { code }
  }
  const [, communityId, roundId] = (scanned.includes(ROUND_PAGE) && ROUND.exec(scanned)) || []
  return communityId && roundId ? { communityId, roundId } : undefined
}
