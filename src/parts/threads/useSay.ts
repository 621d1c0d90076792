import { useState } from 'react'
import type { ShownAs } from '#core/matters'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { writePostEndpoint, type Mentionable, type PostView } from '#core/threads'
import { useDraft } from '@/hooks/useDraft'
import { usePersonId } from '@/hooks/usePersonId'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { usePhotos, type Photos } from '@/parts/photos'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { useMe } from '@/platform/me'
import { emptySay, restoreSay, sayKey, type SayDraft } from './say-draft'
import type { ThreadAddress } from './useThread'
import { SAY } from './words'

export interface Say {
  text: string
  write: (text: string) => void
  nickname?: string
  shownAs: ShownAs
  nameMe: (shownAs: ShownAs) => void
  note: boolean
  makeNote: (note: boolean) => void
  mentions: readonly Mentionable[]
  mention: (who: Mentionable, on: boolean) => void
  photos: Photos
  busy: boolean
  failure?: Failure
  send: () => void
}

export interface SayOptions {
  address: ThreadAddress
  /** What is answered; left out: the thing itself. */
  answered?: PostView
  /** It was sent; also called when the form was left meanwhile. */
  onSaid: (post: PostView) => void
  /** It was sent, and the form is still there. */
  onDone: () => void
}

/** Writing a post: it is kept on this phone until it is sent, with for whom it is meant, and sent once. */
export function useSay({ address, answered, onSaid, onDone }: SayOptions): Say {
  const nickname = useMe()?.nickname ?? undefined
  const key = sayKey(usePersonId(), address, answered)
  const draft = useDraft<SayDraft>(key, emptySay(answered), restoreSay(answered))
  const { text, note, shownAs, mentions } = draft.value
  const [missing, setMissing] = useState(false)
  const photos = usePhotos({
    communityId: address.communityId,
    kept: draft.value.photos,
    onKept: (kept) => draft.change({ photos: kept }),
  })
  const send = async (said: Said, freshKey: string) => {
    const post = await sendPost({ address, answered, photos, said, key: freshKey })
    draft.drop()
    photos.clear()
    toast(saidInWords(post))
    onSaid(post)
    return post
  }
  const { submit, busy, failure, clear } = useSubmit(send, onDone)
  const change = (part: Partial<SayDraft>) => {
    setMissing(false)
    clear()
    draft.change(part)
  }
  return {
    text,
    write: (words) => change({ text: words }),
    nickname,
    shownAs,
    nameMe: (as) => change({ shownAs: as }),
    note,
    makeNote: (on) => change({ note: on }),
    mentions,
    mention: (who, on) =>
      change({ mentions: [...mentions.filter((one) => one !== who), ...(on ? [who] : [])] }),
    photos,
    busy,
    failure: missing ? { message: SAY.missing, field: 'text' } : failure,
    send: () => {
      const words = text.trim()
      setMissing(words === '')
      if (words !== '') void submit({ text: words, note, shownAs, mentions })
    },
  }
}

type Said = Omit<SayDraft, 'photos'>

interface Post extends Pick<SayOptions, 'address' | 'answered'> {
  photos: Photos
  said: Said
  key: string
}

async function sendPost({ address, answered, photos, said, key }: Post): Promise<PostView> {
  const { note, mentions, ...rest } = said
  const photoIds = await photos.arrived()
  return withConsent(() =>
    callEndpoint(writePostEndpoint, {
      params: { ...address },
      body: {
        ...rest,
        kind: note ? 'staff_note' : 'reply',
        mentions: [...mentions],
        photoIds,
        ...(answered ? { parentPostId: answered.postId } : {}),
      },
      key,
    }),
  )
}

/** Who sees it, when neighbours don't. */
function saidInWords({ kind, wordsState }: PostView): string {
  if (kind === 'staff_note') return SAY.noted
  const note = WORDS_STATE_NOTES[wordsState]
  return note ? SAY.seen(note) : SAY.done
}
