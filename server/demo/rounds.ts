import { dateOf, startOfDay } from '#core/calendar'
import type { RoundPersonAct, RoundView } from '#core/rounds'
import {
  actOnRound,
  answerStatement,
  conveneRound,
  proposeTopic,
  putDownOutcome,
  putUpTopic,
  readOutcome,
  secondTopic,
  writeLesson,
  writeStatement,
  type StatementParts,
} from '#server/rounds/index'
import type { Context } from '#server/platform/context'
import type { FileStore } from '#server/platform/files/index'
import type { CastName, People } from './cast'
import type { DemoPlaces } from './places'
import { doItem, rateItemOf } from './round-items'
import { holdSession } from './round-sessions'
import { ROUND_TALES, type RoundTale, type StatementTale, type TopicTale } from './round-tales'
import { actAs, hoursAgo, type Stage } from './stage'

export type RoundParts = StatementParts & { photos: FileStore }

/** What a round is told with: who does something next, a little later than what was done before. */
export interface Telling {
  roundId: string
  /** The evening on which they meet, at half past seven. */
  meetsAt: Date
  next: (who: CastName) => Promise<Context>
  /** Somebody at a time. */
  at: (who: CastName, then: Date) => Promise<Context>
  parts: RoundParts
}

const CONVENER: CastName = 'head'
const HOUR_MS = 3_600_000
const MEETS_AT_HOUR = 19.5
/** Hours from one deed to the next. */
const A_LITTLE = 0.2
/** Topics of a board are put up from nothing here: nobody is asked. */
const NOTHING = { find: () => Promise.resolve(undefined) }
const FROM_NOTHING = { matter: NOTHING, post: NOTHING }

/** What waits for seconds on the board of the estate, and what 3号楼 talks about, has agreed on, and is done with. */
export async function holdRounds(
  stage: Stage,
  parts: RoundParts,
  people: People,
  places: DemoPlaces,
): Promise<void> {
  await putUp(stage, parts, people, places)
  for (const tale of ROUND_TALES) await holdRound(stage, parts, { people, places, tale })
}

const BOARD = { putUp: 34, seconded: 22 }

async function putUp(stage: Stage, parts: RoundParts, people: People, places: DemoPlaces): Promise<void> {
  const as = (who: CastName, hours: number) =>
    actAs(hoursAgo(stage, hours), people[who].personId, places.communityId)
  const { topicId } = await putUpTopic(
    await as('wu', BOARD.putUp),
    {
      placeId: places.estateId,
      title: '小区东门晚上早点关，还是留着',
      text: '东门十点就锁，夜里下班的要绕一大圈；不锁又怕不安全。想请大家坐下来说说。',
      shownAs: 'resident',
    },
    { ...parts, origins: FROM_NOTHING },
  )
  await secondTopic(await as('zhou', BOARD.seconded), { topicId, wanted: true })
}

async function holdRound(
  stage: Stage,
  parts: RoundParts,
  { people, places, tale }: { people: People; places: DemoPlaces; tale: RoundTale },
): Promise<void> {
  const { began, topics, meets } = tale
  let hours: number = began.agenda
  const as = (who: CastName, ago: number) =>
    actAs(hoursAgo(stage, ago), people[who].personId, places.communityId)
  const next = (who: CastName) => as(who, (hours -= A_LITTLE))
  const meetsAt = eveningIn(stage, meets.inDays)
  let round: RoundView = await conveneRound(
    await as(CONVENER, hours),
    {
      placeId: places.byName.get(tale.at) as string,
      question: tale.question,
      text: tale.text,
      meetsAt: meetsAt.toISOString(),
      meetsWhere: meets.where,
      topicIds: [],
    },
    parts,
  )
  const { roundId } = round
  const at = (who: CastName, then: Date) => as(who, (stage.now().getTime() - then.getTime()) / HOUR_MS)
  const telling: Telling = { roundId, meetsAt, next, at, parts }
  const act = async (name: RoundPersonAct, ago = hours - A_LITTLE) => {
    hours = ago
    const { revision } = round
    round = await actOnRound(await as(CONVENER, hours), { roundId, act: name, revision }, parts)
  }
  await act('invite')
  const topicIds: string[] = []
  for (const topic of topics) topicIds.push(await propose(telling, topic))
  if (began.discussion === undefined) return
  await act('publish_agenda', began.discussion)
  await discuss(telling, tale, topicIds)
  if (began.action === undefined) return
  await act('begin_action', began.action)
  const itemIds: string[] = []
  for (const item of tale.items ?? []) itemIds.push(await doItem(telling, item))
  if (began.evaluation === undefined) return
  await act('begin_evaluation', began.evaluation)
  for (const [index, item] of (tale.items ?? []).entries())
    await rateItemOf(telling, itemIds[index] as string, item)
  for (const { by, text } of tale.lessons ?? [])
    await writeLesson(await next(by), { roundId, text, shownAs: 'resident' }, parts)
  if (tale.isClosed) await act('close')
}

function eveningIn(stage: Stage, days: number): Date {
  const day = startOfDay(dateOf(hoursAgo(stage, -days * 24).now()))
  return new Date(day.getTime() + MEETS_AT_HOUR * HOUR_MS)
}

async function propose(
  { roundId, next, parts }: Telling,
  { by, title, text, seconds }: TopicTale,
): Promise<string> {
  const words = { title, text, shownAs: 'resident' as const }
  const { topicId } = await proposeTopic(await next(by), { roundId, ...words }, parts)
  for (const who of seconds) await secondTopic(await next(who), { topicId, wanted: true })
  return topicId
}

async function discuss(telling: Telling, tale: RoundTale, topicIds: readonly string[]): Promise<void> {
  const { roundId, next, parts } = telling
  for (const statement of tale.statements ?? []) await sayAndAnswer(telling, statement)
  for (const [index, { session, outcome }] of tale.topics.entries()) {
    const topicId = topicIds[index] as string
    if (session) await holdSession(telling, topicId, session)
    if (!outcome) continue
    const convener = await next(CONVENER)
    const { revision } = await readOutcome(convener, { roundId, topicId })
    await putDownOutcome(convener, { roundId, topicId, revision, ...outcome }, parts)
  }
}

async function sayAndAnswer({ roundId, next, parts }: Telling, { by, text, answers }: StatementTale) {
  const { statementId } = await writeStatement(await next(by), { roundId, text }, parts)
  for (const [who, stance] of Object.entries(answers))
    await answerStatement(await next(who as CastName), { roundId, statementId, stance }, parts.contactBox)
}
