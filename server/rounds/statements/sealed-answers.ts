import { sql } from 'kysely'
import { STANCES, type Stance } from '#core/rounds'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
/** What one participant said, by statement. */
export type Answers = Readonly<Record<string, Stance>>

interface InOneRound {
  communityId: string
  roundId: string
}

/** Under what somebody's answers of a round are kept. Without the key of the box it leads to nobody, and differs in every round. */
export function participantKey(
  box: ContactBox,
  { communityId, roundId, personId }: InOneRound & { personId: string },
): Buffer {
  return box.blindIndex('round opinion', communityId, roundId, personId)
}

const about = ({ communityId, roundId }: InOneRound, key: Buffer): string =>
  `opinions ${communityId} ${roundId} ${key.toString('hex')}`

/** Every answer is one digit, so that the length tells how many there are and nothing of them. */
function sealAnswers(box: ContactBox, round: InOneRound, key: Buffer, answers: Answers): Buffer {
  const digits = Object.entries(answers).map(([id, stance]) => [id, STANCES.indexOf(stance)])
  return box.seal(JSON.stringify(Object.fromEntries(digits)), about(round, key))
}

/** What was said. Called for who said it, and by who makes the picture. */
export function openAnswers(box: ContactBox, round: InOneRound, key: Buffer, sealed: Buffer): Answers {
  const digits = JSON.parse(box.open(sealed, about(round, key))) as Record<string, number>
  return Object.fromEntries(
    Object.entries(digits).flatMap(([id, digit]) => {
      const stance = STANCES[digit]
      return stance ? [[id, stance]] : []
    }),
  )
}

interface Answering {
  box: ContactBox
  round: InOneRound
  key: Buffer
}

/** The asker's own answers; empty while there are none, and once they are gone. */
export async function findOwnAnswers(db: Reader, { box, round, key }: Answering): Promise<Answers> {
  const row = await db
    .selectFrom('round_opinions')
    .select('answers_sealed')
    .where('community_id', '=', round.communityId)
    .where('round_id', '=', round.roundId)
    .where('participant_key', '=', key)
    .executeTakeFirst()
  return row ? openAnswers(box, round, key, row.answers_sealed) : {}
}

/**
 * Adds or changes one answer; of two at once by the same person neither is lost, for the row is locked before it is opened. Answers all
 * there are then, and whether this one is new.
 */
export async function saveAnswer(
  tx: Transaction,
  { box, round, key }: Answering,
  { statementId, stance }: { statementId: string; stance: Stance },
): Promise<{ answers: Answers; isNew: boolean }> {
  const { rows } = await sql<{ answers_sealed: Buffer }>`
    insert into round_opinions (community_id, round_id, participant_key, answers_sealed)
    values (${round.communityId}, ${round.roundId}, ${key}, ${sealAnswers(box, round, key, {})})
    on conflict (community_id, round_id, participant_key) do update set unpictured = true
    returning answers_sealed`.execute(tx)
  const before = rows[0] ? openAnswers(box, round, key, rows[0].answers_sealed) : {}
  const answers = { ...before, [statementId]: stance }
  await tx
    .updateTable('round_opinions')
    .set({ answers_sealed: sealAnswers(box, round, key, answers) })
    .where('community_id', '=', round.communityId)
    .where('round_id', '=', round.roundId)
    .where('participant_key', '=', key)
    .execute()
  return { answers, isNew: before[statementId] === undefined }
}
