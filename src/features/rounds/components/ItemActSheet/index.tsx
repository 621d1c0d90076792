import { View } from '@tarojs/components'
import { ITEM_ACT_ASKS, ITEM_ACT_LABELS, ITEM_NOTE_LENGTH, itemTransition, type ItemAct } from '#core/rounds'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { PhotoPicker, useSendWithPhotos } from '@/parts/photos'
import { ITEM_WORDS } from '../../item-words'
import type { ItemPage } from '../../useItem'

export interface ItemActSheetProps {
  page: ItemPage
  communityId: string
}

/** What an act leads to, and the words and photos it asks for, before it is sent. */
export function ItemActSheet({ page, communityId }: ItemActSheetProps) {
  const { asking, close } = page
  return (
    <Sheet open={asking !== undefined} title={asking ? ITEM_ACT_LABELS[asking] : ''} onClose={close}>
      {asking && <Form key={asking} act={asking} page={page} communityId={communityId} />}
    </Sheet>
  )
}

function Form({ act, page, communityId }: ItemActSheetProps & { act: ItemAct }) {
  const { draft, failure, busy } = page
  const { photos, unsent, waiting, send } = useSendWithPhotos({
    communityId,
    kept: draft.value.photos,
    onKept: (kept) => draft.change({ photos: kept }),
    send: page.send,
  })
  const { words } = itemTransition(act)
  return (
    <View>
      {words !== 'none' && (
        <Field
          label={ITEM_ACT_ASKS[act]}
          value={draft.value.note}
          onChange={(note) => draft.change({ note })}
          maxLength={ITEM_NOTE_LENGTH}
          multiline
          error={failure?.field === 'note' ? failure.message : undefined}
        />
      )}
      {words === 'what' && <PhotoPicker photos={photos} label={ITEM_WORDS.notePhotos} error={unsent} />}
      <Note gap>{ITEM_WORDS.consequence[act]}</Note>
      {failure && failure.field !== 'note' && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy || waiting} busyWords={ITEM_WORDS.sending} onPress={send}>
          {ITEM_ACT_LABELS[act]}
        </Button>
      </View>
    </View>
  )
}
