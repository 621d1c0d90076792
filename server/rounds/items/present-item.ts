import {
  decideItemRight,
  decideLedger,
  decideRate,
  itemActsFor,
  NO_RATINGS,
  roundPolicy,
  type Item,
  type ItemCard,
  type ItemStepView,
  type ItemView,
} from '#core/rounds'
import { isModerator } from '#core/moderation'
import { listPhotosOf, presentPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { readableItem } from './in-item'
import { ratingsOf, type Rated } from './ratings'
import { listItemSteps, type ItemRow, type ItemStepRow } from './repository'

type Reader = Database | Transaction
type Viewing = Pick<Context, 'actor' | 'region' | 'photoKey' | 'now'>

/** What the board and the page both say of an item. */
function factsOf(row: ItemRow, personId: string) {
  return {
    itemId: row.item_id,
    title: row.title,
    promise: row.promise,
    state: row.state,
    ownerKind: row.owner_kind,
    ownerName: row.owner_name ?? row.organisation_name,
    taken: row.owner_id !== null,
    mine: row.owner_id === personId,
    dueOn: row.due_on,
    isProject: row.is_project,
    topicId: row.topic_id,
  }
}

const NOT_RATED: Rated = { rated: null, ratings: NO_RATINGS }

/** An item on the board. */
export function presentItemCard(
  row: ItemRow,
  item: Item,
  actor: Context['actor'],
  rated: Rated = NOT_RATED,
): ItemCard {
  return { ...factsOf(row, actor.personId), ...rated, mayRate: decideRate(actor, item).allowed }
}

/** An item as its reader finds it, with the acts open to them. Eight queries at most. Throws NOT_FOUND. */
export async function presentItem(db: Reader, context: Viewing, itemId: string): Promise<ItemView> {
  const { actor, region } = context
  const { roundRow, row, item } = await readableItem({ db: db as Database, actor, region }, itemId)
  const rated = (await ratingsOf(db, row.community_id, [itemId], actor.personId)).get(itemId) ?? NOT_RATED
  const written = row.author_id === actor.personId
  return {
    ...factsOf(row, actor.personId),
    ...rated,
    communityId: row.community_id,
    roundId: row.round_id,
    question: roundPolicy.read(actor, item.round) ? roundRow.question : '',
    roundState: roundRow.state,
    placeId: roundRow.place_id,
    wordsState: written || isModerator(actor, row.community_id) ? row.words_state : null,
    byName: row.by_name,
    written,
    organisationId: row.organisation_id,
    link: row.link_kind && row.link_id ? { kind: row.link_kind, id: row.link_id } : null,
    steps: await presentSteps(db, context, row),
    may: {
      change: decideItemRight(actor, item, 'change').allowed,
      link: decideItemRight(actor, item, 'link').allowed,
      keepLedger: decideLedger(actor, item).allowed,
      rate: decideRate(actor, item).allowed,
    },
    acts: itemActsFor(actor, item),
    revision: row.revision,
  }
}

/** Words and photos of a step that may not be shown are its writer's and the moderators'. */
async function presentSteps(
  db: Reader,
  { actor, region, photoKey, now }: Viewing,
  row: ItemRow,
): Promise<ItemStepView[]> {
  const steps = await listItemSteps(db, row)
  const seesAll = isModerator(actor, region.regionId)
  const sees = ({ words_state, person_id }: ItemStepRow) =>
    seesAll || words_state === 'shown' || person_id === actor.personId
  const subjects = steps.filter(sees).map(({ step_id: id }) => ({ kind: 'item_step' as const, id }))
  const photos = await listPhotosOf(db, row.community_id, subjects)
  const viewing = { photoKey, viewerId: actor.personId, now: now() }
  return steps.map((step) => ({
    stepId: step.step_id,
    seq: step.seq,
    act: step.act,
    at: step.at.toISOString(),
    byName: step.by_name,
    mine: step.person_id === actor.personId,
    note: sees(step) ? step.note : null,
    reportable: step.note !== null && step.words_state === 'shown' && step.person_id !== actor.personId,
    photos: presentPhotos(
      photos.filter(({ subject }) => subject.id === step.step_id),
      viewing,
    ),
  }))
}
