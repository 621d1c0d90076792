import { listVotePlacesEndpoint } from '#core/votes'
import { bylaws, ownersOfBuilding, SILENT } from '../../tests/builders/deliveries'
import { head, place, server, setVoteStage, votes } from '../../tests/builders/vote-stage'

setVoteStage()

let bylawId: string
beforeAll(async () => {
  await ownersOfBuilding()
  bylawId = await bylaws()
})

describe('the draft', () => {
  it('offers the nearest bylaws in force, at the places of offices and at one', async () => {
    const { communityId, buildingId, estateId } = place.community
    const near = await bylaws({ place_id: estateId, title: '湖光苑小区规约' })
    const ask = (placeId?: string) =>
      server.ok(listVotePlacesEndpoint, { as: head.token, params: { communityId }, query: { placeId } })
    for (const { items } of [await ask(), await ask(buildingId)])
      expect(items[0]).toMatchObject({
        placeId: buildingId,
        bylaw: { bylawId: near, title: '湖光苑小区规约' },
      })
    await server.db.deleteFrom('bylaws').where('bylaw_id', '=', near).execute()
    expect((await ask()).items[0]?.bylaw?.bylawId).toBe(bylawId)
  })

  it('refuses where homes decide, or everybody has to approve', async () => {
    const homes = votes.input({ countsSilence: true })
    await expect(votes.draft(head, homes)).rejects.toThrow('VOTE_SILENCE_WRONG')
  })

  it('refuses without bylaws, and when they ended before the notice', async () => {
    const end = (state: 'ended' | 'in_force') =>
      server.db
        .updateTable('bylaws')
        .set(
          state === 'ended'
            ? { state, ended_at: server.clock.now, reason: '换了新的' }
            : { state, ended_at: null, reason: null },
        )
        .where('bylaw_id', '=', bylawId)
        .execute()
    const draft = await votes.draft(head, SILENT)
    await end('ended')
    await expect(votes.draft(head, SILENT)).rejects.toThrow('VOTE_NO_BYLAW')
    await expect(votes.act(head, draft, 'give_notice')).rejects.toThrow('VOTE_NO_BYLAW')
    const other = await bylaws({ title: '另一份规约' })
    await expect(votes.act(head, draft, 'give_notice')).rejects.toThrow('VOTE_NO_BYLAW')
    await server.db.deleteFrom('bylaws').where('bylaw_id', '=', other).execute()
    await end('in_force')
    expect(await votes.act(head, draft, 'give_notice')).toMatchObject({ state: 'notice' })
  })
})
