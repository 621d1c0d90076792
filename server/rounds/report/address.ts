import { parse as bytesOfId, stringify as idOfBytes } from 'uuid'
import { openWord, sealWord, type WordFor } from '#server/platform/paper/sealed-word'

const ID_BYTES = 16
const BODY_BYTES = 2 * ID_BYTES + 4

/** What an address says: the report of which round, who asked for it, until when. */
export interface ReportAddress {
  communityId: string
  roundId: string
  viewerId: string
  until: Date
}

const sealOf = (key: Buffer, communityId: string): WordFor => ({ key, purpose: 'round report', communityId })

/** The address of a printed report, which says it all. Whether its asker may read it is asked again when it is served. */
export function reportAddressFor(
  key: Buffer,
  { communityId, roundId, viewerId, until }: ReportAddress,
): string {
  const body = Buffer.alloc(BODY_BYTES)
  body.set(bytesOfId(roundId), 0)
  body.set(bytesOfId(viewerId), ID_BYTES)
  body.writeUInt32BE(Math.floor(until.getTime() / 1000), 2 * ID_BYTES)
  return `/api/communities/${communityId}/round-reports/${sealWord(sealOf(key, communityId), body)}`
}

/** What a word says; undefined when it isn't one of ours, is for another community, or its time is over. */
export function readReportAddress(
  key: Buffer,
  communityId: string,
  word: string,
  now: Date,
): ReportAddress | undefined {
  const body = openWord(sealOf(key, communityId), word, BODY_BYTES)
  if (!body) return undefined
  const until = new Date(body.readUInt32BE(2 * ID_BYTES) * 1000)
  if (until <= now) return undefined
  return { communityId, roundId: idOfBytes(body, 0), viewerId: idOfBytes(body, ID_BYTES), until }
}
