import { useState } from 'react'
import type { ShownAs } from '#core/matters'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { writePostEndpoint, type Mentionable, type PostView, type SubjectKind } from '#core/threads'
import { useDraft, type Draft } from '@/hooks/useDraft'
import { usePersonId } from '@/hooks/usePersonId'
import type { Failure } from '@/hooks/useSubmit'
import { OUTBOX, useOutbox, type Outgoing } from '@/parts/outbox'
import { usePhotos, type HandedPhoto, type Photos } from '@/parts/photos'
import { toast } from '@/platform/feedback'
import { useMe } from '@/platform/me'
import { sentenceOf } from '@/platform/readable-error'
import { ROUTES } from '@/routes'
import { emptySay, restoreSay, sayKey, type SayDraft } from './say-draft'
import { threadName, type ThreadAddress } from './useThread'
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

/** Writing a post: it is kept on this phone until it has arrived, with for whom it is meant, and is sent once. */
export function useSay({ address, answered, onSaid, onDone }: SayOptions): Say {
  const nickname = useMe()?.nickname ?? undefined
  const key = sayKey(usePersonId(), address, answered)
  const draft = useDraft<SayDraft>(key, emptySay(answered), restoreSay(answered))
  const { text, note, shownAs, mentions } = draft.value
  const [missing, setMissing] = useState<Failure>()
  const photos = usePhotos({
    communityId: address.communityId,
    kept: draft.value.photos,
    onKept: (kept) => draft.change({ photos: kept }),
  })
  const sending = useSayOutbox({ draft, photos, onSaid, onDone })
  const send = async (words: string) => {
    try {
      const said = { text: words, note, shownAs, mentions }
      await sending.send(
        outgoingOf({ address, answered, said, photos: await photos.handOver(), key: key ?? '' }),
      )
    } catch (error) {
      photos.takeBack()
      setMissing({ message: sentenceOf(error), field: 'photoIds' })
    }
  }
  const change = (part: Partial<SayDraft>) => {
    setMissing(undefined)
    sending.clear()
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
    busy: sending.busy,
    failure: missing ?? sending.failure,
    send: () => {
      const words = text.trim()
      setMissing(words === '' ? { message: SAY.missing, field: 'text' } : undefined)
      if (words !== '') void send(words)
    },
  }
}

interface Handing extends Pick<SayOptions, 'onSaid' | 'onDone'> {
  draft: Pick<Draft<SayDraft>, 'drop'>
  photos: Pick<Photos, 'release' | 'takeBack'>
}

/** The way out of the form: what becomes of its words and photos as they arrive, wait, or come back. */
function useSayOutbox({ draft, photos, onSaid, onDone }: Handing) {
  return useOutbox(writePostEndpoint, {
    onHandedOver: (post) => {
      draft.drop()
      photos.release()
      if (!post) return
      toast(saidInWords(post))
      onSaid(post)
    },
    onArrived: onDone,
    onWaiting: () => {
      toast(OUTBOX.later)
      onDone()
    },
    onRefused: photos.takeBack,
  })
}

interface Post extends Pick<SayOptions, 'address' | 'answered'> {
  photos: HandedPhoto[]
  said: Omit<SayDraft, 'photos'>
  /** Of the draft. */
  key: string
}

function outgoingOf({ address, answered, photos, said, key }: Post): Outgoing<typeof writePostEndpoint> {
  const { note, mentions, ...rest } = said
  return {
    communityId: address.communityId,
    params: { ...address },
    body: {
      ...rest,
      kind: note ? 'staff_note' : 'reply',
      mentions: [...mentions],
      ...(answered ? { parentPostId: answered.postId } : {}),
    },
    photos: { photoIds: photos },
    label: SAY.label(said.text),
    about: threadName(address),
    draft: { key, value: { ...said, photos } },
    page: pageOf(address),
  }
}

/** Who sees it, when neighbours don't. */
function saidInWords({ kind, wordsState }: PostView): string {
  if (kind === 'staff_note') return SAY.noted
  const note = WORDS_STATE_NOTES[wordsState]
  return note ? SAY.seen(note) : SAY.done
}

type Page = Outgoing<typeof writePostEndpoint>['page']

/** The page on which a thread stands. */
function pageOf({ communityId, subjectKind, subjectId }: ThreadAddress): Page {
  const pages: Record<SubjectKind, Page> = {
    matter: { route: ROUTES.matter, query: { communityId, matterId: subjectId } },
    notice: { route: ROUTES.notice, query: { communityId, noticeId: subjectId } },
    wish: { route: ROUTES.wish, query: { communityId, wishId: subjectId } },
    vote: { route: ROUTES.vote, query: { communityId, voteId: subjectId } },
    round: { route: ROUTES.round, query: { communityId, roundId: subjectId } },
    topic: { route: ROUTES.topic, query: { communityId, topicId: subjectId } },
  }
  return pages[subjectKind]
}
