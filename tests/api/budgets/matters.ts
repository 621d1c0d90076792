import {
  actOnMatterEndpoint,
  listFeedEndpoint,
  listMyMattersEndpoint,
  listTeamsEndpoint,
  readDeskEndpoint,
  readHomeEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
} from '#core/matters'
import { HERE, ON_RECORD, ONCE, read, write, type AreaBudgets, type Scene } from './budget'

const reads: AreaBudgets['reads'] = {
  home: read(readHomeEndpoint, HERE + 5), // my place; waiting, desk, feed, unread side by side
  feed: read(listFeedEndpoint, HERE + 1),
  'my matters': read(listMyMattersEndpoint, HERE + 1),
  'desk, unassigned': read(readDeskEndpoint, HERE + 2, { list: 'unassigned' }), // rows; counts
  'desk, mine': read(readDeskEndpoint, HERE + 2, { list: 'mine' }),
  'desk, to verify': read(readDeskEndpoint, HERE + 2, { list: 'to_verify' }),
  matter: read(readMatterEndpoint, HERE + 2), // the row; its timeline
  teams: read(listTeamsEndpoint, HERE + 2), // the row; the teams
}

const writes: AreaBudgets['writes'] = {
  'report a matter': write(reportMatterEndpoint, HERE + ONCE + ON_RECORD + 10, ({ busy }) => ({
    placeId: busy.ids.placeId,
    serviceCode: 'door',
    title: '门坏了',
  })), // place, grids; matter, its places, event; community remembered; read; staff, told; timeline
  'acknowledge a matter': write(actOnMatterEndpoint, HERE + ONCE + ON_RECORD + 5, () => ({
    act: 'acknowledge',
    revision: 1,
  })), // locked; saved, event; told; timeline
  'assign a matter': write(actOnMatterEndpoint, HERE + ONCE + ON_RECORD + 8, ({ busy }) => ({
    act: 'assign',
    revision: 2,
    team: { kind: 'grid', placeId: busy.ids.gridId },
  })), // besides: teams; staff, told
  'start a matter': write(actOnMatterEndpoint, HERE + ONCE + ON_RECORD + 5, () => ({
    act: 'start',
    revision: 3,
  })),
  'resolve a matter': write(actOnMatterEndpoint, HERE + ONCE + ON_RECORD + 6, () => ({
    act: 'resolve',
    revision: 4,
    outcome: 'fixed',
    note: '好了',
  })), // besides: the clock's job
}

async function twenty({ rows, busy }: Scene): Promise<void> {
  for (const state of ['submitted', 'in_progress', 'resolved'] as const) {
    await rows.matters(20, { reporterId: busy.everywhere.personId, state })
  }
}

export const matterBudgets: AreaBudgets = { reads, writes, twenty }
