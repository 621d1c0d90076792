import { readHomeEndpoint } from '#core/matters'
import { listVotesEndpoint } from '#core/votes'
import { voteRemind } from '#server/votes/index'
import { accepted, act, castOn, file, noticed, opened } from '../../tests/builders/proxies'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  across,
  atTime,
  CLOSES_AT,
  neighbour,
  OPENS_AT,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  stranger,
  tellAll,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

interface Named {
  voteId: string
}

/** What one vote asks of somebody, on the first page and in the list. */
async function waitsFor(person: SignedInPerson, { voteId }: Named) {
  const { communityId } = place.community
  const as = { as: person.token, params: { communityId } }
  const home = await server.ok(readHomeEndpoint, { ...as, query: {} })
  const { items } = await server.ok(listVotesEndpoint, { ...as, query: { list: 'current' } })
  const asked = (one: { toCast: number; byProxyFor: string[] } | undefined) =>
    one && { toCast: one.toCast, byProxyFor: one.byProxyFor }
  return {
    home: asked(home.votes.find((one) => one.voteId === voteId)),
    list: asked(items.find((one) => one.voteId === voteId)),
  }
}

const both = (toCast: number, ...byProxyFor: string[]) => ({
  home: toCast === 0 ? undefined : { toCast, byProxyFor },
  list: { toCast, byProxyFor },
})

const nameOf = async (vote: Named) => (await votes.read(resident, vote)).voters[0]?.name ?? ''

async function remind({ voteId }: Named): Promise<void> {
  const { communityId } = place.community
  const job = { communityId, voteId, closesAt: CLOSES_AT.toISOString() }
  await voteRemind(server.db, job, server.clock.now)
  await tellAll({ voteId })
}

describe('a vote that is to be cast by proxy', () => {
  it('waits beside one’s own, and alone once that is cast, until the proxy or the principal has voted', async () => {
    const { vote, of602, of402 } = await opened()
    expect(await waitsFor(neighbour, vote)).toEqual(both(1))
    await accepted(neighbour, vote, { voterId: of602, official: staff })
    const name = await nameOf(vote)
    expect(await waitsFor(neighbour, vote)).toEqual(both(2, name))
    await castOn(neighbour, vote, of402)
    expect(await waitsFor(neighbour, vote)).toEqual(both(1, name))
    expect(await waitsFor(resident, vote)).toEqual(both(1))
    await castOn(neighbour, vote, of602)
    expect(await waitsFor(neighbour, vote)).toEqual(both(0))
  })

  it('waits for nobody whose proxy was not checked, or was taken back', async () => {
    const { vote, of602, of402 } = await opened()
    await castOn(neighbour, vote, of402)
    const { proxyId } = await file(neighbour, vote, of602)
    expect(await waitsFor(neighbour, vote)).toEqual(both(0))
    await act(staff, vote, proxyId, { act: 'accept' })
    expect(await waitsFor(neighbour, vote)).toEqual(both(1, await nameOf(vote)))
    await act(resident, vote, proxyId, { act: 'revoke' })
    expect(await waitsFor(neighbour, vote)).toEqual(both(0))
  })

  it('waits no longer once its principal has voted, and for nobody else', async () => {
    const { vote, of602, of402 } = await opened()
    await accepted(neighbour, vote, { voterId: of602, official: staff })
    await castOn(neighbour, vote, of402)
    expect((await waitsFor(across, vote)).home).toBeUndefined()
    await castOn(resident, vote, of602)
    expect(await waitsFor(neighbour, vote)).toEqual(both(0))
    const { communityId } = place.otherCommunity
    const elsewhere = { as: stranger.token, params: { communityId }, query: {} }
    expect((await server.ok(readHomeEndpoint, elsewhere)).votes).toEqual([])
  })

  it('is counted once for who came to vote for the same home by right', async () => {
    const { vote, of602, of402 } = await opened()
    const joining = await place.resident(place.community.neighbourHomeId)
    await accepted(joining, vote, { voterId: of602, official: staff })
    await server.db
      .updateTable('memberships')
      .set(await homeOf(resident))
      .where('person_id', '=', joining.personId)
      .execute()
    expect(await waitsFor(joining, vote)).toEqual(both(1))
    await castOn(neighbour, vote, of402)
  })

  it('is reminded of a day before the end, like one’s own; who has no home there hears what happens to it', async () => {
    const { vote, of602, of402 } = await noticed()
    await tellAll(vote)
    // Who has office and home in the other building may hold a proxy here.
    const helper = await place.inOffice('grid_worker', place.community.communityId)
    await place.resident(place.community.otherHomeId)
    await server.db
      .updateTable('memberships')
      .set({ person_id: helper.personId })
      .where('home_id', '=', place.community.otherHomeId)
      .where('person_id', '!=', across.personId)
      .execute()
    await accepted(helper, vote, { voterId: of402, official: secretary })
    await accepted(neighbour, vote, { voterId: of602, official: staff })
    await atTime(OPENS_AT, vote, 'open')
    await tellAll(vote)
    const own = await castOn(neighbour, vote, of402)
    expect(own.status).toBe(200)
    await remind(vote)
    expect(await toldOf(vote, neighbour)).toEqual(
      expect.arrayContaining(['vote_open', 'vote_remind']) as string[],
    )
    expect(await toldOf(vote, helper)).toContain('vote_open')
    expect(await toldOf(vote, helper)).not.toContain('vote_remind')
    expect((await toldOf(vote, neighbour)).filter((kind) => kind === 'vote_remind')).toHaveLength(1)
  })
})

async function homeOf({ personId }: SignedInPerson) {
  return server.db
    .selectFrom('memberships')
    .select(['home_id', 'home_path'])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
}
