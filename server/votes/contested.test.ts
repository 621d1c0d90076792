import {
  bylaws,
  deliver,
  ownersOfBuilding,
  ownIn,
  reached,
  SILENT,
  tryActOn,
} from '../../tests/builders/deliveries'
import {
  committee,
  head,
  neighbour,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  votes,
} from '../../tests/builders/vote-stage'
import { forgetVotes } from './forget-votes'

setVoteStage()

beforeAll(async () => {
  await ownersOfBuilding()
  await bylaws()
})

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) =>
  status === 200 ? 'done' : body.code

it('who got no ballot says what was wrong, which is read by who goes there again and who decides about the roll, and nobody else', async () => {
  const vote = await votes.notice(head, SILENT)
  const li = (await ownIn(resident, vote)).voterId
  const { delivery } = await deliver(committee, vote, li)
  const deliveryId = delivery?.deliveryId ?? ''
  const contest = (reason: string) => tryActOn(resident, vote, deliveryId, { act: 'contest', reason })
  expect(codeOf(await contest('打 13800138000'))).toBe('VOTE_WORDS_REFUSED')
  expect(codeOf(await contest('我这周不在家，没有人来过'))).toBe('done')
  const said = { words: '我这周不在家，没有人来过', at: server.clock.now.toISOString() }
  for (const who of [committee, head, staff, secretary])
    expect((await reached(who, vote)).find(({ voterId }) => voterId === li)).toMatchObject({
      delivery: null,
      contested: said,
    })
  for (const who of [neighbour, resident])
    expect(JSON.stringify(await votes.read(who, vote))).not.toContain('没有人来过')
  // Brought anew it still says what was wrong before; contested again without a word, it says so.
  const again = await deliver(head, vote, li)
  expect(again).toMatchObject({ delivery: { how: 'handed' }, contested: said })
  server.clock.now = new Date(server.clock.now.getTime() + 1000)
  await tryActOn(resident, vote, again.delivery?.deliveryId ?? '', { act: 'contest' })
  expect((await reached(head, vote)).find(({ voterId }) => voterId === li)?.contested).toMatchObject({
    words: null,
  })
  expect((await reached(head, vote)).filter(({ contested }) => contested)).toHaveLength(1)
})

it('what they said goes with their account where that is wished; that nothing came stays', async () => {
  const vote = await votes.notice(head, SILENT)
  const { voterId } = await ownIn(resident, vote)
  const { delivery } = await deliver(head, vote, voterId)
  await tryActOn(resident, vote, delivery?.deliveryId ?? '', { act: 'contest', reason: '我这周不在家' })
  const contested = async () =>
    (await reached(head, vote)).find((one) => one.voterId === voterId)?.contested?.words
  const close = (words: 'keep' | 'delete') =>
    forgetVotes(server.db, {
      communityId: place.community.communityId,
      personId: resident.personId,
      nickname: null,
      words,
      at: server.clock.now,
    })
  await close('keep')
  expect(await contested()).toBe('我这周不在家')
  await close('delete')
  expect(await contested()).toBeNull()
})
