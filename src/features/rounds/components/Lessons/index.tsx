import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  LESSON_LENGTH,
  listLessonsEndpoint,
  REPORT_HEADINGS,
  writeLessonEndpoint,
  type RoundOpening,
} from '#core/rounds'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { ReportLink } from '@/parts/threads'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { EVALUATION_WORDS, ITEM_WORDS } from '../../item-words'

export interface LessonsProps {
  communityId: string
  roundId: string
  onWritten: () => void
  given?: RoundOpening['lessons']
}

/** 写下的经验, and the field for another. */
export function Lessons({ communityId, roundId, onWritten, given }: LessonsProps) {
  const params = { communityId, roundId }
  const { state, first, more } = usePaged(
    (cursor) => callEndpoint(listLessonsEndpoint, { params, query: { cursor } }),
    [communityId, roundId],
    given,
  )
  const written = () => {
    void state.refresh()
    onWritten()
  }
  return (
    <>
      <Section title={REPORT_HEADINGS.lessons} />
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={1} />}
        errorTitle={EVALUATION_WORDS.lessonsFailed}
        isEmpty={(lessons) => lessons.length === 0}
        empty={<Note>{EVALUATION_WORDS.lessonsEmpty}</Note>}
      >
        {(lessons) => (
          <>
            {lessons.map(({ lessonId, text, byName, mine, wordsState }) => (
              <Card key={lessonId} gap>
                <View className="text--pre">{text}</View>
                {byName && <View className="text--small text--quiet">{byName}</View>}
                {wordsState !== null && wordsState !== 'shown' && <Note gap>{ITEM_WORDS.hidden}</Note>}
                {!mine && <ReportLink communityId={communityId} target={{ kind: 'lesson', id: lessonId }} />}
              </Card>
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
      {first?.mayWrite && <NewLesson params={params} onWritten={written} />}
    </>
  )
}

interface NewLessonProps {
  params: { communityId: string; roundId: string }
  onWritten: () => void
}

function NewLesson({ params, onWritten }: NewLessonProps) {
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const { submit, busy, failure } = useSubmit(
    (words: string, key) =>
      withPhone(() =>
        withConsent(() => callEndpoint(writeLessonEndpoint, { params, body: { text: words }, key })),
      ),
    () => {
      setText('')
      toast(EVALUATION_WORDS.sent)
      onWritten()
    },
  )
  const send = () => {
    const words = text.trim()
    setMissing(!words)
    if (words) void submit(words)
  }
  return (
    <Card gap>
      <Field
        label={EVALUATION_WORDS.lesson}
        placeholder={EVALUATION_WORDS.lessonPlaceholder}
        value={text}
        onChange={setText}
        maxLength={LESSON_LENGTH}
        multiline
        error={missing ? EVALUATION_WORDS.lessonMissing : undefined}
      />
      {failure && <FailureNote failure={failure} gap />}
      <Button variant="secondary" block busy={busy} busyWords={ITEM_WORDS.sending} onPress={send}>
        {EVALUATION_WORDS.send}
      </Button>
    </Card>
  )
}
