import { DomainError } from '#core/errors'
import { decideNoticeAct, noticePolicy, type NoticeAct, type NoticeView } from '#core/notices'
import { enforce, type Role } from '#core/permissions'
import { record } from '#server/audit/index'
import { countUnread, readSubject } from '#server/inbox/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { presentNotice } from './present-notice'
import { pinOf, unlessPinTaken } from './pins'
import { findNotice, lockNotice, noticeOf, saveNotice, type NoticeRow } from './repository'
import { stopShowing } from './show-notice'

/** 置顶, or no longer. Of two that take the last of a place's three at once, one is told that it changed. */
export async function pinNotice(
  context: Context,
  { noticeId, pinDays }: { noticeId: string; pinDays?: number | undefined },
): Promise<NoticeView> {
  const { region, now } = context
  return context.transact(async (tx) => {
    const row = await lockFor(tx, context, noticeId, 'pin')
    const { place_id: placeId, words_state: wordsState } = row
    const free = await saveNotice(tx, row, { pin_slot: null, pinned_until: null })
    const pin = await pinOf(tx, { communityId: region.regionId, placeId, wordsState, pinDays }, now())
    const changed = await unlessPinTaken(() => saveNotice(tx, free, pin))
    await putOnRecord(tx, context, row, pinDays === undefined ? 'unpin' : 'pin')
    return presentNotice(tx, context, changed)
  })
}

/**
 * 撤回. It stays in the lists as withdrawn, with who and why; its text is for its author and moderators. What was told of
 * it names it no more.
 */
export async function withdrawNotice(
  context: Context,
  { noticeId, reason }: { noticeId: string; reason: string },
): Promise<NoticeView> {
  const { now } = context
  return context.transact(async (tx) => {
    const row = await lockFor(tx, context, noticeId, 'withdraw')
    const changed = await saveNotice(tx, row, {
      withdrawn_at: now(),
      withdrawn_reason: reason,
      pin_slot: null,
      pinned_until: null,
    })
    await stopShowing(tx, row)
    await putOnRecord(tx, context, row, 'withdraw', reason)
    return presentNotice(tx, context, changed)
  })
}

/** 看过. Whoever lives there is counted, once; the message about it is read for everybody. */
export async function markNoticeRead(context: Context, noticeId: string): Promise<{ unread: number }> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await findNotice(tx, region.regionId, noticeId)
    if (!row || !noticePolicy.read(actor, noticeOf(row))) throw new DomainError('NOT_FOUND')
    const counted =
      row.author_id !== actor.personId && actor.homes.some(({ path }) => path.includes(row.place_id))
    if (counted) await saveReader(tx, row, actor.personId, now())
    const at = { communityId: region.regionId, personId: actor.personId }
    await readSubject(tx, { ...at, subject: { kind: 'notice', id: noticeId } })
    return { unread: await countUnread(tx, at.communityId, at.personId) }
  })
}

async function saveReader(tx: Transaction, row: NoticeRow, personId: string, now: Date): Promise<void> {
  await tx
    .insertInto('notice_readers')
    .values({ community_id: row.community_id, notice_id: row.notice_id, person_id: personId, read_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'notice_id', 'person_id'])
        .doUpdateSet({ read_at: now })
        .where('notice_readers.read_at', 'is', null),
    )
    .execute()
}

async function lockFor(
  tx: Transaction,
  { actor, region }: Context,
  noticeId: string,
  act: NoticeAct,
): Promise<NoticeRow> {
  const row = await lockNotice(tx, region.regionId, noticeId)
  if (!row) throw new DomainError('NOT_FOUND')
  enforce(decideNoticeAct(actor, noticeOf(row), act))
  return row
}

async function putOnRecord(
  tx: Transaction,
  { actor, region, now }: Context,
  row: NoticeRow,
  act: 'pin' | 'unpin' | 'withdraw',
  reason?: string,
): Promise<void> {
  await record(tx, {
    regionId: region.regionId,
    at: now(),
    personId: actor.personId,
    role: officeOf(actor.personId === row.author_id, row.role),
    act: `notice.${act}`,
    subject: { kind: 'notice', id: row.notice_id },
    reason,
  })
}

/** An author acts in the office they published in, anybody else as a moderator. */
function officeOf(isAuthor: boolean, publishedAs: Role): Role {
  return isAuthor ? publishedAs : 'community_staff'
}
