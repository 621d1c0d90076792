import { maySilenceCount, type BylawInForce, type VoteRule } from '#core/votes'
import { DomainError } from '#core/errors'
import type { Database, Transaction } from '#server/platform/db/index'
import { bylawInForce } from './bylaws/bylaw-in-force'
import type { VoteRow } from './repository'

type Reader = Database | Transaction

interface Asked {
  communityId: string
  jurisdiction: readonly string[]
}

/** 没交票的怎么算: by the bylaws in force at the place. Throws VOTE_SILENCE_WRONG, VOTE_NO_BYLAW. No query where silence does not count. */
export async function bylawForDraft(
  db: Reader,
  counts: boolean,
  rules: readonly VoteRule[],
  where: Asked,
): Promise<BylawInForce | null> {
  if (!counts) return null
  if (!maySilenceCount(rules)) throw new DomainError('VOTE_SILENCE_WRONG', 'countsSilence')
  const bylaw = await bylawInForce(db, where)
  if (!bylaw) throw new DomainError('VOTE_NO_BYLAW', 'countsSilence')
  return bylaw
}

/** Asked again at notice: the very bylaws that the draft chose are still in force. Throws VOTE_NO_BYLAW. */
export async function renewBylaw(db: Reader, row: VoteRow, where: Asked): Promise<BylawInForce | null> {
  if (row.bylaw_id === null) return null
  const bylaw = await bylawInForce(db, where)
  if (bylaw?.bylawId !== row.bylaw_id) throw new DomainError('VOTE_NO_BYLAW', 'countsSilence')
  return bylaw
}

/** As a vote keeps them. */
export function bylawColumns(bylaw: BylawInForce | null) {
  return {
    bylaw_id: bylaw?.bylawId ?? null,
    bylaw_title: bylaw?.title ?? null,
    bylaw_clause: bylaw?.clause ?? null,
    bylaw_adopted_on: bylaw?.adoptedOn ?? null,
  }
}

/** The bylaws by which silence counts in a vote; null: it does not. */
export function bylawOf(
  row: Pick<VoteRow, 'bylaw_id' | 'bylaw_title' | 'bylaw_clause' | 'bylaw_adopted_on'>,
): BylawInForce | null {
  const { bylaw_id: bylawId, bylaw_title: title, bylaw_clause: clause, bylaw_adopted_on: adoptedOn } = row
  if (bylawId === null || title === null || clause === null || adoptedOn === null) return null
  return { bylawId, title, clause, adoptedOn }
}
