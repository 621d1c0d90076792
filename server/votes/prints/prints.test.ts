import type { InjectOptions } from 'fastify'
import {
  ballotCode,
  bindingInWords,
  printVoteEndpoint,
  seenInWords,
  type VotePrint,
  type VoteView,
} from '#core/votes'
import {
  across,
  atTime,
  CLOSES_AT,
  head,
  neighbour,
  OPENS_AT,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  stranger,
  votes,
} from '../../../tests/builders/vote-stage'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import { putOnPaper } from '../../../tests/api/paper-votes'
import { readPdf } from '../../../tests/pdf/read-pdf'

setVoteStage()
jest.setTimeout(120_000)

const ask = (by: SignedInPerson, vote: VoteView, print: VotePrint) =>
  server.call(printVoteEndpoint, { as: by.token, params: votes.params(vote), body: { print } })
const fetchPaper = (url: string) => server.app.inject({ method: 'GET', url } as InjectOptions)
const printed = async (by: SignedInPerson, vote: VoteView, print: VotePrint) => {
  const { url } = await server.ok(printVoteEndpoint, {
    as: by.token,
    params: votes.params(vote),
    body: { print },
  })
  const answer = await fetchPaper(url)
  expect(answer.headers['content-type']).toBe('application/pdf')
  return { url, answer, ...readPdf(answer.rawPayload) }
}
/** Lines as they were broken are one text again. */
const words = (text: string) => text.replace(/\s/g, '')

async function openVote(): Promise<VoteView> {
  const vote = await votes.notice(head)
  await atTime(OPENS_AT, vote, 'open')
  return votes.read(head, vote)
}
async function takePaper(vote: VoteView): Promise<void> {
  const tellers = [secretary, neighbour, across].map(({ personId }) => personId) as [string, string, string]
  await putOnPaper(server, votes.params(vote), vote.voteId, tellers)
}
async function openOnPaper(): Promise<VoteView> {
  const vote = await openVote()
  await takePaper(vote)
  return vote
}
async function closedVote(): Promise<VoteView> {
  const vote = await openVote()
  await votes.cast(resident, vote)
  await votes.cast(neighbour, vote)
  await atTime(CLOSES_AT, vote, 'count')
  return votes.read(head, vote)
}

describe('the result on paper', () => {
  it('says what was decided, by which rule, every step of the sums, and the hashes; never who voted', async () => {
    const vote = await closedVote()
    const { text, subsets, fontFiles, answer } = await printed(across, vote, 'result')
    const said = words(text)
    for (const part of [
      '表决结果公示',
      vote.title,
      vote.convenerName,
      vote.text,
      '通过',
      '第一步',
      '两步都够了',
    ])
      expect(said).toContain(words(part))
    for (const code of [vote.textSha256, vote.frozenSha256, vote.head]) expect(said).toContain(code)
    expect(said).toContain('对名册：没有人提')
    expect(said).toContain('期满以后由专人确认')
    for (const name of ['602室', '402室', '李阿姨', '小周']) expect(said).not.toContain(name)
    expect(subsets).toHaveLength(1)
    expect(fontFiles).toBe(1)
    expect(answer.rawPayload.length).toBeLessThan(200_000)
  })

  it('that is void says so, and why', async () => {
    const vote = await closedVote()
    await votes.act(secretary, vote, 'ask_void', { ground: 'order', note: '街道来函' })
    const subdistrict = await place.inOffice('subdistrict_staff', place.subdistrictId, { community: null })
    await votes.act(subdistrict, vote, 'agree_void')
    const said = words((await printed(resident, vote, 'result')).text)
    expect(said).toContain('这次结果作废了')
    expect(said).toContain('街道来函')
  })

  it('is there once it was counted, for who lives in the community', async () => {
    const open = await openVote()
    expect((await ask(resident, open, 'result')).body.code).toBe('VOTE_NOT_COUNTED')
    expect((await ask(across, open, 'result')).status).toBe(404)
    expect((await ask(stranger, open, 'result')).status).toBe(404)
  })
})

