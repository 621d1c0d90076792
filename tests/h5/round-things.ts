import { ROUND_PHASES, type RoundItem, type RoundPhase } from '#core/rounds'
import { VOTE_LIST_LABELS } from '#core/votes'
import { ROUTES } from '../../src/routes'
import type { Visitor } from './site'

/** What the demo holds of rounds: one in each phase and one that is over, and what is in them. */
export interface RoundThings {
  inPhase: Record<RoundPhase, string>
  closedId: string
  topicId: string
  sessionId: string
  itemId: string
}

const NOTHING = '00000000-0000-4000-8000-000000000000'

/** Where there is no round: pages say so. */
export const NO_ROUNDS: RoundThings = {
  inPhase: { agenda: NOTHING, discussion: NOTHING, action: NOTHING, evaluation: NOTHING },
  closedId: NOTHING,
  topicId: NOTHING,
  sessionId: NOTHING,
  itemId: NOTHING,
}

const ONE_ROUND = /\/rounds\/[^/]+$/
const SESSIONS = /\/rounds\/[^/]+\/sessions$/

type Read = (address: string, asked: RegExp) => Promise<{ text: string }>

/** The rounds that somebody meets who lives there, with a topic, a session and an item of them. */
export async function findRounds({ page }: Visitor, communityId: string, read: Read): Promise<RoundThings> {
  const roundsIn = (text: string) => (JSON.parse(text) as { items: RoundItem[] }).items
  const current = roundsIn((await read('/pages/together/index', /\/communities\/[^/]+\/rounds$/)).text)
  const over = page
    .waitForResponse((one) => /\/rounds\?.*list=over/.test(one.url()))
    .then((one) => one.text())
  await page.getByRole('button', { name: VOTE_LIST_LABELS.over }).click()
  const closedId = roundsIn(await over)[0]?.roundId ?? NOTHING
  const idOf = (phase: RoundPhase) => current.find(({ state }) => state === phase)?.roundId ?? NOTHING
  const inPhase = Object.fromEntries(
    ROUND_PHASES.map((phase) => [phase, idOf(phase)]),
  ) as RoundThings['inPhase']
  /** What a page names first in the answer that it opens with. */
  const firstIn = async (route: string, roundId: string, asked: RegExp, name: string) => {
    const address = `${route}?${new URLSearchParams({ communityId, roundId }).toString()}`
    const { text } = await read(address, asked)
    return new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1] ?? NOTHING
  }
  return {
    inPhase,
    closedId,
    topicId: await firstIn(ROUTES.round, inPhase.agenda, ONE_ROUND, 'topicId'),
    sessionId: await firstIn(ROUTES.sessionBoard, inPhase.discussion, SESSIONS, 'sessionId'),
    itemId: await firstIn(ROUTES.round, inPhase.action, ONE_ROUND, 'itemId'),
  }
}

/** What the pages of rounds are asked for. */
export const ROUND_QUERIES = {
  round: ({ inPhase }: RoundThings) => ({ roundId: inPhase.agenda }),
  topic: ({ topicId }: RoundThings) => ({ topicId }),
  board: () => ({}),
  conveneRound: () => ({}),
  session: ({ inPhase, sessionId }: RoundThings) => ({ roundId: inPhase.discussion, sessionId }),
  sessionBoard: ({ inPhase }: RoundThings) => ({ roundId: inPhase.discussion }),
  roundOpinions: ({ inPhase }: RoundThings) => ({ roundId: inPhase.discussion }),
  roundProjector: ({ inPhase }: RoundThings) => ({ roundId: inPhase.discussion }),
  roundItem: ({ itemId }: RoundThings) => ({ itemId }),
  roundReport: ({ closedId }: RoundThings) => ({ roundId: closedId }),
} satisfies Partial<Record<keyof typeof ROUTES, (rounds: RoundThings) => Record<string, string>>>

/** The page of a round in the phases that come after the first: one page, with other things on it. */
export function laterRounds({ inPhase, closedId }: RoundThings): Record<string, string> {
  return {
    roundInDiscussion: inPhase.discussion,
    roundInAction: inPhase.action,
    roundInEvaluation: inPhase.evaluation,
    closedRound: closedId,
  }
}
