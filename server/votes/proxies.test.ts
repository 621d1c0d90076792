import {
  fileProxyEndpoint,
  listRollEndpoint,
  listByUnitEndpoint,
  listMyBallotsEndpoint,
  readBulletinEndpoint,
  verifyBulletin,
} from '#core/votes'
import {
  accepted,
  act,
  castOn,
  file,
  listed,
  noticed,
  opened,
  tryAct,
  tryFile,
  turnoutOf,
} from '../../tests/builders/proxies'
import { acting } from '../../tests/builders/acting'
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
  staff,
  stranger,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'
import { sha256 } from './frozen'
import { proxyPhotoReader } from './list-proxies'

setVoteStage()

const resultOf = async (vote: { voteId: string }) => {
  await atTime(CLOSES_AT, vote, 'count')
  return (await votes.read(head, vote)).items[0]?.result
}

describe('asking to vote for another', () => {
  it('brings photos of the written authority, and waits until somebody has checked it', async () => {
    const { vote, of602 } = await noticed()
    const asked = await file(neighbour, vote, of602)
    expect(asked).toMatchObject({ state: 'asked', party: 'agent', acts: ['withdraw'], voted: false })
    expect(asked.photos).toHaveLength(2)
    expect(await toldOf(vote, staff)).toEqual(['vote_proxy_asked'])
    expect(await toldOf(vote, resident)).toEqual(['vote_proxy_for_you'])
    expect(await toldOf(vote, neighbour)).toEqual([])
    await atTime(OPENS_AT, vote, 'open')
    expect((await votes.read(neighbour, vote)).voters.map((voter) => voter.as)).toEqual(['own'])
    expect((await castOn(neighbour, vote, of602)).body.code).toBe('VOTE_PROXY_NOT_LIVE')
  })

  it('is for adults of the community; nobody holds one for whom they vote anyway', async () => {
    const { vote, of602 } = await noticed()
    const child = await place.resident(place.community.neighbourHomeId, {
      relation: 'family',
      isAdult: false,
    })
    expect((await tryFile(child, vote, of602)).body.code).toBe('VOTE_PROXY_NOT_MEMBER')
    expect((await tryFile(staff, vote, of602)).body.code).toBe('VOTE_PROXY_NOT_MEMBER')
    expect((await tryFile(stranger, vote, of602)).status).toBe(404)
    expect((await tryFile(resident, vote, of602)).body.code).toBe('VOTE_PROXY_OWN')
    expect((await tryFile(neighbour, vote, vote.voteId)).status).toBe(404)
  })

  it('is refused where the notice said so, and once voting is over', async () => {
    const none = await noticed({ principalsPerProxy: 0 })
    expect((await tryFile(neighbour, none.vote, none.of602)).body.code).toBe('VOTE_PROXY_NONE')
    const { vote, of602 } = await opened()
    server.clock.now = CLOSES_AT
    expect((await tryFile(neighbour, vote, of602)).body.code).toBe('VOTE_PROXY_NOT_NOW')
    await atTime(CLOSES_AT, vote, 'count')
    expect((await tryFile(neighbour, vote, of602)).body.code).toBe('VOTE_PROXY_NOT_NOW')
  })

  it('uses one’s own photos alone, and at least one', async () => {
    const { vote, of602 } = await noticed()
    const without = await server.call(fileProxyEndpoint, {
      as: neighbour.token,
      params: votes.params(vote),
      body: { voterId: of602, principalName: '李秀兰', agentName: '周小明', photoIds: [] },
    })
    expect(without.body.code).toBe('VOTE_PROXY_PHOTOS')
    const { photos } = await file(neighbour, vote, of602)
    expect(photos.every(({ mine }) => mine)).toBe(true)
    const other = await noticed()
    const again = await server.call(fileProxyEndpoint, {
      as: neighbour.token,
      params: votes.params(other.vote),
      body: {
        voterId: other.of602,
        principalName: '李秀兰',
        agentName: '周小明',
        photoIds: photos.map(({ photoId }) => photoId),
      },
    })
    expect(again.body.code).toBe('PHOTO_UNKNOWN')
  })
})

