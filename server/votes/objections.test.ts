import {
  answerObjectionEndpoint,
  listObjectionsEndpoint,
  listRollEndpoint,
  objectEndpoint,
  type Amendment,
  type ObjectionView,
  type VoteView,
} from '#core/votes'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  across,
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
  staff,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const objecting = (by: SignedInPerson, vote: VoteView, body: { about: 'roll' | 'result'; text?: string }) =>
  server.call(objectEndpoint, {
    as: by.token,
    params: votes.params(vote),
    body: { text: '名册不对', ...body },
  })

const answering = (
  by: SignedInPerson,
  vote: VoteView,
  { objectionId }: Pick<ObjectionView, 'objectionId'>,
  more: { decision?: 'upheld' | 'dismissed'; amendment?: Amendment; answer?: string } = {},
) =>
  server.call(answerObjectionEndpoint, {
    as: by.token,
    params: { ...votes.params(vote), objectionId },
    body: { decision: 'dismissed', answer: '核对过了', ...more },
  })

const rollOf = async (vote: VoteView) =>
  (await server.ok(listRollEndpoint, { as: resident.token, params: votes.params(vote) })).items

describe('an objection to the roll', () => {
  it('is made in the days of notice by who is concerned, and answered in the open by somebody else', async () => {
    const vote = await votes.notice(head)
    expect((await objecting(across, vote, { about: 'roll' })).status).toBe(404)
    expect((await objecting(head, vote, { about: 'roll' })).body.code).toBe('NOT_ALLOWED')
    expect((await objecting(resident, vote, { about: 'result' })).body.code).toBe('VOTE_OBJECTION_LATE')
    const objection = await votes.object(resident, vote)
    expect(objection).toMatchObject({
      mine: true,
      decision: null,
      byName: expect.not.stringContaining('李') as string,
    })
    expect(await toldOf(vote, staff)).toEqual(['vote_objection'])
    expect((await answering(head, vote, objection)).body.code).toBe('NOT_ALLOWED')
    expect((await answering(resident, vote, objection)).body.code).toBe('NOT_ALLOWED')
    expect((await answering(neighbour, vote, objection)).body.code).toBe('NOT_ALLOWED')
    expect((await answering(staff, vote, objection)).body).toMatchObject({
      decision: 'dismissed',
      answeredBy: '王敏（社区工作人员）',
    })
    expect((await answering(secretary, vote, objection)).body.code).toBe('STATE_CHANGED')
    expect(await toldOf(vote, resident)).toEqual(['vote_objection_answered'])
    const { items } = await server.ok(listObjectionsEndpoint, {
      as: neighbour.token,
      params: votes.params(vote),
    })
    expect(items).toMatchObject([{ answer: '核对过了', mine: false, mayAnswer: false }])
    server.clock.now = OPENS_AT
    expect((await objecting(resident, vote, { about: 'roll' })).body.code).toBe('VOTE_OBJECTION_LATE')
  })

  it('that is upheld changes the roll, on the timeline, and the hash at the opening', async () => {
    const vote = await votes.notice(head)
    const theirs = (await votes.read(neighbour, vote)).voters[0]?.voterId
    const second = (await rollOf(vote)).find(({ voterId }) => voterId === theirs)
    const objection = await votes.object(resident, vote, { voterId: second?.voterId })
    expect(objection.voter?.name).toBe(second?.name)
    expect((await answering(staff, vote, objection, { amendment: 'remove' })).body.code).toBe(
      'VOTE_AMENDMENT_WRONG',
    )
    expect(
      (await answering(staff, vote, objection, { decision: 'upheld', amendment: 'include' })).body.code,
    ).toBe('VOTE_AMENDMENT_WRONG')
    await answering(staff, vote, objection, { decision: 'upheld', amendment: 'remove' })
    const amended = await votes.read(resident, vote)
    expect(amended).toMatchObject({ roll: { persons: 1 }, objections: { roll: 1, rollOpen: 0 } })
    expect(amended.timeline[amended.timeline.length - 1]).toMatchObject({
      act: 'amend',
      note: `去掉${second?.name ?? ''}`,
      byName: '王敏（社区工作人员）',
    })
    expect((await rollOf(vote)).filter(({ leftOut }) => leftOut === 'removed')).toMatchObject([
      { voterId: theirs },
    ])
    await atTime(OPENS_AT, vote, 'open')
    const opened = await votes.read(resident, vote)
    expect(opened.frozenSha256).not.toBe(opened.noticeSha256)
    expect((await votes.read(neighbour, vote)).may.cast).toBe(false)
  })

  it('that nobody has answered holds the opening; then voting lasts as long as was announced', async () => {
    const vote = await votes.notice(head)
    const objection = await votes.object(resident, vote)
    await atTime(OPENS_AT, vote, 'open')
    expect((await votes.read(resident, vote)).state).toBe('notice')
    server.clock.now = new Date(OPENS_AT.getTime() + 26 * 3_600_000)
    await answering(staff, vote, objection)
    await atTime(server.clock.now, vote, 'open')
    const opened = await votes.read(resident, vote)
    expect(opened).toMatchObject({
      state: 'open',
      closesAt: new Date(CLOSES_AT.getTime() + 24 * 3_600_000).toISOString(),
    })
  })

  it('may have the roll made anew from the registers', async () => {
    const vote = await votes.notice(head)
    const objection = await votes.object(resident, vote)
    await answering(staff, vote, objection, { decision: 'upheld', amendment: 'rebuild' })
    const { timeline } = await votes.read(resident, vote)
    expect(timeline[timeline.length - 1]).toMatchObject({
      act: 'amend',
      note: '照最新的名册重做了一遍，没有变化',
    })
    await atTime(OPENS_AT, vote, 'open')
    expect(await votes.cast(neighbour, vote)).toMatchObject({ voted: 'mine' })
  })

  it('shows no phone and no address of a site', async () => {
    const vote = await votes.notice(head)
    expect((await objecting(resident, vote, { about: 'roll', text: '打 13812345678 问我' })).body.code).toBe(
      'VOTE_WORDS_REFUSED',
    )
  })
})

