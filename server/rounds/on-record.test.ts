import { changeRoundEndpoint } from '#core/rounds'
import { putsOnRecord } from '../../tests/builders/on-record'
import {
  aRound,
  head,
  MEETS_AT,
  readRoundBy,
  roundParams,
  server,
  setRoundStage,
  tryRoundAct,
} from '../../tests/builders/round-stage'

setRoundStage()

const { entriesOf } = putsOnRecord(() => server.db)

const acts = async (work: () => Promise<unknown>) =>
  (await entriesOf(work)).added.map(({ act, person_id, role, reason }) => [act, person_id, role, reason])

it('has every step of a round, who took it, in which office and why', async () => {
  const { personId } = head
  const round = { roundId: '' }
  expect(await acts(async () => Object.assign(round, await aRound()))).toEqual([
    ['round.convene', personId, 'building_head', null],
  ])
  const body = { revision: 1, question: '楼前那块空地，怎么用才好', meetsAt: MEETS_AT, meetsWhere: '楼前' }
  const change = () => server.ok(changeRoundEndpoint, { as: head.token, params: roundParams(round), body })
  expect(await acts(change)).toEqual([['round.change', personId, 'building_head', null]])
  const invite = async () => tryRoundAct(head, await readRoundBy(head, round), 'invite')
  expect(await acts(invite)).toEqual([['round.invite', personId, 'building_head', null]])
  const withdraw = async () =>
    tryRoundAct(head, await readRoundBy(head, round), 'withdraw', { reason: '物业答应先修了' })
  expect(await acts(withdraw)).toEqual([['round.withdraw', personId, 'building_head', '物业答应先修了']])
})
