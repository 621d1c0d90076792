import { actOnMembershipEndpoint } from '#core/people'
import {
  across,
  aRound,
  head,
  neighbour,
  place,
  readRoundBy,
  resident,
  server,
  setRoundStage,
  staff,
  stranger,
  tryRoundAct,
} from '../../../tests/builders/round-stage'
import {
  aTopic,
  readTopicBy,
  topicsFor,
  tryPropose,
  trySecond,
  tryTopicAct,
} from '../../../tests/builders/topics'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code

describe('提议题', () => {
  it('is for who lives in the scope; their home counts as the first that seconds it', async () => {
    const round = await aRound()
    const topic = await aTopic(resident, round)
    expect(topic).toMatchObject({
      mine: true,
      seconds: 1,
      secondsNeeded: 1,
      seconded: true,
      acts: ['withdraw'],
    })
    expect(topic.byName).toBe('湖光苑 3号楼的一位住户')
    expect((await readRoundBy(resident, round)).homesTakingPart).toBe(1)
    for (const one of [head, across, staff])
      expect((await tryPropose(one, round)).status).toBeGreaterThan(400)
    expect(codeOf(await tryPropose(stranger, round))).toBe('NOT_FOUND')
  })

  it('is over once the agenda is out', async () => {
    const round = await aRound({ state: 'discussion' })
    expect(codeOf(await tryPropose(resident, round))).toBe('TOPIC_AGENDA_OUT')
  })

  it('shows under a nickname who wants that', async () => {
    const topic = await aTopic(resident, await aRound(), { shownAs: 'nickname' })
    expect((await readTopicBy(neighbour, topic)).byName).toBe('李阿姨')
  })

  it('waits where the check isn’t sure, read by its author and not by neighbours', async () => {
    const round = await aRound()
    const topic = await aTopic(resident, round, { title: '加我微信领红包' })
    expect(topic.wordsState).toBe('waiting')
    expect(await topicsFor(neighbour, round)).toEqual([])
    expect((await topicsFor(resident, round)).map(({ topicId }) => topicId)).toEqual([topic.topicId])
    expect((await trySecond(neighbour, topic)).status).toBe(404)
  })
})

describe('附议', () => {
  it('by who convened counts their home among those taking part, once they speak for it', async () => {
    const { buildingId, homeId } = place.community
    const atHome = await place.resident(homeId, { name: '赵大爷' })
    await place.inOffice('building_head', buildingId, { name: '赵大爷', holder: atHome })
    const round = await aRound({ by: atHome })
    expect(round.homesTakingPart).toBe(0)
    await trySecond(atHome, await aTopic(neighbour, round))
    expect((await readRoundBy(atHome, round)).homesTakingPart).toBe(2)
  })

  it('counts a home once, whoever there says so, and is taken back by who said so', async () => {
    const round = await aRound()
    const topic = await aTopic(resident, round)
    const family = await place.resident(place.community.neighbourHomeId)
    expect((await trySecond(neighbour, topic)).body).toMatchObject({ seconds: 2, mayTakeBack: true })
    expect(codeOf(await trySecond(family, topic))).toBe('TOPIC_HOME_SECONDED')
    expect(codeOf(await trySecond(family, topic, false))).toBe('STATE_CHANGED')
    expect((await trySecond(neighbour, topic, false)).body).toMatchObject({ seconds: 1, maySecond: true })
    expect((await readRoundBy(neighbour, round)).homesTakingPart).toBe(2)
  })

  it('is one of two at once for one home', async () => {
    const topic = await aTopic(resident, await aRound())
    const family = await place.resident(place.community.neighbourHomeId)
    const answers = await Promise.all([trySecond(neighbour, topic), trySecond(family, topic)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await readTopicBy(resident, topic)).seconds).toBe(2)
  })

  it('opens the gate of the agenda together with a time and invitations', async () => {
    const round = await aRound()
    await aTopic(resident, round)
    const { body } = await tryRoundAct(head, round, 'invite')
    expect(body).toMatchObject({ acts: expect.arrayContaining(['publish_agenda']) as string[] })
    const published = await tryRoundAct(head, body as never, 'publish_agenda')
    expect(published.body).toMatchObject({ state: 'discussion' })
  })

  it('ends with the home, while topics are gathered', async () => {
    const topic = await aTopic(resident, await aRound())
    const tenant = await place.resident(place.community.neighbourHomeId)
    await trySecond(tenant, topic)
    const { membership_id } = await server.db
      .selectFrom('memberships')
      .select('membership_id')
      .where('person_id', '=', tenant.personId)
      .executeTakeFirstOrThrow()
    await server.ok(actOnMembershipEndpoint, {
      as: tenant.token,
      params: { communityId: place.community.communityId, membershipId: membership_id },
      body: { act: 'leave' },
    })
    expect((await readTopicBy(resident, topic)).seconds).toBe(1)
  })
})

describe('不提了', () => {
  it('is said by the author; who seconded is told, and it stays readable', async () => {
    const round = await aRound()
    const topic = await aTopic(resident, round)
    await trySecond(neighbour, topic)
    expect((await tryTopicAct(neighbour, topic, 'withdraw')).status).toBe(403)
    expect((await tryTopicAct(resident, topic, 'withdraw', { revision: 99 })).status).toBe(409)
    expect((await tryTopicAct(resident, topic, 'withdraw')).status).toBe(200)
    expect(await topicsFor(neighbour, round)).toEqual([])
    expect((await readTopicBy(neighbour, topic)).state).toBe('withdrawn')
    const told = await server.db
      .selectFrom('inbox_items')
      .select('person_id')
      .where('subject_id', '=', topic.topicId)
      .execute()
    expect(told).toEqual([{ person_id: neighbour.personId }])
  })
})
