import { followUpEndpoint, printReportEndpoint } from '#core/rounds'
import { tryLesson } from '../../../tests/builders/items'
import { putsOnRecord } from '../../../tests/builders/on-record'
import {
  aRound,
  head,
  neighbour,
  resident,
  roundParams,
  server,
  setRoundStage,
} from '../../../tests/builders/round-stage'

setRoundStage()

const { entriesOf } = putsOnRecord(() => server.db)

const acts = async (work: () => Promise<unknown>) =>
  (await entriesOf(work)).added.map(({ act, person_id, role }) => [act, person_id, role])

it('has who wrote a lesson, who printed the report, and who went on with what stayed open', async () => {
  const round = await aRound({ state: 'evaluation' })
  const params = roundParams(round)
  expect(await acts(() => tryLesson(neighbour, round))).toEqual([
    ['round.write_lesson', neighbour.personId, null],
  ])
  expect(await acts(() => tryLesson(head, round))).toEqual([
    ['round.write_lesson', head.personId, 'building_head'],
  ])
  const print = () => server.ok(printReportEndpoint, { as: resident.token, params, body: {} })
  expect(await acts(print)).toEqual([['round.print_report', resident.personId, null]])
  await server.db
    .updateTable('rounds')
    .set({ state: 'closed', ended_at: server.clock.now })
    .where('round_id', '=', round.roundId)
    .execute()
  const follow = () => server.ok(followUpEndpoint, { as: head.token, params, body: {} })
  expect(await acts(follow)).toEqual([['round.convene', head.personId, 'building_head']])
})
