import { readItemEndpoint } from '#core/rounds'
import { callEndpoint } from '@/platform/call-endpoint'

/** The action item of a round of which something else is made: the form begins with its words. */
export interface OfItem {
  itemId: string
  title: string
  promise: string
}

/** The item a form was opened with; undefined: with none, or something was made of it already. */
export async function readOfItem(
  communityId: string,
  itemId: string | undefined,
): Promise<OfItem | undefined> {
  if (!itemId) return undefined
  const { title, promise, link, may } = await callEndpoint(readItemEndpoint, {
    params: { communityId, itemId },
  })
  return may.link && !link ? { itemId, title, promise } : undefined
}
