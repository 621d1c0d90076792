import type { Actor } from '#core/permissions'
import {
  deliveryActsFor,
  DELIVERY_ENDED_WORDS,
  type DeliveryNote,
  type DeliveryRow,
  type Vote,
  type VoteView,
} from '#core/votes'
import { listPhotosOf, presentPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import {
  countStanding,
  deliveryOf,
  listContested,
  listStanding,
  type DeliveryRecord,
} from './delivery-repository'
import type { OwnVoter } from './my-voters'
import { areaOf, type VoterRow, type VoteRow } from './repository'
import { bylawOf } from './silence'

type Reader = Database | Transaction

interface Meeting {
  actor: Actor
  vote: Vote
  /** For whom the reader votes by right. */
  own: readonly OwnVoter[]
}

function presentNote(row: DeliveryRecord, { actor, vote, own }: Meeting): DeliveryNote {
  return {
    deliveryId: row.delivery_id,
    how: row.how,
    number: row.note,
    at: row.at.toISOString(),
    byName: row.by_name,
    acts: deliveryActsFor(actor, { vote, delivery: deliveryOf(row, own) }),
  }
}

/** 没交票的怎么算: by which bylaws, how many were reached, and the reader's own. No query where silence does not count, else two. */
export async function presentSilence(
  db: Reader,
  row: VoteRow,
  meeting: Meeting,
): Promise<VoteView['silence']> {
  const bylaw = bylawOf(row)
  if (!bylaw) return null
  const { own } = meeting
  const standing = await listStanding(
    db,
    row,
    own.map(({ voterId }) => voterId),
  )
  return {
    bylaw,
    delivered: row.roll_persons === null ? 0 : await countStanding(db, row),
    of: row.roll_persons ?? 0,
    own: own.map(({ voterId, name }) => {
      const found = standing.find((one) => one.voter_id === voterId)
      return { voterId, name, delivery: found ? presentNote(found, meeting) : null }
    }),
  }
}

/** Those on the roll with what stands for them, the photos of signatures, and what was contested. Three queries. */
export async function presentDeliveries(
  db: Reader,
  { actor, photoKey, now }: Pick<Context, 'actor' | 'photoKey' | 'now'>,
  { vote, own, row }: Pick<Meeting, 'vote' | 'own'> & { row: VoteRow },
  voters: readonly VoterRow[],
): Promise<DeliveryRow[]> {
  const standing = await listStanding(
    db,
    row,
    voters.map((voter) => voter.voter_id),
  )
  const photos = await listPhotosOf(
    db,
    row.community_id,
    standing.map((one) => ({ kind: 'delivery', id: one.delivery_id }) as const),
  )
  const contested = await listContested(
    db,
    row,
    voters.map((voter) => voter.voter_id),
  )
  const viewing = { photoKey, viewerId: actor.personId, now: now() }
  return voters.map((voter) => {
    const found = standing.find((one) => one.voter_id === voter.voter_id)
    const said = contested.find((one) => one.voterId === voter.voter_id)
    const taken = photos.filter(({ subject }) => subject.id === found?.delivery_id)
    return {
      voterId: voter.voter_id,
      name: voter.name,
      areaCentiM2: areaOf(voter.area_centi_m2),
      delivery: found
        ? { ...presentNote(found, { actor, vote, own }), photos: presentPhotos(taken, viewing) }
        : null,
      contested: said
        ? {
            words: said.words === DELIVERY_ENDED_WORDS.contested ? null : said.words,
            at: said.at.toISOString(),
          }
        : null,
    }
  })
}
