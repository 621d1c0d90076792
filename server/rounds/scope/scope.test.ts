import {
  answerObjectionEndpoint,
  listLeftOutEndpoint,
  listObjectionsEndpoint,
  listRoundHomesEndpoint,
  listRoundPlacesEndpoint,
  objectToRoundEndpoint,
  type ObjectionView,
} from '#core/rounds'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  across,
  aRound,
  head,
  neighbour,
  place,
  resident,
  roundParams,
  server,
  setRoundStage,
  staff,
  stranger,
  toldOfRound,
} from '../../../tests/builders/round-stage'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const here = () => ({ communityId: place.community.communityId })
const ofOneHome = () => aRound({ homeIds: [place.community.homeId] })

const tryObject = (by: SignedInPerson, round: { roundId: string }, text = '我家就在隔壁，也想听听') =>
  server.call(objectToRoundEndpoint, { as: by.token, params: roundParams(round), body: { text } })
const tryAnswer = (by: SignedInPerson, round: { roundId: string }, { objectionId }: ObjectionView) =>
  server.call(answerObjectionEndpoint, {
    as: by.token,
    params: { ...roundParams(round), roundObjectionId: objectionId },
    body: { text: '下一次一起请' },
  })
const objectionsFor = async (by: SignedInPerson, round: { roundId: string }) =>
  (await server.ok(listObjectionsEndpoint, { as: by.token, params: roundParams(round), query: {} })).items

describe('where one convenes', () => {
  it('are the places of one’s office, with how many homes', async () => {
    const list = async (by: SignedInPerson) =>
      (await server.ok(listRoundPlacesEndpoint, { as: by.token, params: here() })).items
    expect(await list(head)).toEqual([
      { placeId: place.community.buildingId, name: '湖光苑 3号楼', kind: 'building', homes: 2 },
    ])
    const committee = await place.inOffice('residents_committee', place.community.communityId)
    expect(await list(committee)).toMatchObject([{ kind: 'estate', homes: 3 }])
    expect(await list(resident)).toEqual([])
  })

  it('offers the homes there to choose from, to who convenes there only', async () => {
    const list = (by: SignedInPerson) =>
      server.call(listRoundHomesEndpoint, {
        as: by.token,
        params: { ...here(), placeId: place.community.buildingId },
        query: {},
      })
    const { items } = (await list(head)).body as { items: { homeId: string; name: string }[] }
    expect(items.map(({ homeId }) => homeId).sort()).toEqual(
      [place.community.homeId, place.community.neighbourHomeId].sort(),
    )
    expect(items[0]?.name).toMatch(/ 室$/)
    expect(codeOf(await list(resident))).toBe('NOT_ALLOWED')
  })
})

describe('a chosen scope', () => {
  it('lists the homes left out, for everybody who reads the round', async () => {
    const round = await ofOneHome()
    for (const one of [head, resident, neighbour]) {
      const { items } = await server.ok(listLeftOutEndpoint, {
        as: one.token,
        params: roundParams(round),
        query: {},
      })
      expect(items.map(({ homeId }) => homeId)).toEqual([place.community.neighbourHomeId])
    }
    expect(
      (await server.call(listLeftOutEndpoint, { as: stranger.token, params: roundParams(round), query: {} }))
        .status,
    ).toBe(404)
  })

  it('leaves nobody out where it is the whole place', async () => {
    const round = await aRound()
    const asked = { as: resident.token, params: roundParams(round), query: {} }
    expect(await server.ok(listLeftOutEndpoint, asked)).toEqual({ items: [], nextCursor: null })
  })
})

describe('who was left out', () => {
  it('has a say, once per home; the convener is told, and answers in public', async () => {
    const round = await ofOneHome()
    const { body } = await tryObject(neighbour, round)
    const objection = body as ObjectionView
    expect(objection).toMatchObject({ mine: true, byName: '湖光苑 3号楼的一位住户', answer: null })
    expect(await toldOfRound(round, head)).toEqual(['round_objection'])
    const family = await place.resident(place.community.neighbourHomeId)
    expect(codeOf(await tryObject(family, round))).toBe('ROUND_HOME_OBJECTED')

    expect(await objectionsFor(head, round)).toMatchObject([{ mayAnswer: true }])
    expect(codeOf(await tryAnswer(resident, round, objection))).toBe('NOT_ALLOWED')
    expect((await tryAnswer(head, round, objection)).status).toBe(200)
    expect(await objectionsFor(resident, round)).toMatchObject([
      { answer: { text: '下一次一起请', byName: '赵大爷（楼栋长）' }, mayAnswer: false },
    ])
    expect(await toldOfRound(round, neighbour)).toEqual(['round_objection_answered'])
    expect(codeOf(await tryAnswer(staff, round, objection))).toBe('STATE_CHANGED')
  })

  it('is one of two at once for one home', async () => {
    const round = await ofOneHome()
    const family = await place.resident(place.community.neighbourHomeId)
    const answers = await Promise.all([tryObject(neighbour, round), tryObject(family, round)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('may be answered by staff, who observe', async () => {
    const round = await ofOneHome()
    const { body } = await tryObject(neighbour, round)
    expect((await tryAnswer(staff, round, body as ObjectionView)).body).toMatchObject({
      answer: { byName: '王敏（社区工作人员）' },
    })
  })

  it('is nobody who counts in, nor who lives elsewhere', async () => {
    const round = await ofOneHome()
    expect(codeOf(await tryObject(resident, round))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryObject(across, round))).toBe('NOT_FOUND')
    expect(codeOf(await tryObject(neighbour, await aRound()))).toBe('NOT_ALLOWED')
  })

  it('is read by others only once the check lets them', async () => {
    const round = await ofOneHome()
    await tryObject(neighbour, round, '加我微信领红包')
    expect(await objectionsFor(resident, round)).toEqual([])
    expect(await objectionsFor(neighbour, round)).toHaveLength(1)
  })
})
