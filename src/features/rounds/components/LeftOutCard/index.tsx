import { View } from '@tarojs/components'
import { useState } from 'react'
import { momentInWords } from '#core/calendar'
import {
  answerObjectionEndpoint,
  listLeftOutEndpoint,
  listObjectionsEndpoint,
  objectToRoundEndpoint,
  type ObjectionView,
  type RoundOpening,
  type RoundView,
} from '#core/rounds'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { ReportLink } from '@/parts/threads'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { LEFT_OUT_WORDS } from '../../convene-words'
import { useWords } from '../../useWords'
import { ObjectionSheet } from '../ObjectionSheet'

export interface LeftOutCardProps {
  round: RoundView
  given: RoundOpening['objections']
}

/** Of a chosen scope: which homes are left out, what they say, and what they were answered. */
export function LeftOutCard({ round, given }: LeftOutCardProps) {
  const { communityId, roundId } = round
  const params = { communityId, roundId }
  const [open, setOpen] = useState(false)
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listObjectionsEndpoint, { params, query: { cursor } }),
    [communityId, roundId],
    given,
  )
  const object = useWords(
    (text, key) => callEndpoint(objectToRoundEndpoint, { params, body: { text }, key }),
    ({ wordsState }) => {
      toast(wordsState === 'waiting' ? LEFT_OUT_WORDS.objectWaiting : LEFT_OUT_WORDS.objectDone)
      void state.refresh()
    },
  )
  const said = state.status === 'ready' ? state.data : []
  const mayObject = round.may.object && !said.some(({ mine }) => mine)
  return (
    <Card title={LEFT_OUT_WORDS.title} gap>
      <View className="text--small text--quiet">{LEFT_OUT_WORDS.text}</View>
      <Item title={LEFT_OUT_WORDS.see} onPress={() => setOpen(true)} />
      {said.map((objection) => (
        <Objection
          key={objection.objectionId}
          objection={objection}
          params={params}
          onAnswered={() => void state.refresh()}
        />
      ))}
      <MoreButton more={more} />
      {mayObject && (
        <Button variant="secondary" block onPress={() => object.show(true)}>
          {LEFT_OUT_WORDS.object}
        </Button>
      )}
      <ObjectionSheet
        words={object}
        title={LEFT_OUT_WORDS.object}
        ask={LEFT_OUT_WORDS.objectAsk}
        placeholder={LEFT_OUT_WORDS.objectPlaceholder}
        act={LEFT_OUT_WORDS.objectSend}
      />
      <Sheet open={open} title={LEFT_OUT_WORDS.title} onClose={() => setOpen(false)}>
        <Homes communityId={communityId} roundId={roundId} />
      </Sheet>
    </Card>
  )
}

function Homes(params: { communityId: string; roundId: string }) {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listLeftOutEndpoint, { params, query: { cursor } }),
    [params.communityId, params.roundId],
  )
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonCards count={1} />}
      errorTitle={LEFT_OUT_WORDS.failed}
      isEmpty={(homes) => homes.length === 0}
      empty={<Note>{LEFT_OUT_WORDS.none}</Note>}
    >
      {(homes) => (
        <View className="list">
          {homes.map(({ homeId, name }) => (
            <Item key={homeId} title={name} />
          ))}
          <MoreButton more={more} />
        </View>
      )}
    </FourFaces>
  )
}

interface ObjectionProps {
  objection: ObjectionView
  params: { communityId: string; roundId: string }
  onAnswered: () => void
}

function Objection({ objection, params, onAnswered }: ObjectionProps) {
  const { objectionId, text, byName, at, answer, mayAnswer, mine, wordsState } = objection
  const now = new Date()
  const answering = useWords(
    (words, key) =>
      callEndpoint(answerObjectionEndpoint, {
        params: { ...params, roundObjectionId: objectionId },
        body: { text: words },
        key,
      }),
    () => {
      toast(LEFT_OUT_WORDS.answerDone)
      onAnswered()
    },
  )
  const note = wordsState && WORDS_STATE_NOTES[wordsState]
  return (
    <View className="text--gap-l">
      <View className="text--small text--quiet">{`${byName} · ${momentInWords(at, now)}`}</View>
      <View className="text--lines">{text}</View>
      {note && (
        <Note gap icon="eye">
          {note}
        </Note>
      )}
      <Note gap title={answer ? LEFT_OUT_WORDS.answered(answer.byName) : LEFT_OUT_WORDS.waits}>
        {answer?.text}
      </Note>
      {mayAnswer && (
        <Button variant="secondary" small onPress={() => answering.show(true)}>
          {LEFT_OUT_WORDS.answer}
        </Button>
      )}
      {!mine && (
        <ReportLink communityId={params.communityId} target={{ kind: 'objection', id: objectionId }} />
      )}
      <ObjectionSheet
        words={answering}
        title={LEFT_OUT_WORDS.answer}
        ask={LEFT_OUT_WORDS.answerAsk}
        act={LEFT_OUT_WORDS.answerSend}
      />
    </View>
  )
}