describe('who has not voted yet, on paper', () => {
  it('has a line for each who has not, and says that it is soon out of date', async () => {
    const vote = await openVote()
    await votes.cast(resident, vote)
    const said = words((await printed(head, vote, 'missing')).text)
    expect(said).toContain('402')
    expect(said).not.toContain('602')
    expect(said).toContain('一共1户')
    expect(said).toContain('这张单子很快就旧了')
    expect(said).toContain(words(bindingInWords(vote.binding, vote.electorate)))
  })

  it('is for who goes from door to door, while the vote is open', async () => {
    const posted = await votes.notice(head)
    expect((await ask(head, posted, 'missing')).body.code).toBe('STATE_CHANGED')
    const vote = await openVote()
    expect((await ask(resident, vote, 'missing')).status).toBe(403)
    expect((await ask(across, vote, 'missing')).status).toBe(404)
  })

  it('shows what is so when it is opened: whoever voted since then is gone from it', async () => {
    const vote = await openVote()
    const { url } = await printed(head, vote, 'missing')
    await votes.cast(resident, vote)
    expect(words(readPdf((await fetchPaper(url)).rawPayload).text)).not.toContain('602')
  })
})

describe('ballots of paper', () => {
  it('are one for each on the roll, two on a page, numbered by the roll', async () => {
    const vote = await openOnPaper()
    const { text, pages } = await printed(head, vote, 'ballots')
    const said = words(text)
    expect(pages).toBe(1)
    const told = [
      seenInWords(vote),
      bindingInWords(vote.binding, vote.electorate),
      '编号是您家在名册上的号，对得上是谁的票',
    ]
    const parts = ['编号1', '编号2', '602', '402', vote.title, '同意', '反对', '弃权', '贴在信封外面']
    for (const part of [...parts, ...told]) expect(said).toContain(words(part))
    expect(said).not.toContain('编号3')
    expect(said.match(/同意反对弃权/g)).toHaveLength(2)
  })

  it('bear a code that says which vote, and which number', () => {
    expect(ballotCode('0190-vote', 7)).toBe('LINLI-BALLOT 0190-vote 7')
  })

  it('are printed by convener and building head, until the close, where paper is taken', async () => {
    const vote = await openVote()
    expect((await ask(head, vote, 'ballots')).body.code).toBe('VOTE_NOT_ON_PAPER')
    await takePaper(vote)
    expect((await ask(head, vote, 'ballots')).status).toBe(200)
    for (const who of [resident, secretary]) expect((await ask(who, vote, 'ballots')).status).toBe(403)
    server.clock.now = CLOSES_AT
    expect((await ask(head, vote, 'ballots')).body.code).toBe('STATE_CHANGED')
  })
})

describe('the address of a paper', () => {
  it('opens for half an hour, for who asked, as long as they may; a forged one never', async () => {
    const vote = await openVote()
    const { url } = await printed(head, vote, 'missing')
    const statusOf = async (address: string) => (await fetchPaper(address)).statusCode
    const forged = url.slice(0, -1) + (url.endsWith('A') ? 'B' : 'A')
    const elsewhere = url.replace(place.community.communityId, place.otherCommunity.communityId)
    expect([await statusOf(forged), await statusOf(elsewhere)]).toEqual([404, 404])
    const before = server.clock.now
    server.clock.now = new Date(before.getTime() + 30 * 60_000)
    expect(await statusOf(url)).toBe(404)
    server.clock.now = before
    await atTime(CLOSES_AT, vote, 'count')
    server.clock.now = before
    expect(await statusOf(url)).toBe(404)
  })

  it('is asked for on record', async () => {
    const vote = await openVote()
    await ask(head, vote, 'missing')
    const rows = await server.db
      .selectFrom('audit_entries')
      .select(['act', 'person_id'])
      .where('subject_id', '=', vote.voteId)
      .execute()
    expect(rows).toContainEqual({ act: 'vote.print_missing', person_id: head.personId })
  })
})
