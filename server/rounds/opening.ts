import { phaseShownFirst, type RoundOpening, type RoundPhase } from '#core/rounds'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { lessonsOfRound } from './evaluation/lessons'
import { itemsOfRound } from './items/list-items'
import type { ReadableRound } from './readable'
import { objectionsOfRound } from './scope/objections'
import { sessionsOfRound } from './sessions/read-sessions'
import { nextStatementOf } from './statements/list-statements'
import { outcomesOfRound } from './statements/outcomes'
import { opinionsOfRound } from './statements/read-opinions'
import { topicsOfRound } from './topics/list-topics'

type Opening = (context: Context, met: ReadableRound, box: ContactBox) => Promise<RoundOpening>

/** What the page of a round shows first, phase by phase. Seven queries at most, however much there is. */
const OPENINGS: Record<RoundPhase, Opening> = {
  agenda: async (context, met) => ({
    topics: await topicsOfRound(context, { roundId: met.row.round_id }),
    ...(met.row.chosen ? { objections: await objectionsOfRound(context, met) } : {}),
  }),
  discussion: async (context, met, box) => ({
    sessions: await sessionsOfRound(context, met),
    statements: {
      asked: await nextStatementOf(context, met, box),
      opinions: await opinionsOfRound(context, { roundId: met.row.round_id, box }),
    },
    outcomes: await outcomesOfRound(context, met),
  }),
  action: async (context, met) => ({ items: await itemsOfRound(context, met) }),
  evaluation: async (context, met) => ({
    items: await itemsOfRound(context, met),
    lessons: await lessonsOfRound(context, met),
  }),
}

/** The first page of each list on the first screen of a round, for who may read it. */
export const openingOf: Opening = (context, met, box) =>
  OPENINGS[phaseShownFirst(met.round.state)](context, met, box)
