import type { Bulletin, BulletinBallot, BulletinItem, BulletinRollEntry } from './bulletin-format'
import type { BallotVoidReason, SettledBallot } from './joint'
import { recount, type PublishedResult } from './recount'
import { ballotHash, CHAIN_START, type Sha256 } from './seal'

/** A ballot with what became of it. `voter`: the token of its voter on the roll. */
export interface RecordedBallot extends Pick<SettledBallot, 'status' | 'choices' | 'disputed'> {
  voter: string
  channel: string
  receipt: string
  /** 废票, why. */
  voidReason?: BallotVoidReason | null
}

/** What a record is made from. */
export interface VoteOnRecord {
  vote: Bulletin['vote']
  items: BulletinItem[]
  roll: BulletinRollEntry[]
  ballots: readonly RecordedBallot[]
}

/**
 * 公报 of a named vote (formats/bulletin.md): its ballots in the order of their receipts, which is nobody's, chained one to
 * the next, and the result recounted from them. The same input gives the same record, to the byte.
 */
export function makeBulletin({ vote, items, roll, ballots }: VoteOnRecord, sha256: Sha256): Bulletin {
  let prev = CHAIN_START
  const chained = inOrderOfReceipts(ballots).map((ballot, index): BulletinBallot => {
    const { channel, choices, receipt, status, voter, disputed, voidReason } = ballot
    const seq = index + 1
    // In the order in which it is hashed, and made once: there are 100,000 of them.
    const written: BulletinBallot =
      disputed === undefined
        ? { channel, choices, prev, receipt, seq, status, voter, hash: '' }
        : { channel, choices, disputed, prev, receipt, seq, status, voter, hash: '' }
    if (voidReason) written.void_reason = voidReason
    prev = ballotHash(written, sha256)
    written.hash = prev
    return written
  })
  const record: Bulletin = {
    format: 'linli-bulletin/1',
    vote,
    items,
    roll,
    ballots: chained,
    head: prev,
    result: {},
  }
  return { ...record, result: recount(record) as Record<string, PublishedResult> & Bulletin['result'] }
}

/** Letters of a receipt by which ballots are laid on heaps before each heap is sorted: fewer than half the comparisons. */
const HEAP_LETTERS = 3

function inOrderOfReceipts(ballots: readonly RecordedBallot[]): RecordedBallot[] {
  const heaps = new Map<string, RecordedBallot[]>()
  for (const ballot of ballots) {
    const letters = ballot.receipt.slice(0, HEAP_LETTERS)
    const heap = heaps.get(letters)
    if (heap) heap.push(ballot)
    else heaps.set(letters, [ballot])
  }
  const inOrder: RecordedBallot[] = []
  for (const letters of [...heaps.keys()].sort()) {
    const heap = heaps.get(letters) ?? []
    heap.sort((one, other) => (one.receipt < other.receipt ? -1 : 1))
    for (const ballot of heap) inOrder.push(ballot)
  }
  return inOrder
}
