import {
  actOnSessionEndpoint,
  answerStatementEndpoint,
  changeSessionEndpoint,
  draftTopicVoteEndpoint,
  listNotesEndpoint,
  listOutcomesEndpoint,
  listSessionsEndpoint,
  listStatementsEndpoint,
  nextStatementEndpoint,
  openSessionCodeEndpoint,
  openSessionEndpoint,
  printMinutesEndpoint,
  putDownOutcomeEndpoint,
  readOpinionsEndpoint,
  readOutcomeEndpoint,
  readPulseEndpoint,
  readRoundCodeEndpoint,
  readSessionEndpoint,
  showSessionCodeEndpoint,
  strikeNoteEndpoint,
  writeNoteEndpoint,
  writeStatementEndpoint,
} from '#core/rounds'
import { tendOpinions } from '#server/rounds/index'
import { newId } from '#server/platform/db/index'
import { partOfRound, placeOf, roundOf } from '../builders/big-district'
import { CONTACT_BOX } from '../builders/contact-box'
import { asEach, type AreaPlans, type Seen } from './look'

const READERS = {
  'where I live': 'neighbour',
  'where I am in office': 'staff',
  'which I convene': 'head',
} as const

/** The round that is discussed, and its first session, as tests/builders/big-district makes them. */
const discussed = ({ params, community }: Seen) => ({ ...params, roundId: roundOf(community, 2) })
const sessionOf = (seen: Seen) => ({
  ...discussed(seen),
  sessionId: partOfRound('session', seen.community, 2, 1),
})

async function firstOutcome(seen: Seen) {
  const params = discussed(seen)
  const { items } = await seen.ok(listOutcomesEndpoint, seen.head, { params, query: {} })
  return items.find(({ voteId }) => voteId === null)!
}

/** Twelve people answered, whose answers can be opened, unlike those of the big district: a picture is due. */
async function manyAnswer({ params, community, db }: Seen): Promise<void> {
  const { communityId } = params
  const roundId = roundOf(community, 2)
  await db
    .deleteFrom('round_opinions')
    .where('community_id', '=', communityId)
    .where('round_id', '=', roundId)
    .execute()
  const asked = await db
    .selectFrom('statements')
    .select('statement_id')
    .where('community_id', '=', communityId)
    .where('round_id', '=', roundId)
    .execute()
  await db
    .insertInto('round_opinions')
    .values(
      Array.from({ length: 12 }, (_none, n) => {
        const key = Buffer.alloc(32, n)
        const said = Object.fromEntries(asked.map(({ statement_id }) => [statement_id, n % 2]))
        const about = `opinions ${communityId} ${roundId} ${key.toString('hex')}`
        return {
          community_id: communityId,
          round_id: roundId,
          participant_key: key,
          answers_sealed: CONTACT_BOX.seal(JSON.stringify(said), about),
        }
      }),
    )
    .execute()
}

