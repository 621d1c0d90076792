import type { Endpoint } from '#core/contract'
import {
  listFeedEndpoint,
  listMyMattersEndpoint,
  readDeskEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
} from '#core/matters'
import { searchEndpoint } from '#core/search'
import { writePostEndpoint } from '#core/threads'
import { castBallotEndpoint } from '#core/votes'
import type { CallInput } from '../api/test-server'
import {
  COMMUNITIES,
  idOf,
  isOpenMatter,
  officerOf,
  personOf,
  placeOf,
  type Size,
} from '../builders/big-district'
import { voteOf, voterOf } from './votes'

/** One call by one person. */
export interface Sample {
  endpoint: Endpoint
  personId: string
  input: CallInput<Endpoint>
  /** The body, where each call needs one of its own. */
  newBody?: () => object
}

/** Something people do all day: different people of different communities, half of them of the biggest. */
export interface Operation {
  name: string
  samples: readonly Sample[]
  /** What the bare server replays, where our server doesn't do the same twice. */
  replayed?: readonly Sample[]
}

const SAMPLES = 240
/** Who works at the desk of the biggest community: the chief, a worker, staff, and the workers of the other grid. */
const AT_THE_DESK = [1, 2, 3, ...Array.from({ length: 21 }, (_, index) => index + 10)]

/** Someone who lives in a community, with the number of their home there. */
interface Resident {
  community: number
  personId: string
  home: number
}

const communityOf = (index: number) => (index % 2 === 0 ? 1 : 2 + ((index >> 1) % (COMMUNITIES - 1)))

/** As `fillMemberships` binds people to homes; the numbers it leaves asked or refused are passed over. */
function residentOf(index: number): Resident {
  const community = communityOf(index)
  if (community === 1) {
    const home = 105 + 10 * (index >> 1)
    return { community, home, personId: idOf('person', 20_100 + 2 * home) }
  }
  const home = 42 + (index % 18)
  return { community, home, personId: personOf(community, 30 + (home % 70)) }
}

const buildingOf = ({ community, home }: Resident) => placeOf(community, 2 + Math.floor((home % 24) / 3))
const here = (community: number) => ({ communityId: idOf('community', community) })

function samples<E extends Endpoint>(
  endpoint: E,
  sample: (index: number) => { personId: string; input: CallInput<E> },
): Sample[] {
  return Array.from({ length: SAMPLES }, (_, index) => {
    const { personId, input } = sample(index)
    return { endpoint, personId, input: input as CallInput<Endpoint> }
  })
}

/** Matters go round the small communities once in so many. */
const ROUND = 2 * (COMMUNITIES - 1)

/** The number of a matter of the index' community that is over, spread over all there are. */
function matterOf(index: number, size: Size): number {
  const about = Math.floor(((index + 1) / (SAMPLES + 1)) * (size.matters - 3 * ROUND)) + ROUND
  let n = index % 2 === 0 ? about & ~1 : about - (about % ROUND) + 2 * (communityOf(index) - 2) + 1
  // Where a thread is locked (`fillThreads`) nobody says anything.
  while (isOpenMatter(size, n) || n % 20 === 5) n += ROUND
  return n
}

const feed = samples(listFeedEndpoint, (index) => {
  const resident = residentOf(index)
  const query = index % 4 < 2 ? {} : { placeId: buildingOf(resident) }
  return { personId: resident.personId, input: { params: here(resident.community), query } }
})

const detail = (size: Size) =>
  samples(readMatterEndpoint, (index) => {
    const { community, personId } = residentOf(index)
    const matterId = idOf('matter', matterOf(index, size))
    return { personId, input: { params: { ...here(community), matterId } } }
  })

const post = samples(reportMatterEndpoint, (index) => {
  const resident = residentOf(index)
  const body = {
    placeId: buildingOf(resident),
    serviceCode: 'stair_lamp',
    title: '三楼拐角的灯不亮了',
    text: '昨天晚上开始的，老人上下楼看不见台阶，请来看看。',
  } as const
  return { personId: resident.personId, input: { params: here(resident.community), body } }
})

const reply = (size: Size) =>
  samples(writePostEndpoint, (index) => {
    const { community, personId } = residentOf(index)
    const subjectId = idOf('matter', matterOf(index, size))
    const params = { ...here(community), subjectKind: 'matter', subjectId } as const
    return { personId, input: { params, body: { text: '我家也是，昨天晚上差点摔一跤。' } } }
  })

/** Homes cast, and cast again: the last counts. */
const cast = samples(castBallotEndpoint, (index) => {
  const { community, home, personId } = residentOf(index)
  const params = { ...here(community), voteId: voteOf(community) }
  const body = { voterId: voterOf(community, home), choices: { i1: index % 3 ? 'approve' : 'against' } }
  return { personId, input: { params, body } }
})

const desk = samples(readDeskEndpoint, (index) => {
  const community = communityOf(index)
  const inFirst = personOf(1, AT_THE_DESK[(index >> 1) % AT_THE_DESK.length]!)
  const personId = community === 1 ? inFirst : officerOf(community, 'staff')
  return { personId, input: { params: here(community), query: { list: 'unassigned' as const } } }
})

/** Of the biggest community only: elsewhere few people have a page full while there are few matters. */
const myMatters = samples(listMyMattersEndpoint, (index) => ({
  personId: personOf(1, 30 + (index % 70)),
  input: { params: here(1), query: {} },
}))

/** By turns words that all have, and some that one in ten has. */
const search = samples(searchEndpoint, (index) => {
  const { community, personId } = residentOf(index)
  return {
    personId,
    input: { params: here(community), query: { q: index % 4 < 2 ? '楼道灯' : `x${index % 10}` } },
  }
})

/** Measured against the same SQL without us. */
export const againstBare = (size: Size): Operation[] => [
  { name: 'cast', samples: cast },
  { name: 'feed', samples: feed },
  { name: 'detail', samples: detail(size) },
  { name: 'post', samples: post },
  { name: 'reply', samples: reply(size) },
]

/** Measured with few and with many matters. */
export const againstSize = (size: Size): Operation[] => [
  { name: 'feed', samples: feed },
  { name: 'detail', samples: detail(size) },
  { name: 'desk', samples: desk },
  { name: 'my matters', samples: myMatters },
  { name: 'search', samples: search },
]
