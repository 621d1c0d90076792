import { useState } from 'react'
import { ITEM_LINK_KINDS, type ItemLinkKind, type ItemView } from '#core/rounds'
import { Card } from '@/components/Card'
import type { IconName } from '@/components/Icon'
import { Item } from '@/components/Item'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { ITEM_WORDS } from '../../item-words'
import { ItemForm } from '../ItemForm'
import { LinkSheet } from '../LinkSheet'

export interface ItemWaysProps {
  item: ItemView
  onChanged: (item: ItemView) => void
}

const FORMS: Record<ItemLinkKind, { page: string; icon: IconName }> = {
  matter: { page: ROUTES.report, icon: 'wrench' },
  wish: { page: ROUTES.sayWish, icon: 'heart' },
  vote: { page: ROUTES.voteDraft, icon: 'vote' },
}

/** What else may be done with an item: make a matter, a wish or a vote of it, link one that is there, change what it says. */
export function ItemWays({ item, onChanged }: ItemWaysProps) {
  const [open, setOpen] = useState<'change' | 'link'>()
  const { communityId, roundId, itemId, may, link } = item
  if (!may.link && !may.change) return null
  const close = () => setOpen(undefined)
  const changed = (next: ItemView) => {
    close()
    onChanged(next)
  }
  return (
    <Card title={ITEM_WORDS.ways} gap>
      {may.link &&
        !link &&
        ITEM_LINK_KINDS.map((kind) => (
          <Item
            key={kind}
            icon={FORMS[kind].icon}
            title={ITEM_WORDS.make[kind]}
            text={ITEM_WORDS.makeText}
            onPress={() => goTo(FORMS[kind].page, { communityId, itemId })}
          />
        ))}
      {may.link && (
        <Item
          icon="list"
          title={link ? ITEM_WORDS.linkAnother : ITEM_WORDS.linkTo}
          text={ITEM_WORDS.linkToText}
          onPress={() => setOpen('link')}
        />
      )}
      {may.change && <Item icon="pen" title={ITEM_WORDS.change} onPress={() => setOpen('change')} />}
      <LinkSheet item={item} open={open === 'link'} onClose={close} onLinked={changed} />
      <ItemForm
        communityId={communityId}
        roundId={roundId}
        asks
        item={item}
        open={open === 'change'}
        onClose={close}
        onWritten={changed}
      />
    </Card>
  )
}