export const discussionPlans: AreaPlans = {
  reads: {
    ...asEach(
      READERS,
      (who) => `sessions of a round ${who}`,
      (seen, person) => seen.ok(listSessionsEndpoint, person, { params: discussed(seen) }),
    ),
    'a session': (seen) => seen.ok(readSessionEndpoint, seen.neighbour, { params: sessionOf(seen) }),
    'notes of a session': (seen) =>
      seen.ok(listNotesEndpoint, seen.neighbour, { params: sessionOf(seen), query: { after: '2' } }),
    'the code of a session': (seen) =>
      seen.ok(showSessionCodeEndpoint, seen.head, { params: sessionOf(seen) }),
    'which session a code opens': (seen) =>
      seen.ok(openSessionCodeEndpoint, seen.neighbour, {
        params: { code: sessionOf(seen).sessionId.replaceAll('-', '') },
      }),
    'statements of a round': (seen) =>
      seen.pages(listStatementsEndpoint, seen.neighbour, { params: discussed(seen), query: {} }),
    'the next statement': (seen) =>
      seen.ok(nextStatementEndpoint, seen.neighbour, { params: discussed(seen) }),
    'opinions of a round': (seen) =>
      seen.ok(readOpinionsEndpoint, seen.neighbour, { params: discussed(seen) }),
    'how the topics of a round end': (seen) =>
      seen.pages(listOutcomesEndpoint, seen.neighbour, { params: discussed(seen), query: {} }),
    'how a topic of a round ends': async (seen) =>
      seen.ok(readOutcomeEndpoint, seen.head, {
        params: { ...discussed(seen), topicId: (await firstOutcome(seen)).topicId },
      }),
    'a round on a big screen': (seen) =>
      seen.ok(readPulseEndpoint, seen.neighbour, { params: discussed(seen), query: {} }),
    'the code of a round on a big screen': (seen) =>
      seen.ok(readRoundCodeEndpoint, seen.neighbour, { params: discussed(seen) }),
  },
  writes: {
    'opening a session, moving it, hosting it, and giving it up': async (seen) => {
      const { ok, head } = seen
      const params = discussed(seen)
      const { topicId } = await firstOutcome(seen)
      const spot = { topicId, startsAt: '2026-11-18T11:30:00.000Z', where: '小花园' }
      const { sessionId, revision } = await ok(openSessionEndpoint, head, { params, body: spot })
      const one = { ...params, sessionId }
      await ok(changeSessionEndpoint, head, {
        params: one,
        body: { ...spot, where: '活动室', revision },
      })
      await ok(actOnSessionEndpoint, head, { params: one, body: { act: 'host' } })
      await ok(actOnSessionEndpoint, head, { params: one, body: { act: 'unhost' } })
      await ok(actOnSessionEndpoint, head, { params: one, body: { act: 'cancel' } })
    },
    'joining a session, going to another, leaving it': async (seen) => {
      const { ok, neighbour } = seen
      const params = sessionOf(seen)
      const code = params.sessionId.replaceAll('-', '')
      await ok(actOnSessionEndpoint, neighbour, { params, body: { act: 'join', code } })
      await ok(actOnSessionEndpoint, neighbour, { params, body: { act: 'leave' } })
    },
    'writing notes of a session, changing and striking them, printing them': async (seen) => {
      const { ok, neighbour, head } = seen
      const params = sessionOf(seen)
      const { noteId } = await ok(writeNoteEndpoint, neighbour, {
        params,
        body: { noteId: newId(), text: '长椅放在树下' },
      })
      const body = { noteId: newId(), text: '长椅放在大树下', replaces: noteId }
      await ok(writeNoteEndpoint, neighbour, { params, body })
      await ok(strikeNoteEndpoint, head, { params: { ...params, noteId: body.noteId } })
      await ok(printMinutesEndpoint, neighbour, { params: discussed(seen), body: {} })
    },
    'a statement, and an answer to another statement': async (seen) => {
      const { ok, neighbour } = seen
      const params = discussed(seen)
      await ok(writeStatementEndpoint, neighbour, { params, body: { text: '晚上九点以后别吵' } })
      const { statement } = await ok(nextStatementEndpoint, neighbour, { params })
      await ok(answerStatementEndpoint, neighbour, {
        params: { ...params, statementId: statement!.statementId },
        body: { stance: 'agree' },
      })
    },
    'how a topic ends, and the vote that is drafted of it': async (seen) => {
      const { ok, head, community } = seen
      const { topicId, revision } = await firstOutcome(seen)
      const params = { ...discussed(seen), topicId }
      const text = '自行车停在画好的车位里'
      await ok(putDownOutcomeEndpoint, head, { params, body: { revision, outcome: 'vote', text } })
      await ok(draftTopicVoteEndpoint, head, {
        params,
        body: {
          placeId: placeOf(community, 2),
          electorate: 'homes',
          title: '楼道里能不能放自行车',
          text,
          items: [{ subject: 'shared_space', title: '同意吗' }],
          opensOn: '2026-11-23',
          closesOn: '2026-11-28',
        },
      })
    },
  },
  once: {
    'pictures of the round that is discussed, and forgetting what was said in statements of others': async (
      seen,
    ) => {
      const { db, now, params } = seen
      await manyAnswer(seen)
      await db
        .updateTable('rounds')
        .set({ state: 'action' })
        .where('community_id', '=', params.communityId)
        .where('round_id', '=', roundOf(seen.community, 2))
        .execute()
      await tendOpinions(db, CONTACT_BOX, now)
    },
  },
}