describe('checking a proxy', () => {
  it('is for who decides about the roll: not the convener, the holder, the principal’s neighbours, or others', async () => {
    const { vote, of602 } = await noticed()
    const { proxyId } = await file(neighbour, vote, of602)
    const accept = { act: 'accept' } as const
    expect((await tryAct(head, vote, proxyId, accept)).status).toBe(404)
    expect((await tryAct(neighbour, vote, proxyId, accept)).body.code).toBe('NOT_ALLOWED')
    expect((await tryAct(resident, vote, proxyId, accept)).body.code).toBe('NOT_ALLOWED')
    for (const who of [across, stranger]) expect((await tryAct(who, vote, proxyId, accept)).status).toBe(404)
    expect((await act(staff, vote, proxyId, accept)).state).toBe('accepted')
    expect((await tryAct(secretary, vote, proxyId, accept)).body.code).toBe('STATE_CHANGED')
    expect(await toldOf(vote, neighbour)).toEqual(['vote_proxy_accepted'])
    expect(await toldOf(vote, resident)).toEqual(['vote_proxy_for_you', 'vote_proxy_accepted'])
  })

  it('says why it does not hold; then another may be asked for', async () => {
    const { vote, of602 } = await noticed()
    const { proxyId } = await file(neighbour, vote, of602)
    expect((await tryAct(staff, vote, proxyId, { act: 'refuse' })).body.code).toBe('REASON_REQUIRED')
    const refused = await act(staff, vote, proxyId, { act: 'refuse', reason: '照片看不清签名' })
    expect(refused).toMatchObject({
      state: 'refused',
      reason: '照片看不清签名',
      decidedBy: '王敏（社区工作人员）',
    })
    expect(await toldOf(vote, neighbour)).toEqual(['vote_proxy_refused'])
    expect((await file(neighbour, vote, of602)).state).toBe('asked')
  })

  it('shows it to who checks, holds and gave it, and to nobody else', async () => {
    const { vote, of602 } = await noticed()
    await file(neighbour, vote, of602)
    expect((await listed(staff, vote, 'waiting')).items).toHaveLength(1)
    expect((await listed(neighbour, vote)).items).toMatchObject([{ party: 'agent' }])
    expect((await listed(resident, vote)).items).toMatchObject([{ party: 'principal', acts: ['revoke'] }])
    expect((await listed(head, vote)).items).toEqual([])
    expect((await votes.read(resident, vote)).proxies).toMatchObject([
      { party: 'principal', agentName: '周小明', principalName: '李秀兰' },
    ])
    expect((await votes.read(head, vote)).proxies).toEqual([])
  })
})

it('its photos are opened by who checks, holds and gave it: an address that was passed on opens nothing', async () => {
  const { vote, of602 } = await noticed()
  const { proxyId } = await file(neighbour, vote, of602)
  const seesAs = async (who: typeof head) => {
    const { communityId } = place.community
    const context = await acting(server.db, who.personId, communityId, server.clock.now)
    return proxyPhotoReader(context, proxyId, neighbour.personId)
  }
  for (const who of [staff, secretary, neighbour, resident]) expect(await seesAs(who)).toBe(true)
  for (const who of [head, across, stranger]) expect(await seesAs(who)).toBe(false)
})

it('who is on the roll is found by name', async () => {
  const { vote } = await noticed()
  const found = async (name: string) =>
    (await server.ok(listRollEndpoint, { as: neighbour.token, params: votes.params(vote), query: { name } }))
      .items
  const [first] = await found('')
  expect(await found('%')).toEqual([])
  expect((await found(first?.name ?? '')).map(({ voterId }) => voterId)).toEqual([first?.voterId])
})