describe('what officials write to it', () => {
  const words = '打 13812345678 问我'
  const refused = { code: 'VOTE_WORDS_REFUSED' }

  it('is looked at as objections are: the answer', async () => {
    const vote = await votes.notice(head)
    const objection = await votes.object(resident, vote)
    expect((await answering(staff, vote, objection, { answer: words })).body).toMatchObject({
      ...refused,
      field: 'answer',
    })
    expect((await answering(staff, vote, objection)).status).toBe(200)
  })

  it('is looked at as objections are: the reason of an act', async () => {
    const vote = await votes.notice(head)
    for (const act of ['revise', 'withdraw'] as const)
      await expect(votes.act(head, vote, act, { note: words })).rejects.toThrow('VOTE_WORDS_REFUSED')
    expect((await votes.read(head, vote)).state).toBe('notice')
  })
})

describe('an objection to the result', () => {
  it('is answered by the certifier, who waits for its days and its answer', async () => {
    const vote = await votes.notice(head)
    await atTime(OPENS_AT, vote, 'open')
    await atTime(CLOSES_AT, vote, 'count')
    const objection = await votes.object(neighbour, vote, { about: 'result', text: '我家没收到通知' })
    expect((await answering(staff, vote, objection)).body.code).toBe('NOT_ALLOWED')
    await expect(votes.act(secretary, vote, 'certify')).rejects.toThrow('VOTE_OBJECTIONS_RUN')
    server.clock.now = CERTIFIABLE_AT
    await expect(votes.act(secretary, vote, 'certify')).rejects.toThrow('VOTE_OBJECTIONS_RUN')
    expect((await objecting(resident, vote, { about: 'result' })).body.code).toBe('VOTE_OBJECTION_LATE')
    expect((await answering(secretary, vote, objection)).body).toMatchObject({ decision: 'dismissed' })
    expect(await votes.act(secretary, vote, 'certify')).toMatchObject({ state: 'certified' })
  })
})
