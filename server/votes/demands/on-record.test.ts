import { clearDemands, doAct, flat, unknownOwner, written } from '../../../tests/builders/demands'
import { putsOnRecord } from '../../../tests/builders/on-record'
import { committee, neighbour, resident, server, setVoteStage } from '../../../tests/builders/vote-stage'

setVoteStage()
beforeEach(clearDemands)

const { entriesOf } = putsOnRecord(() => server.db)

const acts = async (work: () => Promise<unknown>) =>
  (await entriesOf(work)).added.map(({ act, person_id, role, reason }) => [act, person_id, role, reason])

it('has every step of a demand, who took it and in which office', async () => {
  await flat('101', [resident])
  await flat('102', [neighbour])
  for (let count = 0; count < 8; count += 1) await flat(`2${count}`, [await unknownOwner()])
  const { personId } = resident
  let demand = { demandId: '' }
  expect(await acts(async () => (demand = await written(resident)))).toEqual([
    ['demand.write', personId, null, null],
    ['demand.sign', personId, null, null],
  ])
  expect(await acts(() => doAct(resident, demand, 'take_back'))).toEqual([
    ['demand.take_back', personId, null, null],
  ])
  expect(await acts(() => doAct(resident, demand, 'withdraw'))).toEqual([
    ['demand.withdraw', personId, null, null],
  ])
  const next = await written(resident)
  expect(await acts(() => doAct(neighbour, next, 'sign'))).toEqual([
    ['demand.sign', neighbour.personId, null, null],
    ['demand.meet', null, null, null],
  ])
  expect(await acts(() => doAct(committee, next, 'answer', '十二月初公示。'))).toEqual([
    ['demand.answer', committee.personId, 'residents_committee', '十二月初公示。'],
  ])
})
