import { createHash } from 'node:crypto'
import {
  listMissingEndpoint,
  listMyBallotsEndpoint,
  listVotesEndpoint,
  readBulletinEndpoint,
  verifyBulletin,
} from '#core/votes'
import {
  atTime,
  CERTIFIABLE_AT,
  CLOSES_AT,
  head,
  neighbour,
  OPENS_AT,
  resident,
  secretary,
  server,
  setVoteStage,
  tellAll,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

describe('a vote of a building', () => {
  it('goes from draft to certified, and whoever is on the roll can recount it', async () => {
    const drafted = await votes.draft(head)
    expect(drafted).toMatchObject({ state: 'draft', binding: 'binding', acts: ['give_notice', 'withdraw'] })
    const posted = await votes.act(head, drafted, 'give_notice')
    expect(posted).toMatchObject({ state: 'notice', roll: { persons: 2, areaCentiM2: 0 }, turnout: null })
    expect(posted.noticeSha256).toMatch(/^[0-9a-f]{64}$/)
    await tellAll(posted)
    expect(await toldOf(posted, resident)).toEqual(['vote_notice'])

    await atTime(OPENS_AT, posted, 'open')
    const listed = async () =>
      (
        await server.ok(listVotesEndpoint, {
          as: resident.token,
          params: { communityId: posted.communityId },
        })
      ).items
    expect(await listed()).toMatchObject([{ toCast: 1, turnout: { persons: 0, of: 2 }, passed: null }])
    const missing = () => server.ok(listMissingEndpoint, { as: head.token, params: votes.params(posted) })
    expect((await missing()).items).toHaveLength(2)
    expect(await votes.cast(resident, posted)).toMatchObject({ voted: 'mine', disputedItems: [] })
    expect((await missing()).items).toHaveLength(1)
    expect(await listed()).toMatchObject([{ toCast: 0, turnout: { persons: 1, of: 2 } }])
    await votes.cast(neighbour, posted)
    const open = await votes.read(head, posted)
    expect(open).toMatchObject({ state: 'open', turnout: { persons: 2, areaCentiM2: 0 } })
    // Nothing was amended: what is opened is what was posted, to the hour.
    expect(open.frozenSha256).toBe(posted.noticeSha256)

    await atTime(CLOSES_AT, posted, 'count')
    const closed = await votes.read(resident, posted)
    expect(closed).toMatchObject({ state: 'closed', may: { readBulletin: true } })
    expect(closed.items[0]?.result).toMatchObject({
      electorate: { persons: 2 },
      approve: { persons: 2 },
      turnout_met: true,
      passed: true,
    })

    const bulletin = await server.ok(readBulletinEndpoint, {
      as: resident.token,
      params: votes.params(posted),
    })
    const verdict = verifyBulletin(JSON.stringify(bulletin), sha256)
    expect(verdict).toMatchObject({ ok: true, result: { i1: closed.items[0]?.result } })
    const { items: receipts } = await server.ok(listMyBallotsEndpoint, {
      as: resident.token,
      params: votes.params(posted),
    })
    expect(
      (bulletin as unknown as { ballots: { receipt: string }[] }).ballots.map(({ receipt }) => receipt),
    ).toContain(receipts[0]?.receipt)

    server.clock.now = CERTIFIABLE_AT
    const certified = await votes.act(secretary, posted, 'certify')
    expect(certified).toMatchObject({ state: 'certified', certifiedBy: '周书记（社区书记）' })
  })
})
