import {
  actOnItemEndpoint,
  changeItemEndpoint,
  correctLedgerEndpoint,
  followUpEndpoint,
  linkItemEndpoint,
  listItemsEndpoint,
  listLedgerEndpoint,
  listLessonsEndpoint,
  printReportEndpoint,
  rateItemEndpoint,
  readItemEndpoint,
  readReportEndpoint,
  writeItemEndpoint,
  writeLedgerEndpoint,
  writeLessonEndpoint,
} from '#core/rounds'
import { itemRemind } from '#server/rounds/index'
import { partOfRound, roundOf, voteOf } from '../builders/big-district'
import { asEach, type AreaPlans, type Seen } from './look'

const READERS = {
  'where I live': 'neighbour',
  'where I am in office': 'staff',
  'which I convene': 'head',
} as const

/** The rounds in action and in evaluation, and one that is closed, all at the building of the head; each has three items. */
const ROUNDS = { action: 3, evaluation: 4, closed: 15 } as const
const the = ({ params, community }: Seen, which: keyof typeof ROUNDS) => ({
  ...params,
  roundId: roundOf(community, ROUNDS[which]),
})
/** The first of them is a project. */
const itemOf = (seen: Seen, which: keyof typeof ROUNDS, n = 1) => ({
  ...the(seen, which),
  itemId: partOfRound('item', seen.community, ROUNDS[which], n),
})

const ITEM = {
  title: '画两个车位',
  promise: '线画好了，挡车的墩子装上了',
  dueOn: '2026-12-01',
  ownerKind: 'resident',
  isProject: true,
} as const

async function keepLedger({ ok, head }: Seen, params: ReturnType<typeof itemOf>): Promise<void> {
  const { entryId } = await ok(writeLedgerEndpoint, head, {
    params,
    body: { kind: 'money_out', fen: 2000, what: '油漆', onDay: '2026-11-18', photoIds: [] },
  })
  await ok(correctLedgerEndpoint, head, { params: { ...params, entryId }, body: { reason: '记重了' } })
}

export const actionPlans: AreaPlans = {
  reads: {
    ...asEach(
      READERS,
      (who) => `items of a round ${who}`,
      (seen, person) => seen.pages(listItemsEndpoint, person, { params: the(seen, 'action'), query: {} }),
    ),
    'an item of a round': (seen) =>
      seen.ok(readItemEndpoint, seen.neighbour, { params: itemOf(seen, 'action') }),
    'the ledger of an item': (seen) =>
      seen.pages(listLedgerEndpoint, seen.neighbour, { params: itemOf(seen, 'action'), query: {} }),
    'lessons of a round': (seen) =>
      seen.pages(listLessonsEndpoint, seen.neighbour, { params: the(seen, 'evaluation'), query: {} }),
    'the report of a round': (seen) =>
      seen.ok(readReportEndpoint, seen.neighbour, { params: the(seen, 'closed') }),
  },
  writes: {
    'putting an item down, changing, taking on, and finishing it': async (seen) => {
      const { ok, head, neighbour, community } = seen
      const params = the(seen, 'action')
      const { itemId, revision } = await ok(writeItemEndpoint, head, { params, body: ITEM })
      const one = { ...params, itemId }
      const changed = await ok(changeItemEndpoint, head, {
        params: one,
        body: { ...ITEM, title: '画三个车位', revision },
      })
      const act = async (
        person: string,
        what: 'accept' | 'report' | 'hand_back' | 'finish' | 'reopen',
        at: number,
      ) =>
        ok(actOnItemEndpoint, person, {
          params: one,
          body: { act: what, revision: at, note: '线画好了', photoIds: [] },
        })
      const taken = await ok(actOnItemEndpoint, neighbour, {
        params: one,
        body: { act: 'accept', revision: changed.revision, photoIds: [] },
      })
      const reported = await act(neighbour, 'report', taken.revision)
      await keepLedger(seen, one)
      const back = await act(neighbour, 'hand_back', reported.revision)
      const finished = await act(head, 'finish', back.revision)
      const again = await act(head, 'reopen', finished.revision)
      await ok(linkItemEndpoint, head, {
        params: one,
        body: { revision: again.revision, kind: 'vote', id: voteOf(community, 1) },
      })
    },
    'lessons, ratings of an item, the report of a round': async (seen) => {
      const { ok, neighbour } = seen
      const params = the(seen, 'evaluation')
      await ok(writeLessonEndpoint, neighbour, { params, body: { text: '先量好尺寸再买' } })
      const one = itemOf(seen, 'evaluation', 2)
      await ok(rateItemEndpoint, neighbour, { params: one, body: { rating: 'kept' } })
      await ok(rateItemEndpoint, neighbour, { params: one, body: { rating: 'partly' } })
      await ok(printReportEndpoint, neighbour, { params, body: {} })
    },
    'a round that goes on with what stayed open': (seen) =>
      seen.ok(followUpEndpoint, seen.head, { params: the(seen, 'closed'), body: {} }),
  },
  once: {
    'the due day of an item comes near': async (seen) => {
      const { communityId, itemId } = itemOf(seen, 'action')
      const job = { communityId, itemId, dueOn: '2026-11-19', reminder: 'before' } as const
      await itemRemind(seen.db, job, new Date('2026-11-19T10:00:00.000Z'))
    },
  },
}
