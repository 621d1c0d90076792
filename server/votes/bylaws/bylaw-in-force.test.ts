import { newId } from '#server/platform/db/index'
import { bylawsOn, INPUT } from '../../../tests/builders/recorded-bylaws'
import { committee, place, secretary, server, setVoteStage } from '../../../tests/builders/vote-stage'
import { bylawInForce } from './bylaw-in-force'

setVoteStage()

const { recorded, inForce, act } = bylawsOn(
  () => server,
  () => place,
)

afterEach(async () => {
  await server.db.deleteFrom('bylaws').execute()
})

describe('the bylaws of a vote', () => {
  const wayTo = (...below: string[]) => ({
    communityId: place.community.communityId,
    jurisdiction: [place.districtId, place.subdistrictId, place.community.communityId, ...below],
  })
  const found = async (...below: string[]) => (await bylawInForce(server.db, wayTo(...below)))?.bylawId

  it('are those nearest to its place that are in force', async () => {
    const { estateId, buildingId } = place.community
    await recorded(committee)
    expect(await found(estateId, buildingId)).toBeUndefined()
    await server.db.deleteFrom('bylaws').execute()
    const ofEstate = await inForce(committee, secretary)
    expect(await bylawInForce(server.db, wayTo(estateId))).toEqual({
      bylawId: ofEstate.bylawId,
      title: INPUT.title,
      clause: INPUT.clause,
      adoptedOn: INPUT.adoptedOn,
    })
    expect(await found(estateId, buildingId)).toBe(ofEstate.bylawId)
    const ofBuilding = await inForce(committee, secretary, { placeId: buildingId })
    expect(await found(estateId, buildingId)).toBe(ofBuilding.bylawId)
    expect(await found(estateId)).toBe(ofEstate.bylawId)
    expect(await found(newId())).toBeUndefined()
    await act(secretary, ofBuilding.bylawId, { act: 'end', reason: '不要了' })
    expect(await found(estateId, buildingId)).toBe(ofEstate.bylawId)
  })
})
