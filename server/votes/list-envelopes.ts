import { z } from 'zod/mini'
import { PAGE_SIZE } from '#core/contract'
import {
  decideCounting,
  decideSeeEnvelopes,
  envelopeNumberIn,
  keyedAndOpen,
  waitsForTeller,
  type EnvelopeToKey,
  type EnvelopeView,
  type TellerSeat,
} from '#core/votes'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import { decodeCursor, toPage } from '#server/platform/http/cursor'
import { listEnvelopesAfter, listUnsettled, presentEnvelope, type Envelope } from './envelopes'
import { readable } from './read-vote'

const LIMIT = PAGE_SIZE + 1
const numberCursor = z.tuple([z.string().check(z.regex(/^\d{1,9}$/))])
const numberIn = (cursor: string | undefined): number => Number(decodeCursor(cursor, numberCursor)?.[0] ?? 0)
const numberOf = ({ number }: Envelope): [string] => [String(number)]

/** 收到的信封, by number: whose, and how far each has come; never what is in it. */
export async function listEnvelopes(
  context: Context,
  { voteId, cursor }: { voteId: string; cursor?: string | undefined },
): Promise<{ items: EnvelopeView[]; nextCursor: string | null }> {
  const after = numberIn(cursor)
  const { row, vote } = await readable(context, voteId)
  enforce(decideSeeEnvelopes(context.actor, vote))
  const rows = await listEnvelopesAfter(context.db, row, after, LIMIT)
  return toPage(rows, PAGE_SIZE, numberOf, (one) => presentEnvelope(one, context.actor.personId))
}

/** What a teller has yet to key in, or may still correct, by number; `number`: from that one on. */
export async function listEnvelopesToKey(
  context: Context,
  {
    voteId,
    list,
    cursor,
    number: first,
  }: {
    voteId: string
    list: 'waiting' | 'mine'
    cursor?: string | undefined
    number?: string | undefined
  },
): Promise<{ items: EnvelopeToKey[]; nextCursor: string | null; seat: TellerSeat; count: number }> {
  const after = Math.max(numberIn(cursor), (envelopeNumberIn(first ?? '') ?? 1) - 1)
  const { row, vote } = await readable(context, voteId)
  enforce(decideCounting(context.actor, vote))
  const seat = vote.standing.tellerSeat as TellerSeat
  const concerns = list === 'waiting' ? waitsForTeller : keyedAndOpen
  const all = (await listUnsettled(context.db, row)).filter((one) => concerns(seat, one))
  const rows = all.filter(({ number }) => number > after).slice(0, LIMIT)
  const page = toPage(rows, PAGE_SIZE, numberOf, ({ voterId, number, name }) => ({ voterId, number, name }))
  return { ...page, seat, count: all.length }
}
