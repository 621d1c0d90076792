import type { AnswerOf } from '../contract'
import type { listInboxEndpoint } from './contract'
import { NAMELESS_KINDS } from './words'

type InboxPage = AnswerOf<typeof listInboxEndpoint>

/**
 * What of an inbox may stay on a phone to be read without a network: notices, which are for everybody, and that there is
 * news of a matter or a wish, without its title: a message does not know whether neighbours may read that. Of homes,
 * offices, organisations and hidden words nothing stays.
 */
export function keepableInbox(page: InboxPage): InboxPage {
  const items = page.items.flatMap((item) => {
    const { kind, subject } = item
    if (kind === 'notice_new') return [item]
    const isNews = (subject.kind === 'matter' || subject.kind === 'wish') && !NAMELESS_KINDS.includes(kind)
    return isNews ? [{ ...item, about: '' }] : []
  })
  return { ...page, items }
}
