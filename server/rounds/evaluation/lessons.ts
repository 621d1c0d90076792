import type { Selectable } from 'kysely'
import { PAGE_SIZE } from '#core/contract'
import { decideLesson, roundPolicy, type LessonView } from '#core/rounds'
import { isModerator } from '#core/moderation'
import type { ShownAs } from '#core/matters'
import { enforce, signedAs, type Actor } from '#core/permissions'
import { showWords, type ModerationTargetReader } from '#server/moderation/index'
import type { Context } from '#server/platform/context'
import { newId, type Tables } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import type { RoundParts } from '../convene-round'
import { withinRound } from '../items/in-item'
import { nameAsNeighbour } from '../items/names'
import { officeIn } from '../office-in'
import { recordRound } from '../on-record'
import { readableRound, type ReadableRound } from '../readable'
import { findRound, roundFor } from '../repository'
import { takePart } from '../take-part'

type LessonRow = Selectable<Tables['round_lessons']>

/** 写一条经验. Who convenes signs with the office, neighbours as they want. */
export function writeLesson(
  asked: Context,
  input: { roundId: string; text: string; shownAs: ShownAs },
  parts: RoundParts,
): Promise<LessonView> {
  return withinRound(asked, input.roundId, async ({ context, tx, roundRow, round, at }) => {
    const { actor } = context
    enforce(decideLesson(actor, round))
    const lessonId = newId()
    const homeId = round.standing.homesInScope[0] ?? null
    const office = homeId === null ? officeIn(actor, roundRow) : undefined
    const words_state = await showWords(
      tx,
      {
        communityId: roundRow.community_id,
        target: { kind: 'lesson', id: lessonId },
        subject: { kind: 'round', id: roundRow.round_id },
        authorId: actor.personId,
        text: input.text,
        about: roundRow.question,
        at,
      },
      parts,
    )
    const row: LessonRow = {
      community_id: roundRow.community_id,
      round_id: roundRow.round_id,
      lesson_id: lessonId,
      author_id: actor.personId,
      by_name: office ? signedAs(office) : await nameAsNeighbour(tx, actor.personId, roundRow, input.shownAs),
      text: input.text,
      words_state,
      at,
    }
    await tx.insertInto('round_lessons').values(row).execute()
    const deed = { act: 'write_lesson', at, personId: actor.personId, role: office?.role ?? null }
    await recordRound(tx, roundRow, deed)
    await takePart(tx, roundRow, { personId: actor.personId, homeId, at })
    return presentLesson(row, actor)
  })
}

/** 大家写下的经验, first written first. What may not be shown is its author's and the moderators'. Three queries. */
export async function listLessons(
  context: Context,
  { roundId, cursor }: { roundId: string; cursor?: string | undefined },
): ReturnType<typeof lessonsOfRound> {
  return lessonsOfRound(context, await readableRound(context, roundId), cursor)
}

/** The same of a round that is known. One query. */
export async function lessonsOfRound(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { row, round }: ReadableRound,
  cursor?: string,
): Promise<{ items: LessonView[]; nextCursor: string | null; mayWrite: boolean }> {
  const after = decodeCursor(cursor, idCursor)?.[0]
  const rows = await db
    .selectFrom('round_lessons')
    .selectAll()
    .where('community_id', '=', row.community_id)
    .where('round_id', '=', row.round_id)
    .$if(!isModerator(actor, row.community_id), (query) =>
      query.where(({ or, eb }) =>
        or([eb('words_state', '=', 'shown'), eb('author_id', '=', actor.personId)]),
      ),
    )
    .$if(after !== undefined, (query) => query.where('lesson_id', '>', after as string))
    .orderBy('lesson_id')
    .limit(PAGE_SIZE + 1)
    .execute()
  const page = toPage(
    rows,
    PAGE_SIZE,
    (one) => [one.lesson_id],
    (one) => presentLesson(one, actor),
  )
  return { ...page, mayWrite: decideLesson(actor, round).allowed }
}

function presentLesson(row: LessonRow, actor: Actor): LessonView {
  const mine = row.author_id === actor.personId
  return {
    lessonId: row.lesson_id,
    text: row.text,
    byName: row.by_name,
    at: row.at.toISOString(),
    mine,
    wordsState: mine || isModerator(actor, row.community_id) ? row.words_state : null,
  }
}

/** The words of a lesson, for moderation. */
export const lessonWords: ModerationTargetReader = {
  find: async ({ db, actor, region }, lessonId) => {
    const row = await db
      .selectFrom('round_lessons')
      .selectAll()
      .where('community_id', '=', region.regionId)
      .where('lesson_id', '=', lessonId)
      .executeTakeFirst()
    const round = row && (await findRound(db, region.regionId, row.round_id))
    if (!row || !round) return undefined
    const own = row.author_id === actor.personId || isModerator(actor, region.regionId)
    return {
      authorId: row.author_id,
      text: row.text,
      state: row.words_state,
      readable:
        (own || row.words_state === 'shown') && roundPolicy.read(actor, await roundFor(db, actor, round)),
      about: round.question,
      subject: { kind: 'round', id: row.round_id },
    }
  },
  setWords: async (tx, { communityId, id, state }) => {
    await tx
      .updateTable('round_lessons')
      .set({ words_state: state })
      .where('community_id', '=', communityId)
      .where('lesson_id', '=', id)
      .execute()
  },
}
