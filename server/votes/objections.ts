import type { Selectable } from 'kysely'
import {
  amendmentsOf,
  decideAnswer,
  decideObject,
  isOfThePlace,
  OUTSIDER_SIGNS,
  rollDecisionDueAt,
  type Amendment,
  type ObjectionAbout,
  type ObjectionView,
  type Vote,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { neighbourName } from '#core/places'
import { record } from '#server/audit/index'
import { enforceConsent, enforceVerified } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { newId, type Database, type Tables, type Transaction } from '#server/platform/db/index'
import { amendRoll } from './amend-roll'
import { withCertifier } from './certifier'
import { enforceWords } from './enforce-words'
import { saveVoteEvent } from './events'
import { scheduleOverdue } from './overdue'
import type { VoteParts } from './parts'
import { lockVote, saveVote, voteOf, type VoteRow } from './repository'
import { scheduleVote } from './schedule'
import { standingIn } from './standing'
import { decidersOf, tellOfVote } from './tell'

type ObjectionRow = Selectable<Tables['vote_objections']> & { voter_name: string | null }

export interface Objecting {
  voteId: string
  about: ObjectionAbout
  voterId?: string | undefined
  text: string
}

/** 提异议: to the roll in its days, or to the result; read by everybody who may read the vote, without a name. */
export async function objectTo(context: Context, input: Objecting, parts: VoteParts): Promise<ObjectionView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    await enforceConsent(tx, actor.personId, 'public_words')
    await enforceVerified(tx, actor.personId)
    const row = await lockVote(tx, region.regionId, input.voteId)
    if (!row) throw new DomainError('NOT_FOUND')
    const vote = voteOf(row, await standingIn(tx, actor, row))
    enforce(decideObject(actor, vote, input.about, now()))
    enforceWords(parts, input.text, 'text')
    if (input.voterId && !(await isOnRoll(tx, row, input.voterId)))
      throw new DomainError('NOT_FOUND', 'voterId')
    const objectionId = newId()
    await tx
      .insertInto('vote_objections')
      .values({
        community_id: row.community_id,
        vote_id: row.vote_id,
        objection_id: objectionId,
        about: input.about,
        voter_id: input.voterId ?? null,
        person_id: actor.personId,
        by_name: isOfThePlace(actor, vote) ? neighbourName(row.place_name) : OUTSIDER_SIGNS,
        text: input.text,
        at: now(),
      })
      .execute()
    await recordOn(tx, context, row, 'vote.object')
    const changed = await saveVote(
      tx,
      row,
      input.about === 'roll'
        ? { undecided_roll: row.undecided_roll + 1 }
        : { undecided_result: row.undecided_result + 1 },
    )
    await scheduleOverdue(tx, changed)
    const told = { byPersonId: actor.personId, at: now() }
    await tellOfVote(tx, row, 'vote_objection', await decidersOf(tx, row, input.about, now()), told)
    return presentObjection(context, vote, await findObjection(tx, row, objectionId))
  })
}

async function isOnRoll(tx: Transaction, row: VoteRow, voterId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('vote_voters')
    .select('voter_id')
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .where('voter_id', '=', voterId)
    .executeTakeFirst()
  return found !== undefined
}

export interface Answering {
  voteId: string
  objectionId: string
  decision: 'upheld' | 'dismissed'
  answer: string
  amendment: Amendment
}

/** 答复: by somebody else than the convener (domain.md 7). What it changes in the roll is done and listed along with it. */
export async function answerObjection(
  context: Context,
  input: Answering,
  parts: VoteParts,
): Promise<ObjectionView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const locked = await lockVote(tx, region.regionId, input.voteId)
    if (!locked) throw new DomainError('NOT_FOUND')
    const row = await withCertifier(tx, locked, now())
    const vote = voteOf(row, await standingIn(tx, actor, row))
    const found = await findObjection(tx, row, input.objectionId)
    enforce(
      decideAnswer(actor, vote, {
        about: found.about,
        authorId: found.person_id,
        decided: found.decision !== null,
      }),
    )
    enforceWords(parts, input.answer, 'answer')
    const held = actor.roles.find(({ placeId }) => row.jurisdiction.includes(placeId))
    const byName = held ? signedAs(held) : ''
    await tx
      .updateTable('vote_objections')
      .set({
        decision: input.decision,
        answer: input.answer,
        answered_by: actor.personId,
        answered_name: byName,
        answered_at: now(),
      })
      .where('community_id', '=', row.community_id)
      .where('vote_id', '=', row.vote_id)
      .where('objection_id', '=', input.objectionId)
      .execute()
    await recordOn(tx, context, row, 'vote.answer_objection', input.answer)
    const changed = await saveDecision(tx, context, row, { ...input, found, byName })
    await scheduleVote(tx, changed)
    await tellOfVote(tx, changed, 'vote_objection_answered', [found.person_id], {
      byPersonId: actor.personId,
      at: now(),
    })
    return presentObjection(context, vote, await findObjection(tx, row, input.objectionId))
  })
}

