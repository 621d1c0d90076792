import { PAGE_SIZE } from '#core/contract'
import {
  decideAnswerObjection,
  decideObject,
  homeToObject,
  type ObjectionView,
  type Round,
} from '#core/rounds'
import { DomainError } from '#core/errors'
import { isModerator } from '#core/moderation'
import { enforce, signedAs } from '#core/permissions'
import { neighbourName } from '#core/places'
import { showWords } from '#server/moderation/index'
import { enforceConsent } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { newId } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import type { RoundParts } from '../convene-round'
import { actInRound } from '../in-round'
import { officeIn } from '../office-in'
import { recordRound } from '../on-record'
import { readableRound, type ReadableRound } from '../readable'
import { holdRoundFor } from '../repository'
import { tellPersonsOfRound } from '../tell-round'
import { touchRound } from '../touch-round'
import {
  findObjection,
  homesThatObjected,
  lockObjection,
  setObjection,
  type ObjectionRow,
} from './objection-repository'

/** 没有算进来，有话要说: once per home; who convenes is told. Throws ROUND_HOME_OBJECTED. */
export function objectToRound(
  asked: Context,
  { roundId, text }: { roundId: string; text: string },
  parts: RoundParts,
): Promise<ObjectionView> {
  return actInRound(asked, { roundId, right: 'object' }, async ({ context, tx, row, round, at }) => {
    const { actor } = context
    const homeIds = actor.homes.map(({ homeId }) => homeId)
    const did = await homesThatObjected(tx, row, homeIds)
    enforce(decideObject(actor, round, did))
    const objectionId = newId()
    const words_state = await showWords(
      tx,
      {
        communityId: row.community_id,
        target: { kind: 'objection', id: objectionId },
        authorId: actor.personId,
        text,
        about: row.question,
        subject: { kind: 'round', id: roundId },
        at,
      },
      parts,
    )
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('round_objections')
      .values({
        community_id: row.community_id,
        round_id: roundId,
        objection_id: objectionId,
        home_id: homeToObject(actor, round, did) as string,
        author_id: actor.personId,
        by_name: neighbourName(row.place_name),
        text,
        words_state,
        at,
      })
      .onConflict((conflict) => conflict.columns(['community_id', 'round_id', 'home_id']).doNothing())
      .executeTakeFirst()
    // Somebody of the same home was faster.
    if (numInsertedOrUpdatedRows === 0n) throw new DomainError('ROUND_HOME_OBJECTED')
    await recordRound(tx, row, { act: 'object', at, personId: actor.personId })
    const told = { kind: 'round_objection', personIds: [row.convener_id] } as const
    await tellPersonsOfRound(tx, row, told, { byPersonId: actor.personId, at })
    const saved = await findObjection(tx, row.community_id, objectionId)
    return presentObjection(context, round, saved as ObjectionRow)
  })
}

/** 答复: in public, by who convenes or by staff who observe; who objected is told. */
export function answerObjection(
  context: Context,
  { roundId, objectionId, text }: { roundId: string; objectionId: string; text: string },
  parts: RoundParts,
): Promise<ObjectionView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    await enforceConsent(tx, actor.personId, 'public_words')
    const held = await holdRoundFor(tx, actor, region.regionId, roundId)
    if (!held) throw new DomainError('NOT_FOUND')
    const { row, round } = held
    const at = now()
    await touchRound(tx, row, { actor, round, at })
    const objection = await lockObjection(tx, region.regionId, objectionId)
    if (objection?.round_id !== roundId) throw new DomainError('NOT_FOUND')
    enforce(decideAnswerObjection(actor, round, ruledOf(objection)))
    if (parts.contentCheck.check(text).verdict !== 'clear')
      throw new DomainError('ROUND_WORDS_REFUSED', 'text')
    const office = officeIn(actor, row)
    const answer = {
      answer: text,
      answered_by: actor.personId,
      answered_name: office ? signedAs(office) : row.convener_name,
      answered_at: at,
    }
    await setObjection(tx, objection, answer)
    await recordRound(tx, row, {
      act: 'answer_objection',
      at,
      personId: actor.personId,
      role: office?.role ?? null,
    })
    const told = { kind: 'round_objection_answered', personIds: [objection.author_id] } as const
    await tellPersonsOfRound(tx, row, told, { byPersonId: actor.personId, at })
    return presentObjection(context, round, { ...objection, ...answer })
  })
}

/** What was said by those left out, with the answers; for everybody who reads the round. Three queries. */
export async function listObjections(
  context: Context,
  { roundId, cursor }: { roundId: string; cursor?: string | undefined },
): ReturnType<typeof objectionsOfRound> {
  return objectionsOfRound(context, await readableRound(context, roundId), cursor)
}

/** The same of a round that is known. One query. */
export async function objectionsOfRound(
  context: Context,
  { row: { round_id: roundId }, round }: ReadableRound,
  cursor?: string,
): Promise<{ items: ObjectionView[]; nextCursor: string | null }> {
  const { db, actor, region } = context
  const after = decodeCursor(cursor, idCursor)?.[0]
  const rows = await db
    .selectFrom('round_objections')
    .selectAll()
    .where('community_id', '=', region.regionId)
    .where('round_id', '=', roundId)
    .$if(!isModerator(actor, region.regionId), (query) =>
      query.where(({ eb, or }) =>
        or([eb('words_state', '=', 'shown'), eb('author_id', '=', actor.personId)]),
      ),
    )
    .$if(after !== undefined, (query) => query.where('objection_id', '>', after as string))
    .orderBy('objection_id')
    .limit(PAGE_SIZE + 1)
    .execute()
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.objection_id],
    (row) => presentObjection(context, round, row),
  )
}

const ruledOf = (row: ObjectionRow) => ({ authorId: row.author_id, answered: row.answered_at !== null })

function presentObjection({ actor }: Pick<Context, 'actor'>, round: Round, row: ObjectionRow): ObjectionView {
  const mine = row.author_id === actor.personId
  return {
    objectionId: row.objection_id,
    text: row.text,
    byName: row.by_name,
    mine,
    wordsState: mine || isModerator(actor, row.community_id) ? row.words_state : null,
    at: row.at.toISOString(),
    answer:
      row.answer === null || row.answered_at === null
        ? null
        : { text: row.answer, byName: row.answered_name ?? '', at: row.answered_at.toISOString() },
    mayAnswer: decideAnswerObjection(actor, round, ruledOf(row)).allowed,
  }
}
