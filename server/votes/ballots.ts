import { KEYED_VOID_REASONS, type Choices, type Keyed, type TellerSeat } from '#core/votes'
import type { ContactBox } from '#server/platform/crypto/index'
import type { VoteItemRow } from './repository'

/** What is decided, as far as the length of a ballot needs it. */
type Asked = Pick<VoteItemRow, 'item_id' | 'options' | 'max_choices'>

const aboutBallot = (ballotId: string): string => `ballot ${ballotId}`

/** Seals what was chosen for this ballot alone; all of one vote are equally long, so that their length tells nothing. */
export function sealChoices(
  box: ContactBox,
  { ballotId, items, choices }: { ballotId: string; items: readonly Asked[]; choices: Choices },
): Buffer {
  return box.seal(padded(choices, lengthOfLongest(items)), aboutBallot(ballotId))
}

function padded(value: unknown, length: number): string {
  return JSON.stringify(value) + ' '.repeat(Math.max(0, length - bytesOf(value)))
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

/** The ballot that chooses the longest words, and as many as may be. */
function lengthOfLongest(items: readonly Asked[]): number {
  const longest = items.map(({ item_id: itemId, options, max_choices: atMost }) => {
    const byLength = [...options].sort((one, other) => bytesOf(other) - bytesOf(one))
    return [itemId, atMost === null ? (byLength[0] ?? '') : byLength.slice(0, atMost)] as const
  })
  return bytesOf(Object.fromEntries(longest))
}

/** For which envelope and seat something was keyed in. */
interface Entry {
  voteId: string
  voterId: string
  seat: TellerSeat
}

const aboutEntry = ({ voteId, voterId, seat }: Entry): string => `envelope ${voteId} ${voterId} ${seat}`

/** Seals what one teller read, for this envelope and seat alone; equally long whatever it is, a void ballot too. */
export function sealRead(box: ContactBox, entry: Entry, items: readonly Asked[], keyed: Keyed): Buffer {
  const longestVoid = Math.max(...KEYED_VOID_REASONS.map((voidReason) => bytesOf({ voidReason })))
  const longest = Math.max(bytesOf({ choices: {} }) - 2 + lengthOfLongest(items), longestVoid)
  return box.seal(padded(keyed, longest), aboutEntry(entry))
}

/** What a teller read. Called to see whether they agree, and by the count. */
export function openRead(box: ContactBox, entry: Entry, sealed: Buffer): Keyed {
  return JSON.parse(box.open(sealed, aboutEntry(entry))) as Keyed
}

/** What a ballot chose. Called by the count, and to see whether two who vote for one agree. */
export function openChoices(
  box: ContactBox,
  { ballot_id: ballotId, choices_sealed: sealed }: { ballot_id: string; choices_sealed: Buffer },
): Choices {
  return JSON.parse(box.open(sealed, aboutBallot(ballotId))) as Choices
}
