import { View } from '@tarojs/components'
import { useState } from 'react'
import { PhotoPicker, usePhotos } from '@/parts/photos'
import { sentenceOf } from '@/platform/readable-error'
import { SHEET_WORDS } from '../../act-words'
import { NoteField, Send, SheetFailure, type FormProps } from '../SheetParts'

/** 帮好了, or the thanks for it: a few words and pictures, both for who likes. */
export function PicturesForm({ wish, acts, act }: FormProps) {
  const { draft, change } = acts
  const photos = usePhotos({
    communityId: wish.communityId,
    kept: draft.photos,
    onKept: (kept) => change({ photos: kept }),
  })
  const [unsent, setUnsent] = useState<string>()
  const [waiting, setWaiting] = useState(false)
  const send = () => {
    setUnsent(undefined)
    setWaiting(true)
    photos
      .arrived()
      .then((photoIds) => acts.send({ photoIds }))
      .then((worked) => worked && photos.clear())
      .catch((error: unknown) => setUnsent(sentenceOf(error)))
      .finally(() => setWaiting(false))
  }
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
