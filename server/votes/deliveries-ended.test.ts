import { answerObjectionEndpoint, type Amendment } from '#core/votes'
import { listPhotosOf } from '#server/photos/index'
import {
  bylaws,
  CLOSES_AT,
  deliver,
  OPENS_AT,
  ownersOfBuilding,
  ownIn,
  reached,
  SILENT,
} from '../../tests/builders/deliveries'
import { acting } from '../../tests/builders/acting'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  across,
  atTime,
  committee,
  head,
  neighbour,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  stranger,
  votes,
} from '../../tests/builders/vote-stage'
import { deliveryPhotoReader } from './list-deliveries'

setVoteStage()

beforeAll(async () => {
  await ownersOfBuilding()
  await bylaws()
})

interface Named {
  voteId: string
}

/** Posted, with a signature of the resident's. */
async function handed() {
  const vote = await votes.notice(head, SILENT)
  const { voterId } = await ownIn(resident, vote)
  const { delivery } = await deliver(head, vote, voterId)
  return { vote, voterId, deliveryId: delivery?.deliveryId ?? '' }
}

const photosLeft = async (deliveryId: string) =>
  (await listPhotosOf(server.db, place.community.communityId, [{ kind: 'delivery', id: deliveryId }])).length

const ended = ({ voteId }: Named) =>
  server.db
    .selectFrom('vote_deliveries')
    .select('end_reason')
    .where('vote_id', '=', voteId)
    .execute()
    .then((rows) => rows.map((row) => row.end_reason))

const markedOn = ({ voteId }: Named) =>
  server.db
    .selectFrom('vote_voters')
    .select('voter_id')
    .where('vote_id', '=', voteId)
    .where('delivered', '=', true)
    .execute()

async function uphold(vote: Named, amendment: Amendment, voterId?: string) {
  const { objectionId } = await votes.object(neighbour, vote, voterId ? { voterId } : {})
  await server.ok(answerObjectionEndpoint, {
    as: staff.token,
    params: { ...votes.params(vote), objectionId },
    body: { decision: 'upheld', answer: '登记改好了', amendment },
  })
}

describe('what happens to the vote', () => {
  it('its roll made anew, lets proofs follow their voter', async () => {
    const { vote, voterId, deliveryId } = await handed()
    await uphold(vote, 'rebuild')
    const own = await ownIn(resident, vote)
    expect(own.voterId).toBe(voterId)
    expect(own.delivery).toMatchObject({ deliveryId, how: 'handed' })
    expect(await markedOn(vote)).toEqual([{ voter_id: own.voterId }])
    expect(await reached(head, vote, 'missing')).toHaveLength(2)
  })

  it('its roll made anew, ends the proof for one who left it', async () => {
    const { vote } = await handed()
    const ownershipOf = (name: string) =>
      server.db
        .selectFrom('ownerships')
        .innerJoin('units', 'units.unit_id', 'ownerships.unit_id')
        .select(['ownership_id', 'ownerships.owner_id'])
        .where('units.name', '=', name)
        .executeTakeFirstOrThrow()
    const [before, other] = [await ownershipOf('101'), await ownershipOf('301')]
    const sell = (owner_id: string) =>
      server.db
        .updateTable('ownerships')
        .set({ owner_id })
        .where('ownership_id', '=', before.ownership_id)
        .execute()
    await sell(other.owner_id)
    await uphold(vote, 'rebuild')
    expect(await ended(vote)).toEqual(['名册改了，不在名册上了'])
    expect(await markedOn(vote)).toEqual([])
    await sell(before.owner_id)
  })

  it('one taken off the roll ends theirs', async () => {
    const { vote, voterId } = await handed()
    await uphold(vote, 'remove', voterId)
    expect(await ended(vote)).toEqual(['名册改了，不在名册上了'])
    expect((await votes.read(head, vote)).silence).toMatchObject({ delivered: 0, of: 2 })
  })

  it.each([
    ['revise', '表决收回去改了，要重新送'],
    ['withdraw', '表决不办了'],
  ] as const)('%s ends them all; the photos go', async (act, words) => {
    const { vote, deliveryId } = await handed()
    expect(await photosLeft(deliveryId)).toBe(1)
    const after = await votes.act(head, vote, act, { note: '日子写错了' })
    expect(await ended(vote)).toEqual([words])
    expect(await markedOn(vote)).toEqual([])
    expect(await photosLeft(deliveryId)).toBe(0)
    expect(after.silence?.delivered).toBe(0)
  })

  it('certified, lets the photos go, and not before; that it was delivered stays', async () => {
    const { vote, deliveryId } = await handed()
    await atTime(OPENS_AT, vote, 'open')
    await votes.cast(resident, vote)
    await atTime(CLOSES_AT, vote, 'count')
    expect(await photosLeft(deliveryId)).toBe(1)
    server.clock.now = new Date('2026-12-20T16:00:00.000Z')
    await votes.act(secretary, vote, 'certify')
    expect(await photosLeft(deliveryId)).toBe(0)
    expect((await votes.read(secretary, vote)).silence?.delivered).toBe(1)
  })
})

describe('the photo of a signature', () => {
  it('is for who records or checks, and for who votes for that voter', async () => {
    const { deliveryId } = await handed()
    const opens = async (who: SignedInPerson) =>
      deliveryPhotoReader(
        await acting(server.db, who.personId, place.community.communityId, server.clock.now),
        deliveryId,
        head.personId,
      )
    for (const who of [head, committee, staff, secretary, resident]) expect(await opens(who)).toBe(true)
    for (const who of [neighbour, across, stranger]) expect(await opens(who)).toBe(false)
  })
})