describe('a ballot by proxy', () => {
  it('counts for who gave it, stands in the bulletin under its channel, and has its receipt', async () => {
    const { vote, of602 } = await opened({ disclosure: 'by_unit' })
    await accepted(neighbour, vote, { voterId: of602, official: staff })
    expect((await votes.read(neighbour, vote)).voters.map((voter) => voter.as)).toEqual(['own', 'proxy'])
    const cast = await castOn(neighbour, vote, of602, 'against')
    expect(cast.body).toMatchObject({ as: 'proxy', voted: 'mine' })
    expect(await turnoutOf(vote)).toBe(1)
    const { voters, proxies } = await votes.read(resident, vote)
    expect(voters).toMatchObject([{ as: 'own', voted: 'proxy', castAt: null }])
    expect(proxies).toMatchObject([{ voted: true, acts: ['revoke'] }])
    // Whether somebody voted is told to those two alone before the end.
    expect((await listed(staff, vote)).items).toMatchObject([{ voted: null }])
    expect(await resultOf(vote)).toMatchObject({ participated: { persons: 1 }, against: { persons: 1 } })
    const bulletin = await server.ok(readBulletinEndpoint, { as: resident.token, params: votes.params(vote) })
    expect(verifyBulletin(JSON.stringify(bulletin), sha256)).toMatchObject({ ok: true })
    expect(bulletin).toMatchObject({ ballots: [{ channel: 'proxy', status: 'counted' }] })
    expect(bulletin).toMatchObject({ vote: { settings: { principals_per_proxy: 1 } } })
    const receipts = (who: typeof resident) =>
      server.ok(listMyBallotsEndpoint, { as: who.token, params: votes.params(vote) })
    expect((await receipts(neighbour)).items).toMatchObject([{ voterId: of602, mine: true }])
    expect((await receipts(resident)).items).toMatchObject([{ voterId: of602, mine: false }])
    expect((await votes.read(resident, vote)).proxies).toMatchObject([{ voted: true, acts: [] }])
    const { items } = await server.ok(listByUnitEndpoint, { as: resident.token, params: votes.params(vote) })
    expect(items.find(({ voterId }) => voterId === of602)?.choices).toEqual({ i1: 'against' })
  })

  it.each(['the proxy first', 'the principal first'])('yields to one’s own, %s', async (order) => {
    const { vote, of602 } = await opened()
    await accepted(neighbour, vote, { voterId: of602, official: staff })
    const own = () => castOn(resident, vote, of602, 'approve')
    const proxy = () => castOn(neighbour, vote, of602, 'against')
    for (const cast of order === 'the proxy first' ? [proxy, own] : [own, proxy])
      expect((await cast()).status).toBe(200)
    // What the two chose differs, and is no dispute: one has precedence.
    expect((await votes.read(resident, vote)).voters).toMatchObject([{ voted: 'mine', disputedItems: [] }])
    expect((await votes.read(neighbour, vote)).voters[1]).toMatchObject({ voted: 'mine', disputedItems: [] })
    expect(await turnoutOf(vote)).toBe(1)
    expect(await resultOf(vote)).toMatchObject({
      participated: { persons: 1 },
      approve: { persons: 1 },
      against: { persons: 0 },
    })
    const bulletin = await server.ok(readBulletinEndpoint, { as: resident.token, params: votes.params(vote) })
    expect(verifyBulletin(JSON.stringify(bulletin), sha256)).toMatchObject({ ok: true })
    const { ballots } = bulletin as unknown as { ballots: { channel: string; status: string }[] }
    expect(ballots.map(({ channel, status }) => `${channel} ${status}`).sort()).toEqual([
      'online counted',
      'proxy replaced',
    ])
  })

  it('is disputed only among those who vote by right', async () => {
    const wife = await place.resident(place.community.homeId)
    const { vote, of602 } = await opened()
    await accepted(neighbour, vote, { voterId: of602, official: staff })
    await castOn(neighbour, vote, of602, 'abstain')
    await castOn(resident, vote, of602, 'approve')
    await castOn(wife, vote, of602, 'against')
    expect((await votes.read(wife, vote)).voters).toMatchObject([{ disputedItems: ['i1'] }])
    const [, byProxy] = (await votes.read(neighbour, vote)).voters
    expect(byProxy).toMatchObject({ as: 'proxy', disputedItems: [] })
    expect(await resultOf(vote)).toMatchObject({ participated: { persons: 0 } })
  })

  it('is no longer possible, nor anything else, once voting is over', async () => {
    const { vote, of602 } = await opened()
    const { proxyId } = await accepted(neighbour, vote, { voterId: of602, official: staff })
    await castOn(neighbour, vote, of602)
    server.clock.now = CLOSES_AT
    expect((await castOn(neighbour, vote, of602, 'against')).body.code).toBe('VOTE_OVER')
    for (const who of [neighbour, resident])
      expect((await tryAct(who, vote, proxyId, { act: 'revoke' })).body.code).toBe('VOTE_PROXY_NOT_NOW')
    expect(await resultOf(vote)).toMatchObject({ approve: { persons: 1 } })
    expect((await tryAct(resident, vote, proxyId, { act: 'revoke' })).body.code).toBe('VOTE_PROXY_NOT_NOW')
  })
})

