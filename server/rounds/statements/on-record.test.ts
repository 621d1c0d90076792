import { putsOnRecord } from '../../../tests/builders/on-record'
import { head, neighbour, resident, server, setRoundStage } from '../../../tests/builders/round-stage'
import { answer, aTopic, discussed, say, tryPutDown, tryTakeBack } from '../../../tests/builders/statements'
import { draftOfTopic } from '../../../tests/builders/topic-votes'

setRoundStage()

const { entriesOf } = putsOnRecord(() => server.db)

const acts = async (work: () => Promise<unknown>) =>
  (await entriesOf(work)).added.map(({ act, person_id, role, subject_id, reason }) => ({
    act,
    person_id,
    role,
    subject_id,
    reason,
  }))

it('has that somebody wrote or answered in the round: not which statement, and not what', async () => {
  const round = await discussed()
  const inRound = { role: null, subject_id: round.roundId, reason: null }
  const said = { statementId: '' }
  expect(await acts(async () => Object.assign(said, await say(resident, round)))).toEqual([
    { act: 'round.write_statement', person_id: resident.personId, ...inRound },
  ])
  expect(await acts(() => answer(neighbour, round, said, 'disagree'))).toEqual([
    { act: 'round.answer', person_id: neighbour.personId, ...inRound },
  ])
  expect(await acts(() => tryTakeBack(resident, round, said))).toEqual([
    { act: 'round.withdraw_statement', person_id: resident.personId, ...inRound },
  ])
})

it('has who put down what came of a topic, and who drafted its vote', async () => {
  const round = await discussed()
  const topicId = await aTopic(round)
  const byHead = { person_id: head.personId, role: 'building_head', reason: null }
  const putDown = () => tryPutDown(head, round, { topicId, revision: 1 }, { outcome: 'vote' })
  expect(await acts(putDown)).toEqual([{ act: 'topic.put_down_outcome', ...byHead, subject_id: topicId }])
  expect(await acts(() => draftOfTopic(head, round, topicId))).toMatchObject([
    { act: 'vote.create', ...byHead },
  ])
})
