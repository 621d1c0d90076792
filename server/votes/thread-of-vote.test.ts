import { listPostsEndpoint, writePostEndpoint } from '#core/threads'
import { searchEndpoint } from '#core/search'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { across, head, resident, server, setVoteStage, staff, votes } from '../../tests/builders/vote-stage'

setVoteStage()

const say = (
  by: SignedInPerson,
  { voteId, communityId }: { voteId: string; communityId: string },
  text: string,
) =>
  server.call(writePostEndpoint, {
    as: by.token,
    params: { communityId, subjectKind: 'vote', subjectId: voteId },
    body: { text },
  })

const found = async (by: SignedInPerson, communityId: string) =>
  (
    await server.ok(searchEndpoint, { as: by.token, params: { communityId }, query: { q: '自行车' } })
  ).items.filter(({ kind }) => kind === 'vote')

describe('the thread of a vote', () => {
  it('is for who may read it: a draft has none for others, and who convenes it signs in office', async () => {
    const draft = await votes.draft(head)
    expect((await say(resident, draft, '画在哪里')).status).toBe(404)
    const posted = await votes.act(head, draft, 'give_notice')
    expect((await say(resident, posted, '车位能不能画在门外')).status).toBe(200)
    expect((await say(head, posted, '门外是消防通道，画不了')).status).toBe(200)
    expect((await say(across, posted, '我也想说')).status).toBe(404)
    const { items } = await server.ok(listPostsEndpoint, {
      as: staff.token,
      params: { communityId: posted.communityId, subjectKind: 'vote', subjectId: posted.voteId },
    })
    expect(items).toHaveLength(2)
    expect(items.map(({ official }) => official?.unitName ?? null)).toEqual([
      null,
      expect.stringContaining('3号楼'),
    ])
  })
})

describe('search', () => {
  it('finds a vote by its words once notice was given, for who may read it', async () => {
    const draft = await votes.draft(head)
    const { communityId } = draft
    const before = (await found(resident, communityId)).length
    await votes.act(head, draft, 'give_notice')
    expect(await found(resident, communityId)).toHaveLength(before + 1)
    expect(await found(across, communityId)).toEqual([])
    await votes.act(head, draft, 'withdraw', { note: '不办了' })
    expect(await found(resident, communityId)).toHaveLength(before)
  })
})