describe('a proxy that is taken back', () => {
  it('takes its ballot along: nobody took part, and it stands as replaced', async () => {
    const { vote, of602 } = await opened()
    const { proxyId } = await accepted(neighbour, vote, { voterId: of602, official: staff })
    await castOn(neighbour, vote, of602)
    expect(await turnoutOf(vote)).toBe(1)
    expect(await act(resident, vote, proxyId, { act: 'revoke' })).toMatchObject({
      state: 'revoked',
      voted: false,
    })
    expect(await turnoutOf(vote)).toBe(0)
    expect(await toldOf(vote, neighbour)).toEqual(['vote_proxy_accepted', 'vote_proxy_revoked'])
    expect((await castOn(neighbour, vote, of602)).body.code).toBe('VOTE_PROXY_NOT_LIVE')
    expect((await votes.read(neighbour, vote)).voters.map((voter) => voter.as)).toEqual(['own'])
    expect(await resultOf(vote)).toMatchObject({ participated: { persons: 0 } })
    const { ballots } = (await server.ok(readBulletinEndpoint, {
      as: resident.token,
      params: votes.params(vote),
    })) as unknown as { ballots: { status: string }[] }
    expect(ballots).toMatchObject([{ channel: 'proxy', status: 'replaced' }])
  })

  it('leaves one’s own ballot, and lets another be given', async () => {
    const { vote, of602 } = await opened()
    const { proxyId } = await accepted(neighbour, vote, { voterId: of602, official: staff })
    await castOn(neighbour, vote, of602)
    await castOn(resident, vote, of602)
    const why = '李阿姨到居委会来说的'
    expect(await act(secretary, vote, proxyId, { act: 'revoke', reason: why })).toMatchObject({
      state: 'revoked',
      reason: why,
    })
    expect(await turnoutOf(vote)).toBe(1)
    expect((await file(neighbour, vote, of602)).state).toBe('asked')
  })

  it('is withdrawn by who asked before anybody looked at it', async () => {
    const { vote, of602 } = await noticed()
    const { proxyId } = await file(neighbour, vote, of602)
    expect((await tryAct(neighbour, vote, proxyId, { act: 'revoke' })).body.code).toBe('NOT_ALLOWED')
    expect((await act(neighbour, vote, proxyId, { act: 'withdraw' })).state).toBe('withdrawn')
    expect((await tryAct(staff, vote, proxyId, { act: 'accept' })).body.code).toBe('STATE_CHANGED')
  })
})
