import type { MatterItem } from '#core/matters'
import type { DeskPage } from '../desk/useDesk'

/** More than this nobody walks through in a day. */
const PAGES_AT_MOST = 10

export interface WorkList {
  items: MatterItem[]
  communityName: string
  /** There were more. */
  cut: boolean
}

/** All of a desk list, page by page. */
export async function loadWorkList(load: (cursor?: string) => Promise<DeskPage>): Promise<WorkList> {
  const items: MatterItem[] = []
  let page = await load()
  const communityName = page.community?.name ?? ''
  items.push(...page.items)
  for (let read = 1; page.nextCursor && read < PAGES_AT_MOST; read += 1) {
    page = await load(page.nextCursor)
    items.push(...page.items)
  }
  return { items, communityName, cut: Boolean(page.nextCursor) }
}
