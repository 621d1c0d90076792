import {
  actOnMatterEndpoint,
  deleteDeskFilterEndpoint,
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
  readMatterContactEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
  saveDeskFilterEndpoint,
} from '#core/matters'
import { newId } from '#server/platform/db/index'
import { here, HERE, ON_RECORD, ONCE, read, write, type AreaBudgets, type Scene } from './budget'

const VIEW = 3 // timeline, who joined, photos
const SEEN = 2 // the row locked, who joined

const reads: AreaBudgets['reads'] = {
  home: read(readHomeEndpoint, HERE + 8), // my place; votes, waiting, desk, feed, unread, notices (and their places) side by side
  feed: read(listFeedEndpoint, HERE + 1),
  'my matters': read(listMyMattersEndpoint, HERE + 1),
  'desk, unassigned': read(readDeskEndpoint, HERE + 3, { list: 'unassigned' }), // rows; counts; words to look at; words to look at
  'desk, mine': read(readDeskEndpoint, HERE + 3, { list: 'mine' }),
  'desk, to verify': read(readDeskEndpoint, HERE + 3, { list: 'to_verify' }),
  'desk, to inspect again': read(readDeskEndpoint, HERE + 3, { list: 'to_reinspect' }),
  'desk, to grant': read(readDeskEndpoint, HERE + 3, { list: 'to_grant' }),
  'filters of my desk': read(listDeskFiltersEndpoint, HERE + 1),
  'the same here already': {
    endpoint: listSimilarMattersEndpoint,
    statements: HERE + 2, // the place; what is open around it
    input: ({ busy }) => ({
      params: { ...busy.ids },
      query: { placeId: busy.ids.placeId, serviceCode: 'door', title: '门坏了' },
    }),
  },
  'what it can be merged into': read(listMergeTargetsEndpoint, HERE + 3), // the row; its place; what is open around it
  matter: read(readMatterEndpoint, HERE + 1 + VIEW + 1), // the row; its links
  teams: read(listTeamsEndpoint, HERE + 2), // the row; the teams
}

const writes: AreaBudgets['writes'] = {
  'join a matter': write(joinMatterEndpoint, HERE + ONCE + ON_RECORD + SEEN + 5 + VIEW, () => ({})), // homes held, saved, homes of the reporter, counted, kept
  'leave a matter': write(leaveMatterEndpoint, HERE + ONCE + ON_RECORD + SEEN + 4 + VIEW, () => ({})),
  'read who to call': write(readMatterContactEndpoint, HERE + ONCE + ON_RECORD + 3, () => ({})), // locked; phone, reading
  'report a matter': write(reportMatterEndpoint, HERE + ONCE + ON_RECORD + 14 + VIEW, ({ busy }) => ({
    placeId: busy.ids.placeId,
    serviceCode: 'door',
    title: '门坏了',
  })), // consent; place, grids; shown?; matter, its places, search, event; community remembered; read; staff, told
  'acknowledge a matter': write(actOnMatterEndpoint, HERE + ONCE + ON_RECORD + SEEN + 3 + VIEW, () => ({
    act: 'acknowledge',
    revision: 1,
  })), // saved, event; told
  'assign a matter': write(actOnMatterEndpoint, HERE + ONCE + ON_RECORD + SEEN + 6 + VIEW, ({ busy }) => ({
    act: 'assign',
    revision: 2,
    team: { kind: 'grid', placeId: busy.ids.gridId },
  })), // besides: teams; staff, told
  'start a matter': write(actOnMatterEndpoint, HERE + ONCE + ON_RECORD + SEEN + 3 + VIEW, () => ({
    act: 'start',
    revision: 3,
  })),
  'resolve a matter': write(actOnMatterEndpoint, HERE + ONCE + ON_RECORD + SEEN + 4 + VIEW, () => ({
    act: 'resolve',
    revision: 4,
    outcome: 'fixed',
    note: '好了',
  })), // besides: the clock's job
  'keep a filter': write(saveDeskFilterEndpoint, HERE + ONCE + 2, () => ({ name: '我的灯', list: 'mine' })), // how many; kept
  'forget a filter': {
    endpoint: deleteDeskFilterEndpoint,
    statements: HERE + ONCE + 1,
    input: async (scene) => ({ params: { ...here(scene), filterId: await filterOf(scene) } }),
  },
}

async function filterOf({ server, busy }: Scene): Promise<string> {
  const filterId = newId()
  await server.db
    .insertInto('desk_filters')
    .values({
      community_id: busy.ids.communityId as string,
      person_id: busy.everywhere.personId,
      filter_id: filterId,
      name: '灯',
      list: 'mine',
    })
    .execute()
  return filterId
}

async function twenty({ rows, busy }: Scene): Promise<void> {
  for (const state of ['submitted', 'in_progress', 'resolved'] as const) {
    await rows.matters(20, { reporterId: busy.everywhere.personId, state })
  }
}

export const matterBudgets: AreaBudgets = { reads, writes, twenty }
