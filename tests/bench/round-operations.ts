import type { Endpoint } from '#core/contract'
import {
  actOnSessionEndpoint,
  answerStatementEndpoint,
  rateItemEndpoint,
  secondTopicEndpoint,
  STANCES,
  takeBackTopicSecondEndpoint,
  writeNoteEndpoint,
} from '#core/rounds'
import { newId } from '#server/platform/db/index'
import type { CallInput } from '../api/test-server'
import { idOf } from '../builders/big-district'
import type { Operation, Sample } from './operations'
import { COUNT, PHASE, roundThing } from './rounds'

/** So many act in one round at once. */
export const PEOPLE = 500

/** One for each of so many homes of the first community, as `fillMemberships` binds them: those it leaves asked or refused are passed over. */
function personAt(index: number): string {
  const home = 102 + 10 * Math.floor(index / 8) + (index % 8)
  return idOf('person', 20_100 + 2 * home)
}

const roundIn = (phase: keyof typeof PHASE) => ({
  communityId: idOf('community', 1),
  roundId: roundThing('round', PHASE[phase]),
})

/** Everybody once, then everybody once more, as often as is said. */
function everybody<E extends Endpoint>(
  endpoint: E,
  times: number,
  input: (index: number, time: number) => CallInput<E>,
  newBody?: () => object,
): Sample[] {
  return Array.from({ length: times * PEOPLE }, (_, n) => ({
    endpoint,
    personId: personAt(n % PEOPLE),
    input: input(n % PEOPLE, Math.floor(n / PEOPLE)) as CallInput<Endpoint>,
    ...(newBody ? { newBody } : {}),
  }))
}

/** Some topics one after the other by everybody, then taken back: so many calls lie between that none overtakes its own. */
function seconds(first: number, times: number): Sample[] {
  const topic = (index: number, time: number) => ({
    params: {
      communityId: idOf('community', 1),
      topicId: roundThing('topic', first + ((index + time) % (COUNT.topic / 2))),
    },
  })
  return [
    ...everybody(secondTopicEndpoint, times, topic),
    ...everybody(takeBackTopicSecondEndpoint, times, topic),
  ]
}

/** Our server has the first half of the topics, the bare one the others: neither finds a second that it didn't write. */
const second: Operation = {
  name: 'second',
  samples: seconds(1, 4),
  replayed: seconds(1 + COUNT.topic / 2, 1),
}

/** From one table to the next: all sessions are at the same time. */
const join: Operation = {
  name: 'join',
  samples: everybody(actOnSessionEndpoint, 2, (index, time) => ({
    params: {
      ...roundIn('discussion'),
      sessionId: roundThing('session', 1 + ((index + time) % COUNT.session)),
    },
    body: { act: 'join' as const },
  })),
}

const note: Operation = {
  name: 'note',
  samples: everybody(
    writeNoteEndpoint,
    1,
    (index) => ({
      params: { ...roundIn('discussion'), sessionId: roundThing('session', 1 + (index % COUNT.session)) },
    }),
    () => ({ noteId: newId(), text: '长椅放在树下，离窗户远一点，晚上不吵。' }),
  ),
}

const answerTo = (first: number, times: number) =>
  everybody(answerStatementEndpoint, times, (index, time) => ({
    params: {
      ...roundIn('discussion'),
      statementId: roundThing('statement', first + ((index + time) % (COUNT.statement - first))),
    },
    body: { stance: STANCES[(index + time) % STANCES.length]! },
  }))

/** Everybody answers what they haven't answered yet; the last ones were answered for the bare server. */
const answer: Operation = {
  name: 'answer',
  samples: answerTo(1, 90),
  replayed: answerTo(95, 1),
}

const rate: Operation = {
  name: 'rate',
  samples: everybody(rateItemEndpoint, 1, (index) => ({
    params: { ...roundIn('evaluation'), itemId: roundThing('item', 1 + (index % COUNT.item)) },
    body: { rating: index % 2 ? ('kept' as const) : ('partly' as const) },
  })),
}

/** What many do in one round at once, measured against the same rows written without us. */
export const inOneRound: readonly Operation[] = [second, join, note, answer, rate]
