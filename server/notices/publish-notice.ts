import { DomainError } from '#core/errors'
import type { WordsState } from '#core/moderation'
import { decidePublish, publishingOffice, wordsAreChecked, type NoticeView } from '#core/notices'
import { enforce, signedAs } from '#core/permissions'
import { record } from '#server/audit/index'
import { showWords } from '#server/moderation/index'
import { enforceConsent } from '#server/people/index'
import { attachPhotos } from '#server/photos/index'
import { locatePlace, type LocatedPlace } from '#server/places/index'
import type { ActingRole, Context } from '#server/platform/context'
import type { ServerParts } from '#server/platform/http/parts'
import { newId, type Transaction } from '#server/platform/db/index'
import { presentNotice } from './present-notice'
import { pinOf, unlessPinTaken } from './pins'
import { listPlacesInside } from './places-inside'
import type { NoticeRow } from './repository'
import { beginShowing } from './show-notice'

export interface PublishNotice {
  placeId: string
  title: string
  text: string
  photoIds: readonly string[]
  /** Days on top of its place; left out: not on top. */
  pinDays?: number | undefined
  /** Open to everybody. */
  isPublic?: boolean | undefined
}

/** What checks a text. */
type Checking = Pick<ServerParts, 'contentCheck'>

/** 发通知. Who is told, is told by a job; a neighbour in office waits for it as long as the words are checked. */
export async function publishNotice(
  context: Context,
  parts: Checking,
  input: PublishNotice,
): Promise<NoticeView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const place = await placeOf(tx, context, input.placeId)
    enforce(decidePublish(actor, place))
    const office = publishingOffice(actor.roles, place) as ActingRole
    const row = await saveNew(tx, context, { input, place, office, parts })
    await attachPhotos(tx, {
      communityId: region.regionId,
      personId: actor.personId,
      photoIds: input.photoIds,
      subject: { kind: 'notice', id: row.notice_id },
      moment: 'other',
      at: now(),
    })
    if (row.words_state === 'shown') await beginShowing(tx, row, now())
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: office.role,
      act: 'notice.publish',
      subject: { kind: 'notice', id: row.notice_id },
    })
    return presentNotice(tx, context, row)
  })
}

async function placeOf(tx: Transaction, { region, now }: Context, placeId: string): Promise<LocatedPlace> {
  const place = await locatePlace(tx, region, placeId, now())
  if (!place) throw new DomainError('PLACE_NOT_HERE', 'placeId')
  return place
}

interface New {
  input: PublishNotice
  place: LocatedPlace
  office: ActingRole
  parts: Checking
}

async function saveNew(
  tx: Transaction,
  context: Context,
  { input, place, office, parts }: New,
): Promise<NoticeRow> {
  const { actor, region, now } = context
  const communityId = region.regionId
  const noticeId = newId()
  const wordsState = wordsAreChecked(office.role)
    ? await checkWords(tx, context, parts, { noticeId, ...input })
    : 'shown'
  const row: NoticeRow = {
    community_id: communityId,
    notice_id: noticeId,
    place_id: place.placeId,
    place_name: place.name,
    jurisdiction: place.jurisdiction,
    inside: place.kind === 'community' ? [] : await listPlacesInside(tx, communityId, place.placeId, now()),
    author_id: actor.personId,
    by_name: signedAs(office),
    unit_name: unitOf(context, place, office),
    role: office.role,
    title: input.title,
    text: input.text,
    words_state: wordsState,
    ...(await pinOf(tx, { communityId, wordsState, ...input }, now())),
    published_at: now(),
    withdrawn_at: null,
    withdrawn_reason: null,
    told_after: null,
    told_at: null,
    is_public: input.isPublic ?? false,
  }
  await unlessPinTaken(() => tx.insertInto('notices').values(row).execute())
  return row
}

/** Whether residents see what a neighbour in office wrote, before a moderator did. */
async function checkWords(
  tx: Transaction,
  { actor, region, now }: Context,
  parts: Checking,
  { noticeId, title, text }: { noticeId: string; title: string; text: string },
): Promise<WordsState> {
  await enforceConsent(tx, actor.personId)
  const words = {
    communityId: region.regionId,
    target: { kind: 'notice', id: noticeId } as const,
    authorId: actor.personId,
    text: `${title}\n${text}`,
    about: title,
    at: now(),
  }
  return showWords(tx, words, parts)
}

/** 3号楼: the place the office is held at, as people call it. */
function unitOf({ region }: Context, place: LocatedPlace, office: ActingRole): string {
  return place.pathNames.find(({ placeId }) => placeId === office.placeId)?.name ?? region.name
}
