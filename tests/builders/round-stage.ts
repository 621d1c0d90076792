import type { Writable } from 'node:stream'
import { startTestServer, type TestServer } from '../api/test-server'
import {
  actOnRoundEndpoint,
  conveneRoundEndpoint,
  readRoundEndpoint,
  type RoundPersonAct,
  type RoundState,
  type RoundView,
} from '#core/rounds'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from './neighbourhood'
import { neighboursOf } from './neighbours'

/** When the tests of rounds play: a Wednesday morning in Shanghai. */
export const NOW = new Date('2026-11-18T02:00:00.000Z')
/** The Saturday after it, at ten. */
export const MEETS_AT = '2026-11-21T02:00:00.000Z'

// Read by the tests as they stand: each file has a stage of its own.
export let server: TestServer
export let place: Neighbourhood
/** Convenes rounds in the building. */
export let head: SignedInPerson
export let staff: SignedInPerson
/** Of the two homes of the building. */
export let resident: SignedInPerson
export let neighbour: SignedInPerson
/** Of the other building in the same estate, and of another community. */
export let across: SignedInPerson
export let stranger: SignedInPerson

/** A server, a neighbourhood, and who talks there. Called once at the head of a file. */
export function setRoundStage(log?: Writable): void {
  beforeAll(async () => {
    server = await startTestServer({ now: NOW.toISOString(), ...(log ? { log } : {}) })
    place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
    const { communityId, buildingId } = place.community
    head = await place.inOffice('building_head', buildingId, { name: '赵大爷' })
    staff = await place.inOffice('community_staff', communityId, { name: '王敏' })
    ;({ resident, neighbour, across, stranger } = await neighboursOf(place))
  })
  beforeEach(() => {
    server.clock.now = NOW
  })
  afterAll(() => server.close())
}

const here = () => ({ communityId: place.community.communityId })
export const roundParams = ({ roundId }: { roundId: string }) => ({ ...here(), roundId })

interface Asked {
  placeId?: string
  homeIds?: string[]
  question?: string
  meetsAt?: string
  topicIds?: string[]
}

/** Convenes a round of the building; the answer as it came. */
export const tryConvene = (by: SignedInPerson, more: Asked = {}) =>
  server.call(conveneRoundEndpoint, {
    as: by.token,
    params: here(),
    body: {
      placeId: place.community.buildingId,
      question: '楼前那块空地，怎么用才好',
      meetsAt: MEETS_AT,
      topicIds: [],
      ...more,
    },
  })

/** A round of the building, convened by its head; put straight into a phase where its way there doesn't matter. */
export async function aRound({
  state,
  by = head,
  ...more
}: Asked & { state?: RoundState; by?: SignedInPerson } = {}): Promise<RoundView> {
  const { status, body } = await tryConvene(by, more)
  expect(status).toBe(200)
  const round = body as RoundView
  if (!state) return round
  await server.db
    .updateTable('rounds')
    .set({ state, invited_at: server.clock.now })
    .where('round_id', '=', round.roundId)
    .execute()
  return readRoundBy(by, round)
}

export const readRoundBy = (by: SignedInPerson, round: { roundId: string }): Promise<RoundView> =>
  server.ok(readRoundEndpoint, { as: by.token, params: roundParams(round), query: {} })

/** One act of the workflow; the answer as it came. */
export const tryRoundAct = (
  by: SignedInPerson,
  { roundId, revision }: Pick<RoundView, 'roundId' | 'revision'>,
  act: RoundPersonAct,
  more: { reason?: string; personCode?: string } = {},
) =>
  server.call(actOnRoundEndpoint, {
    as: by.token,
    params: roundParams({ roundId }),
    body: { act, revision, ...more },
  })

/** What a person was told of a round, first to last. */
export async function toldOfRound(
  { roundId }: { roundId: string },
  { personId }: SignedInPerson,
): Promise<string[]> {
  const rows = await server.db
    .selectFrom('inbox_items')
    .select('kind')
    .where('subject_id', '=', roundId)
    .where('person_id', '=', personId)
    .orderBy('item_id')
    .execute()
  return rows.map(({ kind }) => kind)
}
