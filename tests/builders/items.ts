import {
  actOnItemEndpoint,
  correctLedgerEndpoint,
  listLedgerEndpoint,
  rateItemEndpoint,
  readItemEndpoint,
  writeItemEndpoint,
  writeLedgerEndpoint,
  writeLessonEndpoint,
  type ItemAct,
  type ItemView,
  type LedgerKind,
  type Rating,
} from '#core/rounds'
import type { InputOf } from '#core/contract'
import type { SignedInPerson } from './neighbourhood'
import { place, roundParams, server } from './round-stage'

type Written = Partial<InputOf<typeof writeItemEndpoint.body>>

const here = () => ({ communityId: place.community.communityId })
export const itemParams = ({ roundId, itemId }: Pick<ItemView, 'roundId' | 'itemId'>) => ({
  ...here(),
  roundId,
  itemId,
})

/** Puts down something to be done; the answer as it came. */
export const tryWriteItem = (by: SignedInPerson, round: { roundId: string }, more: Written = {}) =>
  server.call(writeItemEndpoint, {
    as: by.token,
    params: roundParams(round),
    body: {
      title: '装两张长椅',
      promise: '长椅装在楼前，够四个人坐',
      dueOn: '2026-12-01',
      ownerKind: 'resident',
      ...more,
    },
  })

/** The same where it works. */
export async function anItem(
  by: SignedInPerson,
  round: { roundId: string },
  more: Written = {},
): Promise<ItemView> {
  const { status, body } = await tryWriteItem(by, round, more)
  expect(status).toBe(200)
  return body as ItemView
}

export const readItemBy = (by: SignedInPerson, { itemId }: { itemId: string }): Promise<ItemView> =>
  server.ok(readItemEndpoint, { as: by.token, params: { ...here(), itemId } })

/** One act on an item as it stands now; the answer as it came. */
export const tryItemAct = async (
  by: SignedInPerson,
  item: ItemView,
  act: ItemAct,
  more: { note?: string; photoIds?: string[]; revision?: number } = {},
) =>
  server.call(actOnItemEndpoint, {
    as: by.token,
    params: itemParams(item),
    body: { act, revision: item.revision, ...more },
  })

/** The same where it works. */
export async function doItemAct(
  by: SignedInPerson,
  item: ItemView,
  act: ItemAct,
  note?: string,
): Promise<ItemView> {
  const { status, body } = await tryItemAct(by, item, act, note ? { note } : {})
  expect(status).toBe(200)
  return body as ItemView
}

/** Puts an entry into the ledger, in fen; the answer as it came. */
export const tryLedger = (
  by: SignedInPerson,
  item: ItemView,
  kind: LedgerKind,
  fen: number,
  more: { what?: string; onDay?: string; photoIds?: string[] } = {},
) =>
  server.call(writeLedgerEndpoint, {
    as: by.token,
    params: itemParams(item),
    body: { kind, fen, what: '材料', onDay: '2026-11-18', ...more },
  })

export const tryCorrect = (by: SignedInPerson, item: ItemView, entryId: string) =>
  server.call(correctLedgerEndpoint, {
    as: by.token,
    params: { ...itemParams(item), entryId },
    body: { reason: '记重了' },
  })

export const ledgerOf = (by: SignedInPerson, item: ItemView) =>
  server.ok(listLedgerEndpoint, { as: by.token, params: itemParams(item), query: {} })

export const tryRate = (by: SignedInPerson, item: ItemView, rating: Rating) =>
  server.call(rateItemEndpoint, { as: by.token, params: itemParams(item), body: { rating } })

export const tryLesson = (by: SignedInPerson, round: { roundId: string }, text = '下次先量好尺寸再买') =>
  server.call(writeLessonEndpoint, { as: by.token, params: roundParams(round), body: { text } })

/** Somebody of the building took part. */
export async function tookPart(person: SignedInPerson, round: { roundId: string }, homeId: string) {
  await server.db
    .insertInto('round_participants')
    .values({
      community_id: here().communityId,
      round_id: round.roundId,
      person_id: person.personId,
      home_id: homeId,
      since: server.clock.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
