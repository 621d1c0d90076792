import { dateOf, lastDayOf } from '#core/calendar'
import type { ItemView } from '#core/rounds'
import { uploadPhoto } from '#server/photos/index'
import { actOnItem, rateItem, writeItem, writeLedger } from '#server/rounds/index'
import type { CastName } from './cast'
import { sheetOfPaper } from './paper'
import type { ItemTale } from './round-tales'
import type { Telling } from './rounds'

/** Puts down what is to be done; who is asked takes it on, keeps its ledger, and says how far it is. */
export async function doItem({ roundId, next, parts }: Telling, tale: ItemTale): Promise<string> {
  const { title, promise, ownerKind, by, dueInDays, ledger, report, finish } = tale
  const convener = await next('head')
  let item: ItemView = await writeItem(
    convener,
    {
      ...{ roundId, title, promise, ownerKind },
      dueOn: dateOf(lastDayOf(convener.now(), dueInDays)),
      isProject: ledger !== undefined,
      takesOn: false,
      shownAs: 'resident',
    },
    parts,
  )
  if (!by) return item.itemId
  const act = async (name: 'accept' | 'report' | 'finish', note?: string) => {
    const { itemId, revision } = item
    const input = { roundId, itemId, revision, act: name, note, photoIds: [], shownAs: 'nickname' as const }
    item = await actOnItem(await next(by), input, parts)
  }
  await act('accept')
  for (const { hasReceipt, ...entry } of ledger ?? []) {
    const keeper = await next(by)
    const photoIds = hasReceipt
      ? [(await uploadPhoto(keeper, parts.photos, await sheetOfPaper())).photoId]
      : []
    const onDay = dateOf(keeper.now())
    await writeLedger(keeper, { roundId, itemId: item.itemId, onDay, photoIds, ...entry }, parts)
  }
  if (report) await act('report', report)
  if (finish) await act('finish', finish)
  return item.itemId
}

/** Those who took part say whether it was done as promised. */
export async function rateItemOf(
  { roundId, next }: Telling,
  itemId: string,
  { ratings = {} }: ItemTale,
): Promise<void> {
  for (const [who, rating] of Object.entries(ratings))
    await rateItem(await next(who as CastName), { roundId, itemId, rating })
}
