import {
  answerStatementEndpoint,
  listOutcomesEndpoint,
  listStatementsEndpoint,
  nextStatementEndpoint,
  putDownOutcomeEndpoint,
  readOpinionsEndpoint,
  withdrawStatementEndpoint,
  writeStatementEndpoint,
  type OutcomeView,
  type Stance,
  type StatementView,
} from '#core/rounds'
import { tendOpinions } from '#server/rounds/index'
import { newId } from '#server/platform/db/index'
import type { SignedInPerson } from './neighbourhood'
import { aRound, head, NOW, place, roundParams, server } from './round-stage'

interface OfRound {
  roundId: string
}

/** A round of the building that is being discussed. */
export const discussed = () => aRound({ state: 'discussion' })

/** Somebody puts a statement to the others; the answer as it came. */
export const trySay = (by: SignedInPerson, round: OfRound, text = '走道留够一米二', topicId?: string) =>
  server.call(writeStatementEndpoint, {
    as: by.token,
    params: roundParams(round),
    body: { text, ...(topicId ? { topicId } : {}) },
  })

/** The same where it works. */
export async function say(by: SignedInPerson, round: OfRound, text?: string): Promise<StatementView> {
  const { status, body } = await trySay(by, round, text)
  expect(status).toBe(200)
  return body as StatementView
}

export const tryAnswer = (
  by: SignedInPerson,
  round: OfRound,
  { statementId }: { statementId: string },
  stance: Stance,
) =>
  server.call(answerStatementEndpoint, {
    as: by.token,
    params: { ...roundParams(round), statementId },
    body: { stance },
  })

/** Takes a statement back; the answer as it came. */
export const tryTakeBack = (by: SignedInPerson, round: OfRound, { statementId }: { statementId: string }) =>
  server.call(withdrawStatementEndpoint, { as: by.token, params: { ...roundParams(round), statementId } })

/** The same where it works: what is asked next. */
export const answer = (
  by: SignedInPerson,
  round: OfRound,
  { statementId }: { statementId: string },
  stance: Stance,
) =>
  server.ok(answerStatementEndpoint, {
    as: by.token,
    params: { ...roundParams(round), statementId },
    body: { stance },
  })

export const statementsFor = (by: SignedInPerson, round: OfRound) =>
  server.ok(listStatementsEndpoint, { as: by.token, params: roundParams(round) })
export const nextFor = (by: SignedInPerson, round: OfRound) =>
  server.ok(nextStatementEndpoint, { as: by.token, params: roundParams(round) })
export const opinionsFor = (by: SignedInPerson, round: OfRound) =>
  server.ok(readOpinionsEndpoint, { as: by.token, params: roundParams(round) })

/** What the job does once a minute. */
export const tend = () => tendOpinions(server.db, server.parts.contactBox, server.clock.now)

/** So many people of the two homes of the building. */
export async function manyPeople(count: number): Promise<SignedInPerson[]> {
  const { homeId, neighbourHomeId } = place.community
  const people: SignedInPerson[] = []
  for (let n = 0; n < count; n += 1) people.push(await place.resident(n % 2 ? neighbourHomeId : homeId))
  return people
}

/** A topic that the round discusses, seconded or not. */
export async function aTopic({ roundId }: OfRound, title = '加两张长椅'): Promise<string> {
  const { communityId, buildingId } = place.community
  const row = await server.db
    .selectFrom('rounds')
    .selectAll()
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow()
  const topicId = newId()
  await server.db
    .insertInto('topics')
    .values({
      community_id: communityId,
      topic_id: topicId,
      round_id: roundId,
      place_id: buildingId,
      place_name: row.place_name,
      place_kind: 'building',
      jurisdiction: row.jurisdiction,
      author_id: head.personId,
      shown_as: 'nickname',
      title,
      text: '放在哪儿好',
      words_state: 'shown',
      state: 'open',
      seconds_needed: 1,
      created_at: NOW,
      revision: 1,
    })
    .execute()
  return topicId
}

export const outcomesFor = (by: SignedInPerson, round: OfRound) =>
  server.ok(listOutcomesEndpoint, { as: by.token, params: roundParams(round) })

export const tryPutDown = (
  by: SignedInPerson,
  round: OfRound,
  { topicId, revision }: Pick<OutcomeView, 'topicId' | 'revision'>,
  {
    outcome = 'consensus',
    text = '放在楼道口两边，各一张',
  }: Partial<{
    outcome: NonNullable<OutcomeView['outcome']>
    text: string
  }> = {},
) =>
  server.call(putDownOutcomeEndpoint, {
    as: by.token,
    params: { ...roundParams(round), topicId },
    body: { revision, outcome, text },
  })