async function saveDecision(
  tx: Transaction,
  context: Context,
  row: VoteRow,
  { decision, amendment, found, byName }: Answering & { found: ObjectionRow; byName: string },
): Promise<VoteRow> {
  const upheld = decision === 'upheld'
  if (found.about === 'result')
    return saveVote(tx, row, {
      undecided_result: row.undecided_result - 1,
      upheld_result: row.upheld_result + (upheld ? 1 : 0),
    })
  const possible = upheld ? amendmentsIn(row, found) : ['none' as const]
  if (!possible.includes(amendment)) throw new DomainError('VOTE_AMENDMENT_WRONG', 'amendment')
  const amended = await amendRoll(tx, row, {
    amendment,
    voterId: found.voter_id,
    authorId: found.person_id,
    now: context.now(),
  })
  const changed = await saveVote(tx, row, { undecided_roll: row.undecided_roll - 1, ...amended.size })
  if (amended.words)
    await saveVoteEvent(tx, changed, {
      act: 'amend',
      at: context.now(),
      person_id: context.actor.personId,
      by_name: byName,
      note: amended.words,
    })
  return changed
}

function recordOn(
  tx: Transaction,
  { actor, now }: Context,
  row: VoteRow,
  act: 'vote.object' | 'vote.answer_objection',
  reason?: string,
): Promise<void> {
  const held = actor.roles.find(({ placeId }) => row.jurisdiction.includes(placeId))
  return record(tx, {
    regionId: row.community_id,
    at: now(),
    personId: actor.personId,
    role: act === 'vote.answer_objection' ? (held?.role ?? null) : null,
    reason,
    act,
    subject: { kind: 'vote', id: row.vote_id },
  })
}

const withVoter = (db: Database | Transaction, { community_id, vote_id }: VoteRow) =>
  db
    .selectFrom('vote_objections as o')
    .leftJoin('vote_voters as v', (join) =>
      join
        .onRef('v.community_id', '=', 'o.community_id')
        .onRef('v.vote_id', '=', 'o.vote_id')
        .onRef('v.voter_id', '=', 'o.voter_id'),
    )
    .selectAll('o')
    .select('v.name as voter_name')
    .where('o.community_id', '=', community_id)
    .where('o.vote_id', '=', vote_id)

async function findObjection(
  db: Database | Transaction,
  row: VoteRow,
  objectionId: string,
): Promise<ObjectionRow> {
  const found = await withVoter(db, row).where('o.objection_id', '=', objectionId).executeTakeFirst()
  if (!found) throw new DomainError('NOT_FOUND')
  return found
}

/** One page of objections, the newest first. */
export function listObjectionRows(
  db: Database,
  row: VoteRow,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<ObjectionRow[]> {
  return withVoter(db, row)
    .$if(after !== undefined, (query) => query.where('o.objection_id', '<', after as string))
    .orderBy('o.objection_id', 'desc')
    .limit(limit)
    .execute()
}

/** Whom it was about may be on the roll no longer. */
const amendmentsIn = ({ rules }: Pick<VoteRow, 'rules'>, { about, voter_name: voterName }: ObjectionRow) =>
  amendmentsOf({ about, ofVoter: voterName !== null, rules })

/** An objection with its answer; who made it is told to nobody but the one. */
export function presentObjection({ actor }: Context, vote: Vote, row: ObjectionRow): ObjectionView {
  const mayAnswer = decideAnswer(actor, vote, {
    about: row.about,
    authorId: row.person_id,
    decided: row.decision !== null,
  }).allowed
  return {
    objectionId: row.objection_id,
    about: row.about,
    voter: row.voter_id && row.voter_name ? { voterId: row.voter_id, name: row.voter_name } : null,
    text: row.text,
    byName: row.by_name,
    mine: row.person_id === actor.personId,
    at: row.at.toISOString(),
    dueAt: row.about === 'roll' && row.decision === null ? rollDecisionDueAt(row.at).toISOString() : null,
    decision: row.decision,
    answer: row.answer,
    answeredBy: row.answered_name,
    answeredAt: row.answered_at?.toISOString() ?? null,
    mayAnswer,
    amendments: mayAnswer ? amendmentsIn({ rules: [...vote.rules] }, row) : [],
  }
}
