import { View } from '@tarojs/components'
import { PLACE_LABELS } from '#core/places'
import { MEETS_WHERE_LENGTH, QUESTION_LENGTH, ROUND_TEXT_LENGTH } from '#core/rounds'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { switchTab, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { HomesPick } from '../../components/HomesPick'
import { WhenRows } from '../../components/WhenRows'
import { CONVENE_WORDS } from '../../convene-words'
import { useConvene, useConveneStart, type ConveneFormState, type ConveneStart } from '../../useConvene'

/** 召集讨论: where, whom, what about, when. With a round it changes question, time and place of that. */
export default function ConvenePage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.conveneRound, query)
  return signedIn ? <Convening communityId={query.communityId ?? ''} roundId={query.roundId} /> : null
}

function Convening({ communityId, roundId }: { communityId: string; roundId: string | undefined }) {
  const state = useConveneStart(communityId, roundId)
  if (state.status === 'ready' && (state.data.round ?? state.data.places.length > 0))
    return <Form communityId={communityId} start={state.data} />
  return (
    <Screen title={CONVENE_WORDS.title}>
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={CONVENE_WORDS.failed}>
        {() => (
          <Blank
            art="window"
            title={CONVENE_WORDS.cannot}
            text={CONVENE_WORDS.cannotText}
            act={{ words: CONVENE_WORDS.back, onPress: () => switchTab('together') }}
          />
        )}
      </FourFaces>
    </Screen>
  )
}

function Form({ communityId, start }: { communityId: string; start: ConveneStart }) {
  const form = useConvene(communityId, start)
  const { round } = start
  return (
    <Screen
      title={round ? CONVENE_WORDS.changeTitle : CONVENE_WORDS.title}
      foot={<Foot form={form} words={round ? CONVENE_WORDS.save : CONVENE_WORDS.send} />}
    >
      <QuestionCard form={form} />
      {!round && <WhereCard communityId={communityId} form={form} />}
      <MeetingCard form={form} />
      <Note gap>{round ? CONVENE_WORDS.noteChange : CONVENE_WORDS.note}</Note>
      <ConsentSheet />
    </Screen>
  )
}

function Foot({ form: { failure, busy, send }, words }: { form: ConveneFormState; words: string }) {
  return (
    <View className="acts">
      {failure && (
        <View className="acts__failure acts__failure--inside">
          <FailureNote failure={failure} />
        </View>
      )}
      <Button busy={busy} busyWords={CONVENE_WORDS.sending} onPress={send}>
        {words}
      </Button>
    </View>
  )
}

function QuestionCard({ form: { written, change, errorAt } }: { form: ConveneFormState }) {
  return (
    <Card>
      <Field
        label={CONVENE_WORDS.question}
        hint={CONVENE_WORDS.questionHint}
        placeholder={CONVENE_WORDS.questionPlaceholder}
        value={written.question}
        maxLength={QUESTION_LENGTH}
        error={errorAt('question')}
        onChange={(question) => change({ question })}
      />
      <Field
        label={CONVENE_WORDS.text}
        hint={CONVENE_WORDS.optional}
        value={written.text}
        maxLength={ROUND_TEXT_LENGTH}
        multiline
        error={errorAt('text')}
        onChange={(text) => change({ text })}
      />
    </Card>
  )
}

function WhereCard({ communityId, form }: { communityId: string; form: ConveneFormState }) {
  const { start, written, change, errorAt } = form
  const wrong = errorAt('placeId')
  return (
    <Card title={CONVENE_WORDS.where} gap>
      <ChoiceList
        label={CONVENE_WORDS.where}
        options={start.places.map(({ placeId, name, kind, homes }) => ({
          value: placeId,
          title: name,
          text: `${PLACE_LABELS[kind]} · ${CONVENE_WORDS.homes(homes)}`,
        }))}
        {...(written.placeId ? { value: written.placeId } : {})}
        onChange={(placeId) => change({ placeId, homeIds: undefined })}
      />
      {wrong && (
        <State icon="alert" tone="late">
          {wrong}
        </State>
      )}
      {written.placeId && (
        <HomesPick
          communityId={communityId}
          placeId={written.placeId}
          homeIds={written.homeIds}
          error={errorAt('homeIds')}
          onChange={(homeIds) => change({ homeIds })}
        />
      )}
    </Card>
  )
}

function MeetingCard({ form: { written, change, errorAt } }: { form: ConveneFormState }) {
  return (
    <Card gap>
      <WhenRows
        day={written.day}
        minute={written.minute}
        error={errorAt('time') ?? errorAt('meetsAt')}
        onChange={change}
      />
      <Field
        label={CONVENE_WORDS.meetsWhere}
        hint={CONVENE_WORDS.optional}
        placeholder={CONVENE_WORDS.meetsWherePlaceholder}
        value={written.meetsWhere}
        maxLength={MEETS_WHERE_LENGTH}
        error={errorAt('meetsWhere')}
        onChange={(meetsWhere) => change({ meetsWhere })}
      />
    </Card>
  )
}
