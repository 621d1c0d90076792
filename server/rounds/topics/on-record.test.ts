import { answerObjectionEndpoint, objectToRoundEndpoint, type ObjectionView } from '#core/rounds'
import { putsOnRecord } from '../../../tests/builders/on-record'
import {
  aRound,
  head,
  neighbour,
  place,
  resident,
  roundParams,
  server,
  setRoundStage,
} from '../../../tests/builders/round-stage'
import { askMerge, aTopic, trySecond, tryTopicAct } from '../../../tests/builders/topics'

setRoundStage()

const { entriesOf } = putsOnRecord(() => server.db)

const acts = async (work: () => Promise<unknown>) =>
  (await entriesOf(work)).added.map(({ act, person_id, role, reason }) => [act, person_id, role, reason])

it('has what was done with a topic, who did it, in which office and why', async () => {
  const round = await aRound()
  const topic = { topicId: '' }
  const propose = async () => Object.assign(topic, await aTopic(resident, round))
  expect(await acts(propose)).toEqual([['topic.propose', resident.personId, null, null]])
  expect(await acts(() => trySecond(neighbour, topic))).toEqual([
    ['topic.second', neighbour.personId, null, null],
  ])
  expect(await acts(() => trySecond(neighbour, topic, false))).toEqual([
    ['topic.take_back_second', neighbour.personId, null, null],
  ])
  const other = await aTopic(neighbour, round)
  expect(await acts(() => askMerge(head, topic, other))).toEqual([
    ['topic.ask_merge', head.personId, 'building_head', '说的是一件事'],
  ])
  expect(await acts(() => tryTopicAct(resident, topic, 'agree_merge'))).toEqual([
    ['topic.agree_merge', resident.personId, null, null],
  ])
})

it('has what those said who were left out, and who answered', async () => {
  const round = await aRound({ homeIds: [place.community.homeId] })
  const said: { body?: ObjectionView } = {}
  const object = async () => {
    said.body = await server.ok(objectToRoundEndpoint, {
      as: neighbour.token,
      params: roundParams(round),
      body: { text: '我家也想一起谈' },
    })
  }
  expect(await acts(object)).toEqual([['round.object', neighbour.personId, null, null]])
  const answer = () =>
    server.ok(answerObjectionEndpoint, {
      as: head.token,
      params: { ...roundParams(round), roundObjectionId: said.body?.objectionId ?? '' },
      body: { text: '下一次一起请' },
    })
  expect(await acts(answer)).toEqual([['round.answer_objection', head.personId, 'building_head', null]])
})
