import { parse as bytesOfId, stringify as idOfBytes } from 'uuid'
import { openWord, sealWord, type WordFor } from '#server/platform/paper/sealed-word'

const ID_BYTES = 16
const BODY_BYTES = 3 * ID_BYTES + 4
/** Instead of a session: all of them. */
const ALL = '00000000-0000-0000-0000-000000000000'

/** What an address says: the minutes of which round or session, who asked for them, until when. */
interface MinutesAddress {
  communityId: string
  roundId: string
  sessionId: string | undefined
  viewerId: string
  until: Date
}

const sealOf = (key: Buffer, communityId: string): WordFor => ({ key, purpose: 'round minutes', communityId })

/** The address of minutes, which says it all: a browser's tab and WeChat's `downloadFile` send no session. */
export function minutesAddressFor(key: Buffer, paper: MinutesAddress): string {
  const body = Buffer.alloc(BODY_BYTES)
  body.set(bytesOfId(paper.roundId), 0)
  body.set(bytesOfId(paper.viewerId), ID_BYTES)
  body.set(bytesOfId(paper.sessionId ?? ALL), 2 * ID_BYTES)
  body.writeUInt32BE(Math.floor(paper.until.getTime() / 1000), 3 * ID_BYTES)
  return `/api/communities/${paper.communityId}/round-minutes/${sealWord(sealOf(key, paper.communityId), body)}`
}

/** What a word says; undefined when it isn't one of ours, is for another community, or its time is over. */
export function readMinutesAddress(
  key: Buffer,
  communityId: string,
  word: string,
  now: Date,
): MinutesAddress | undefined {
  const body = openWord(sealOf(key, communityId), word, BODY_BYTES)
  if (!body) return undefined
  const until = new Date(body.readUInt32BE(3 * ID_BYTES) * 1000)
  if (until <= now) return undefined
  const sessionId = idOfBytes(body, 2 * ID_BYTES)
  return {
    communityId,
    roundId: idOfBytes(body, 0),
    viewerId: idOfBytes(body, ID_BYTES),
    sessionId: sessionId === ALL ? undefined : sessionId,
    until,
  }
}
