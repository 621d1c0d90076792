import { useState } from 'react'
import { cleanText } from '#core/contract'
import { ITEM_LINK_KINDS, linkItemEndpoint, type ItemLinkKind, type ItemView } from '#core/rounds'
import { searchEndpoint, type FoundItem } from '#core/search'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { ITEM_WORDS } from './item-words'

/** What an item may be linked to, as search found it. */
export interface Linkable {
  kind: ItemLinkKind
  id: string
  title: string
  placeName: string
}

export interface LinkItem {
  typed: string
  type: (words: string) => void
  missing: string | undefined
  look: () => void
  asked: string
  paged: Paged<Page<FoundItem>>
  choose: (found: Linkable) => void
  busy: boolean
  failure?: Failure | undefined
}

const NOTHING: Page<FoundItem> = { items: [] }

/** Of what was found: what an item can be handled as. */
export const linkable = (items: readonly FoundItem[]): Linkable[] =>
  items.flatMap(({ kind, subject, title, placeName }) => {
    const found = ITEM_LINK_KINDS.find((one) => one === kind)
    return found ? [{ kind: found, id: subject.id, title, placeName }] : []
  })

/** 连上已经有的: looked for by words, and linked once. */
export function useLinkItem(item: ItemView, onLinked: (item: ItemView) => void): LinkItem {
  const { communityId, roundId, itemId, revision } = item
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [missing, setMissing] = useState(false)
  const paged = usePaged<Page<FoundItem>>(
    (cursor) =>
      asked
        ? callEndpoint(searchEndpoint, { params: { communityId }, query: { q: asked, cursor } })
        : Promise.resolve(NOTHING),
    [communityId, asked],
  )
  const { submit, busy, failure, clear } = useSubmit(
    ({ kind, id }: Pick<Linkable, 'kind' | 'id'>, key) =>
      withPhone(() =>
        withConsent(() =>
          callEndpoint(linkItemEndpoint, {
            params: { communityId, roundId, itemId },
            body: { revision, kind, id },
            key,
          }),
        ),
      ),
    (linked) => {
      toast(ITEM_WORDS.link.linked)
      onLinked(linked)
    },
  )
  return {
    typed,
    type: (words) => {
      clear()
      setMissing(false)
      setTyped(words)
    },
    missing: missing ? ITEM_WORDS.link.missing : undefined,
    look: () => {
      const words = cleanText(typed)
      setMissing(!words)
      setAsked(words)
    },
    asked,
    paged,
    choose: ({ kind, id }) => void submit({ kind, id }),
    busy,
    failure,
  }
}
