import {
  actOnMatterEndpoint,
  joinMatterEndpoint,
  leaveMatterEndpoint,
  listDeskFiltersEndpoint,
  listFeedEndpoint,
  listMergeTargetsEndpoint,
  listMyMattersEndpoint,
  listSimilarMattersEndpoint,
  listTeamsEndpoint,
  readDeskEndpoint,
  readHomeEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
  saveDeskFilterEndpoint,
  type DeskList,
} from '#core/matters'
import { placeOf } from '../builders/big-district'
import { asEach, type AreaPlans, type Look, type Seen } from './look'

const DESK_PEOPLE = {
  staff: 'staff',
  'a grid chief': 'chief',
  'a grid worker': 'worker',
  'property staff': 'property',
} as const

const desk = (list: DeskList): Record<string, Look> =>
  asEach(
    DESK_PEOPLE,
    (person) => `the desk ${list} of ${person}`,
    ({ pages, params }, person) => pages(readDeskEndpoint, person, { params, query: { list } }),
  )

export const matterPlans: AreaPlans = {
  reads: {
    'the feed of the community': ({ pages, params, resident }) =>
      pages(listFeedEndpoint, resident, { params, query: {} }),
    'the feed of a building': ({ pages, params, resident, community }) =>
      pages(listFeedEndpoint, resident, { params, query: { placeId: placeOf(community, 3) } }),
    'what a busy resident reported': ({ pages, params, resident }) =>
      pages(listMyMattersEndpoint, resident, { params, query: {} }),
    ...asEach(
      { 'a resident': 'resident', staff: 'staff' },
      (person) => `the first screen of ${person}`,
      ({ pages, params }, person) => pages(readHomeEndpoint, person, { params, query: {} }),
    ),
    ...desk('unassigned'),
    ...desk('mine'),
    ...desk('to_verify'),
    ...desk('to_reinspect'),
    ...desk('to_grant'),
    'the same here already': async ({ ok, params, resident, community }) => {
      const query = { placeId: placeOf(community, 3), serviceCode: 'pipe', title: '下水道返味' } as const
      await ok(listSimilarMattersEndpoint, resident, { params, query })
    },
    'the filters of a desk': async ({ ok, params, staff }) => {
      await ok(listDeskFiltersEndpoint, staff, { params })
    },
  },
  writes: {
    'reporting, handling and answering': reportAndHandle,
    'joining, leaving and merging': joinAndMerge,
    'keeping a filter': async ({ ok, params, staff }) => {
      await ok(saveDeskFilterEndpoint, staff, { params, body: { name: '我的', list: 'mine' } })
    },
  },
}

async function reportAndHandle({ ok, params, resident, staff, community }: Seen): Promise<void> {
  const body = { placeId: placeOf(community, 3), serviceCode: 'pipe', title: '下水道返味' } as const
  const made = await ok(reportMatterEndpoint, resident, { params, body })
  const matter = { ...params, matterId: made.matterId }
  await ok(readMatterEndpoint, staff, { params: matter })
  const acknowledge = { act: 'acknowledge', revision: made.revision } as const
  await ok(actOnMatterEndpoint, staff, { params: matter, body: acknowledge })
  const { items } = await ok(listTeamsEndpoint, staff, { params: matter })
  const { kind, placeId } = items[0]!
  const assign = { act: 'assign', revision: 2, team: { kind, placeId } } as const
  await ok(actOnMatterEndpoint, staff, { params: matter, body: assign })
}

async function joinAndMerge({ ok, params, resident, staff, community }: Seen): Promise<void> {
  const body = { placeId: placeOf(community, 3), serviceCode: 'pipe', title: '下水道返味' } as const
  const first = await ok(reportMatterEndpoint, staff, { params, body: { ...body, channel: 'phone' } })
  const second = await ok(reportMatterEndpoint, resident, { params, body })
  const matter = { ...params, matterId: first.matterId }
  await ok(joinMatterEndpoint, resident, { params: matter })
  await ok(leaveMatterEndpoint, resident, { params: matter })
  const source = { ...params, matterId: second.matterId }
  await ok(listMergeTargetsEndpoint, staff, { params: source })
  const merge = { act: 'merge', revision: second.revision, intoMatterId: first.matterId } as const
  const merged = await ok(actOnMatterEndpoint, staff, { params: source, body: merge })
  const unmerge = { act: 'unmerge', revision: merged.revision } as const
  await ok(actOnMatterEndpoint, resident, { params: source, body: unmerge })
}
