/** The record of a vote and the vote as it was published, made as the server makes them; for tests of screens. */
import { createHash } from 'node:crypto'
import { frozenHash, makeBulletin, voteTextHash, type Bulletin, type VoteView } from '#core/votes'
import { closedVote, ownersItem } from './votes'

export const nodeSha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const ZEROS = 32
const token = (kind: string, index: number): string => `${kind}${String(index).padStart(ZEROS, '0')}`
export const receiptOf = (index: number): string => nodeSha256(`receipt ${index}`).slice(0, ZEROS)

const ANSWERS = ['approve', 'approve', 'against', 'abstain'] as const

/** Owners of 80.00 ㎡ each, of whom so many handed in; of four one is against and one abstains. */
export function recordedVote(cast: number, owners = cast + 1): { bulletin: Bulletin; vote: VoteView } {
  const item = ownersItem()
  const text = { title: '重做屋面防水', text: '从维修资金里出 186,000 元。' }
  const frozen = {
    id: 'vote',
    community: '东湖社区',
    title: text.title,
    text_sha256: voteTextHash(text, nodeSha256),
    frozen_sha256: '',
    secrecy: 'named' as const,
    binding: 'advisory' as const,
    opened_at: '2026-03-02T00:00:00.000Z',
    closed_at: '2026-03-20T12:00:00.000Z',
    settings: { imputed_majority: false, parking_counts: false },
  }
  const items = [{ id: item.itemId, title: item.title, rule: item.rule, options: item.options }]
  const roll = Array.from({ length: owners }, (_, index) => ({
    voter: token('v', index),
    units: [{ unit: token('u', index), area_centi_m2: 8000 }],
  }))
  const hash = frozenHash({ vote: frozen, items, roll }, nodeSha256)
  const ballots = roll.slice(0, cast).map(({ voter }, index) => ({
    voter,
    channel: 'online',
    receipt: receiptOf(index),
    status: 'counted' as const,
    choices: { [item.itemId]: ANSWERS[index % ANSWERS.length] as string },
  }))
  const bulletin = makeBulletin(
    { vote: { ...frozen, frozen_sha256: hash }, items, roll, ballots },
    nodeSha256,
  )
  const result = bulletin.result[item.itemId] as NonNullable<VoteView['items'][number]['result']>
  const vote = closedVote({
    ...text,
    electorate: 'owners',
    binding: 'advisory',
    items: [{ ...item, result }],
    textSha256: frozen.text_sha256,
    frozenSha256: hash,
    head: bulletin.head,
  })
  return { bulletin, vote }
}
