import {
  canMergeInto,
  isServiceOfWish,
  placesToMergeInto,
  wantedByMany,
  wishPolicy,
  type MergeProposal,
} from '#core/wishes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { comeOfWish, reportOfWish } from '#server/matters/index'
import { listHomeIds } from '#server/people/index'
import { listPlacesById } from '#server/places/index'
import type { Transaction } from '#server/platform/db/index'
import { joinFromWish, putUpFromWish, topicForWish, type FromWish } from '#server/rounds/index'
import type { ActingRole } from '#server/platform/context'
import type { DoingWish } from './act-on-wish'
import { endOffers } from './offers'
import { type StoredWish } from './repository'
import { addSeconds, listSeconds, type SecondingHome } from './seconds'
import { wishMetBy } from './standing'
import { tellOfMany, tellOfWish } from './tell'

type Merged = Pick<StoredWish, 'merged_kind' | 'merged_id'>

/** What a moderator or the building's head asks of the author: checked now, and again when the author agrees. */
export async function proposalOf({ context, tx, wish, input, target }: DoingWish): Promise<MergeProposal> {
  const { actor } = context
  const { into } = input
  if (!into) throw new DomainError('BODY_INVALID', 'into')
  const proposal = { kind: into.kind, id: into.id ?? null, byId: actor.personId }
  if (into.kind === 'wish') {
    const other = target && (await wishMetBy(tx, actor, target))
    if (!other || !wishPolicy.read(actor, other)) throw new DomainError('NOT_FOUND', 'into')
    enforce(canMergeInto(wish, other))
    return proposal
  }
  if (into.kind === 'topic' && into.id) {
    const topic = await topicForWish(tx, actor, wish.communityId, into.id)
    if (!topic || !placesToMergeInto(wish).includes(topic.placeId))
      throw new DomainError('MERGE_NOT_POSSIBLE', 'into')
    return proposal
  }
  // A new matter or topic only once enough homes want it (domain.md 4).
  if (!into.id && !wantedByMany(wish)) throw new DomainError('WISH_SECONDS_MISSING')
  return proposal
}

/** The office in which somebody asks for a merge. */
export function mergingOffice(roles: readonly ActingRole[], row: StoredWish): ActingRole | undefined {
  return roles.find(
    ({ role, placeId }) =>
      (role === 'community_staff' || role === 'building_head') && row.jurisdiction.includes(placeId),
  )
}

/** The author agrees: everybody behind the wish goes along, and nothing of it is lost. */
export async function mergeAgreed(doing: DoingWish): Promise<Merged> {
  const { wish, target, tx, row, context, now } = doing
  const { proposal } = wish
  if (proposal?.kind === 'topic') return proposal.id ? intoTopic(doing, proposal.id) : becomeTopic(doing)
  if (proposal?.kind === 'matter') return proposal.id ? intoMatter(doing, proposal.id) : becomeMatter(doing)
  if (!target) throw new DomainError('MERGE_NOT_POSSIBLE')
  enforce(canMergeInto(wish, await wishMetBy(tx, context.actor, target)))
  await endWaiting(doing)
  const seconds = await addSeconds(tx, target, await followersOf(doing), now)
  await tellOfMany(tx, { ...target, seconds }, now)
  await tellOfWish(tx, target, 'wish_news', [target.author_id], { byPersonId: row.author_id, at: now })
  return { merged_kind: 'wish', merged_id: target.wish_id }
}

async function intoMatter(doing: DoingWish, matterId: string): Promise<Merged> {
  const { tx, row, context, now } = doing
  await endWaiting(doing)
  await comeOfWish(tx, context.actor, {
    communityId: row.community_id,
    matterId,
    wishId: row.wish_id,
    followers: await followersOf(doing),
    at: now,
  })
  return { merged_kind: 'matter', merged_id: matterId }
}

/** 提成一件事: reported by the author at the wish's building; who wanted it meets it too. */
export async function becomeMatter(doing: DoingWish): Promise<Merged> {
  const { row, context, tx, input, parts } = doing
  if (!input.serviceCode) throw new DomainError('SERVICE_UNKNOWN', 'serviceCode')
  if (!isServiceOfWish(input.serviceCode)) throw new DomainError('MERGE_NOT_POSSIBLE', 'serviceCode')
  const matter = await reportOfWish(
    { ...context, transact: (work) => work(tx) },
    {
      placeId: row.place_id,
      serviceCode: input.serviceCode,
      title: row.title,
      text: row.text ?? undefined,
      shownAs: row.shown_as,
    },
    parts,
  )
  return intoMatter(doing, matter.matterId)
}

async function intoTopic(doing: DoingWish, topicId: string): Promise<Merged> {
  const { tx, row, context } = doing
  await endWaiting(doing)
  const wish = await fromWish(doing)
  await joinFromWish(tx, context.actor, { communityId: row.community_id, topicId, wish })
  return { merged_kind: 'topic', merged_id: topicId }
}

/** 提成议题: put up by the author where the wish was said; every home that wanted it there seconds it. */
export async function becomeTopic(doing: DoingWish): Promise<Merged> {
  const { tx, row, context, parts } = doing
  await endWaiting(doing)
  const topicId = await putUpFromWish(
    tx,
    context,
    {
      placeId: row.scope === 'community' ? await estateOf(tx, row) : row.scope_place_id,
      words: { title: row.title, text: row.text ?? undefined, shownAs: row.shown_as },
      wish: await fromWish(doing),
    },
    parts,
  )
  return { merged_kind: 'topic', merged_id: topicId }
}

async function fromWish(doing: DoingWish): Promise<FromWish> {
  const { row, now } = doing
  return {
    wishId: row.wish_id,
    authorId: row.author_id,
    followers: await followersOf(doing),
    at: now,
  }
}

/** No board is the whole community's: what was said to all of it is talked about in the author's estate, or else their building. */
async function estateOf(tx: Transaction, { community_id: communityId, place_id: placeId }: StoredWish) {
  const [place] = await listPlacesById(tx, communityId, [placeId])
  return place?.pathNames.find(({ kind }) => kind === 'estate')?.placeId ?? placeId
}

/** Who wants it too, and the author for their own home. */
async function followersOf({ tx, row }: DoingWish): Promise<SecondingHome[]> {
  const [own] = await listHomeIds(tx, row.community_id, row.author_id)
  const author = own ? [{ homeId: own, personId: row.author_id }] : []
  return [...author, ...(await listSeconds(tx, row))]
}

/** Who offered to help is told that it went on elsewhere. */
async function endWaiting({ tx, row, context, now }: DoingWish): Promise<void> {
  const waiting = await endOffers(tx, row, 'waiting', 'declined')
  await tellOfWish(tx, row, 'wish_offer_ended', waiting, { byPersonId: context.actor.personId, at: now })
}
