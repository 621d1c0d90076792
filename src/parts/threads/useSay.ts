import { useState } from 'react'
import type { ShownAs } from '#core/matters'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { writePostEndpoint, type Mentionable, type PostView } from '#core/threads'
import { useDraft } from '@/hooks/useDraft'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { usePhotos, type Photos } from '@/parts/photos'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { useMe } from '@/platform/me'
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

interface Form {
  shownAs: ShownAs
  note: boolean
  mentions: readonly Mentionable[]
}

const PLAIN: Form = { shownAs: 'resident', note: false, mentions: [] }

/** Writing a post: its text is kept on this phone until it is sent, and sent once. */
export function useSay(
  address: ThreadAddress,
  answered: PostView | undefined,
  onSaid: (post: PostView) => void,
): Say {
  const nickname = useMe()?.nickname ?? undefined
  const draft = useDraft(`say:${address.subjectId}`, { text: '' }, parseDraft)
  const [form, setForm] = useState<Form>({ ...PLAIN, note: answered?.kind === 'staff_note' })
  const [missing, setMissing] = useState(false)
  const photos = usePhotos({ communityId: address.communityId })
  const { submit, busy, failure, clear } = useSubmit(sendPost(address, answered, photos), (post) => {
    draft.drop()
    photos.clear()
    toast(saidInWords(post))
    onSaid(post)
  })
  const change = (part: Partial<Form>) => {
    clear()
    setForm({ ...form, ...part })
  }
  return {
    text: draft.value.text,
    write: (text) => {
      setMissing(false)
      clear()
      draft.change({ text })
    },
    nickname,
    shownAs: form.shownAs,
    nameMe: (shownAs) => change({ shownAs }),
    note: form.note,
    makeNote: (note) => change({ note }),
    mentions: form.mentions,
    mention: (who, on) =>
      change({ mentions: [...form.mentions.filter((one) => one !== who), ...(on ? [who] : [])] }),
    photos,
    busy,
    failure: missing ? { message: SAY.missing, field: 'text' } : failure,
    send: () => {
      const text = draft.value.text.trim()
      setMissing(text === '')
      if (text !== '') void submit({ text, ...form })
    },
  }
}

interface Sent extends Form {
  text: string
}

function sendPost(address: ThreadAddress, answered: PostView | undefined, photos: Photos) {
  return async ({ note, mentions, ...said }: Sent, key: string) => {
    const photoIds = await photos.arrived()
    return withConsent(() =>
      callEndpoint(writePostEndpoint, {
        params: { ...address },
        body: {
          ...said,
          kind: note ? 'staff_note' : 'reply',
          mentions: [...mentions],
          photoIds,
          ...(answered ? { parentPostId: answered.postId } : {}),
        },
        key,
      }),
    )
  }
}

/** Who sees it, when neighbours don't. */
function saidInWords({ kind, wordsState }: PostView): string {
  if (kind === 'staff_note') return SAY.noted
  const note = WORDS_STATE_NOTES[wordsState]
  return note ? SAY.seen(note) : SAY.done
}

function parseDraft(kept: unknown): { text: string } | undefined {
  if (typeof kept !== 'object' || kept === null || !('text' in kept)) return undefined
  return typeof kept.text === 'string' ? { text: kept.text } : undefined
}
