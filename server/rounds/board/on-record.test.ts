import { putUp, readTopicBy, tryDecline } from '../../../tests/builders/board'
import { putsOnRecord } from '../../../tests/builders/on-record'
import { head, place, resident, server, setRoundStage } from '../../../tests/builders/round-stage'
import { boardClock } from './clock'

setRoundStage()

const { entriesOf } = putsOnRecord(() => server.db)

const acts = async (work: () => Promise<unknown>) =>
  (await entriesOf(work)).added.map(({ act, person_id, role, reason }) => [act, person_id, role, reason])

it('has who put a topic up, who declined it, in which office and why', async () => {
  const topic = { topicId: '' }
  const { buildingId } = place.community
  expect(await acts(async () => Object.assign(topic, await putUp(resident, {}, buildingId)))).toEqual([
    ['topic.propose', resident.personId, null, null],
  ])
  const decline = async () => tryDecline(head, await readTopicBy(head, topic))
  expect(await acts(decline)).toEqual([
    ['topic.decline', head.personId, 'building_head', '物业月底就来装，不用再谈'],
  ])
})

it('has the silence that the clock found', async () => {
  const { communityId, buildingId } = place.community
  const { topicId } = await putUp(resident, {}, buildingId)
  const dueAt = '2026-11-25T16:00:00.000Z'
  const clock = () => boardClock(server.db, { communityId, topicId, dueAt }, new Date(dueAt))
  expect(await acts(clock)).toEqual([['topic.silent', null, null, null]])
})
