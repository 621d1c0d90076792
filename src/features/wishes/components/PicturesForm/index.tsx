import { View } from '@tarojs/components'
import { PhotoPicker, useSendWithPhotos } from '@/parts/photos'
import { SHEET_WORDS } from '../../act-words'
import { NoteField, Send, SheetFailure, type FormProps } from '../SheetParts'

/** 帮好了, or the thanks for it: a few words and pictures, both for who likes. */
export function PicturesForm({ wish, acts, act }: FormProps) {
  const { draft, change } = acts
  const { photos, unsent, waiting, send } = useSendWithPhotos({
    communityId: wish.communityId,
    kept: draft.photos,
    onKept: (kept) => change({ photos: kept }),
    send: acts.send,
  })
  const isThanks = act === 'confirm'
  return (
    <View>
      <NoteField acts={acts} act={act} />
      <PhotoPicker
        photos={photos}
        label={isThanks ? SHEET_WORDS.photoThanks : SHEET_WORDS.photoAfter}
        error={unsent}
      />
      <SheetFailure acts={acts} />
      <Send
        acts={acts}
        words={isThanks ? SHEET_WORDS.thanksSend : SHEET_WORDS.send}
        waiting={waiting}
        onPress={send}
      />
    </View>
  )
}
