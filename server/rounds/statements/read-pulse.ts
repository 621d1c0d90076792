import { sql } from 'kysely'
import type { PulseView } from '#core/rounds'
import type { Context } from '#server/platform/context'
import { digestOf } from '#server/platform/crypto/index'
import { readableRound } from '../readable'

interface Counts {
  homes: number
  people: number
  topics: number
  statements: number
  answers: number
  outcomes: number
}

/** As many characters of a digest as tell two apart. */
const VERSION_LENGTH = 16

/**
 * What a big screen shows, every few seconds: the round, then all counts in one query by the indexes of the round. Where nothing changed since
 * the asker's version, the answer is the version alone.
 */
export async function readPulse(
  context: Context,
  { roundId, version: known }: { roundId: string; version?: string | undefined },
): Promise<PulseView> {
  const { row } = await readableRound(context, roundId)
  const counts = await countAll(context, roundId)
  const now = { question: row.question, state: row.state, ...counts }
  const version = digestOf(JSON.stringify(now)).toString('hex').slice(0, VERSION_LENGTH)
  return { version, now: version === known ? null : now }
}

async function countAll({ db, region }: Context, roundId: string): Promise<Counts> {
  const here = sql`community_id = ${region.regionId} and round_id = ${roundId}`
  const { rows } = await sql<Counts>`
    select p.homes::integer, p.people::integer, t.topics::integer, t.outcomes::integer,
      s.statements::integer, s.answers::integer
    from (select count(distinct home_id) as homes, count(*) as people from round_participants where ${here}) p,
      (select count(*) as topics, count(outcome) as outcomes from topics
        where ${here} and state = 'open' and words_state = 'shown') t,
      (select count(*) as statements, coalesce(sum(answers), 0) as answers from statements
        where ${here} and words_state = 'shown' and withdrawn_at is null) s`.execute(db)
  return rows[0] ?? { homes: 0, people: 0, topics: 0, statements: 0, answers: 0, outcomes: 0 }
}
