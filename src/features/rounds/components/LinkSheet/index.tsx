import { View } from '@tarojs/components'
import { CHAIN_LABELS } from '#core/chain'
import type { ItemView } from '#core/rounds'
import { QUERY_LENGTH } from '#core/search'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { ITEM_WORDS } from '../../item-words'
import { linkable, useLinkItem, type LinkItem } from '../../useLinkItem'

const { link: WORDS } = ITEM_WORDS

export interface LinkSheetProps {
  item: ItemView
  open: boolean
  onClose: () => void
  onLinked: (item: ItemView) => void
}

/** 连上已经有的: looks for a matter, a wish or a vote; one tap links it. */
export function LinkSheet({ item, open, onClose, onLinked }: LinkSheetProps) {
  return (
    <Sheet open={open} title={ITEM_WORDS.linkTo} onClose={onClose}>
      <Form item={item} onLinked={onLinked} />
    </Sheet>
  )
}

function Form({ item, onLinked }: Pick<LinkSheetProps, 'item' | 'onLinked'>) {
  const linking = useLinkItem(item, onLinked)
  const { typed, type, missing, look, asked, failure } = linking
  return (
    <View>
      <Field
        label={WORDS.label}
        placeholder={WORDS.placeholder}
        value={typed}
        maxLength={QUERY_LENGTH}
        error={missing}
        onChange={type}
        onConfirm={look}
      />
      <Button variant="secondary" icon="search" onPress={look}>
        {WORDS.go}
      </Button>
      {failure && <FailureNote failure={failure} gap />}
      {asked !== '' && <Found linking={linking} />}
    </View>
  )
}

function Found({ linking: { paged, choose, busy } }: { linking: LinkItem }) {
  return (
    <FourFaces
      state={paged.state}
      skeleton={<SkeletonCards count={1} />}
      errorTitle={WORDS.failed}
      isEmpty={(items) => linkable(items).length === 0 && !paged.more.has}
      empty={<Note gap>{WORDS.none}</Note>}
    >
      {(items) => (
        <>
          {linkable(items).map((found) => (
            <Item
              key={found.id}
              title={found.title}
              text={`${CHAIN_LABELS[found.kind]} · ${found.placeName}`}
              onPress={() => !busy && choose(found)}
            />
          ))}
          <MoreButton more={paged.more} />
        </>
      )}
    </FourFaces>
  )
}
