import { parse as bytesOfId, stringify as idOfBytes } from 'uuid'
import { VOTE_PRINTS, type VotePrint } from '#core/votes'
import { openWord, sealWord, type WordFor } from '#server/platform/paper/sealed-word'

const ID_BYTES = 16
const BODY_BYTES = 2 * ID_BYTES + 5

/** What an address says: what of which vote, who asked for it, until when. */
export interface PaperAddress {
  communityId: string
  voteId: string
  print: VotePrint
  viewerId: string
  until: Date
}

const sealOf = (key: Buffer, communityId: string): WordFor => ({ key, purpose: 'vote paper', communityId })

/**
 * The address of a paper, which says it all: a browser's tab and WeChat's `downloadFile` send no session. Whether its asker
 * may print is asked again when it is served.
 */
export function paperAddressFor(key: Buffer, paper: PaperAddress): string {
  const body = Buffer.alloc(BODY_BYTES)
  body.set(bytesOfId(paper.voteId), 0)
  body.set(bytesOfId(paper.viewerId), ID_BYTES)
  body.writeUInt32BE(Math.floor(paper.until.getTime() / 1000), 2 * ID_BYTES)
  body.writeUInt8(VOTE_PRINTS.indexOf(paper.print), 2 * ID_BYTES + 4)
  return `/api/communities/${paper.communityId}/vote-papers/${sealWord(sealOf(key, paper.communityId), body)}`
}

/** What a word says; undefined when it isn't one of ours, is for another community, or its time is over. */
export function readPaperAddress(
  key: Buffer,
  communityId: string,
  word: string,
  now: Date,
): PaperAddress | undefined {
  const body = openWord(sealOf(key, communityId), word, BODY_BYTES)
  if (!body) return undefined
  const until = new Date(body.readUInt32BE(2 * ID_BYTES) * 1000)
  const print = VOTE_PRINTS[body.readUInt8(2 * ID_BYTES + 4)]
  if (!print || until <= now) return undefined
  return { communityId, voteId: idOfBytes(body, 0), viewerId: idOfBytes(body, ID_BYTES), print, until }
}
