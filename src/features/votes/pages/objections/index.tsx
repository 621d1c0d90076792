import { Text, View } from '@tarojs/components'
import { dateInWords, justBefore, momentInWords } from '#core/calendar'
import {
  listObjectionsEndpoint,
  OBJECTION_DECISION_LABELS,
  objectionsOpenInWords,
  type ObjectionView,
  type VoteView,
} from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { usePaged } from '@/hooks/usePaged'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { callEndpoint } from '@/platform/call-endpoint'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { AnswerSheet } from '../../components/AnswerSheet'
import { ObjectSheet } from '../../components/ObjectSheet'
import { OBJECTION_WORDS } from '../../roll-words'
import { useAnswer, type Answering } from '../../useAnswer'
import { useObject, type Objecting } from '../../useObject'
import { addressIn, useVote } from '../../useVote'
import { LINK_WORDS } from '../../words'

/** 疑问和答复: what was objected to, what became of it, and the form for one more. */
export default function ObjectionsPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.voteObjections, query)
  return signedIn ? <Objections query={query} /> : null
}

function Objections({ query }: { query: Partial<Record<string, string>> }) {
  const address = addressIn(query)
  const { communityId, voteId } = address
  const vote = useVote(address)
  const list = usePaged(
    (cursor) => callEndpoint(listObjectionsEndpoint, { params: address, query: { cursor } }),
    [communityId, voteId],
  )
  const changed = () => {
    void list.state.refresh()
    void vote.refresh()
  }
  const objecting = useObject(address, changed)
  const answering = useAnswer(address, changed)
  const may = vote.status === 'ready' ? vote.data.may : undefined
  const now = vote.status === 'ready' ? objectionsOpenInWords(vote.data, new Date()) : undefined
  const claims = vote.status === 'ready' && vote.data.applicantUnit !== null
  return (
    <Screen
      title={OBJECTION_WORDS.title}
      foot={
        may && (may.objectResult || may.objectRoll) ? (
          <Foot may={may} claims={claims} objecting={objecting} />
        ) : undefined
      }
    >
      <FourFaces
        state={list.state}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={OBJECTION_WORDS.failed}
        isEmpty={(objections) => objections.length === 0}
        empty={<Blank art="window" title={OBJECTION_WORDS.empty} text={now} />}
      >
        {(objections) => (
          <>
            {objections.map((objection) => (
              <ObjectionCard key={objection.objectionId} objection={objection} answering={answering} />
            ))}
            <MoreButton more={list.more} />
          </>
        )}
      </FourFaces>
      <ObjectSheet objecting={objecting} />
      <AnswerSheet answering={answering} />
      <ConsentSheet />
    </Screen>
  )
}

interface FootProps {
  may: VoteView['may']
  /** Owners of other buildings may say that it concerns them. */
  claims: boolean
  objecting: Objecting
}

function Foot({ may, claims, objecting }: FootProps) {
  return (
    <View className="acts">
      {may.objectResult && (
        <Button onPress={() => objecting.open({ about: 'result' })}>{LINK_WORDS.objectResult}</Button>
      )}
      {may.objectRoll && (
        <Button variant="secondary" block onPress={() => objecting.open({ about: 'roll', claims })}>
          {OBJECTION_WORDS.objectRoll}
        </Button>
      )}
    </View>
  )
}

function aboutInWords({ about, voter }: ObjectionView): string {
  if (about === 'result') return OBJECTION_WORDS.aboutResult
  return voter ? OBJECTION_WORDS.aboutVoter(voter.name) : OBJECTION_WORDS.aboutRoll
}

function ObjectionCard({ objection, answering }: { objection: ObjectionView; answering: Answering }) {
  const { text, byName, mine, at, dueAt, decision, answer, answeredBy, answeredAt, mayAnswer } = objection
  const now = new Date()
  return (
    <Card title={aboutInWords(objection)} aside={mine ? OBJECTION_WORDS.mine : undefined} gap>
      <Text className="words">{text}</Text>
      <View className="text--small text--quiet">{OBJECTION_WORDS.by(byName, momentInWords(at, now))}</View>
      {decision ? (
        <Note
          gap
          icon={decision === 'upheld' ? 'ok' : 'info'}
          title={OBJECTION_WORDS.answered(
            OBJECTION_DECISION_LABELS[decision],
            answeredBy ?? '',
            answeredAt ? momentInWords(answeredAt, now) : '',
          )}
        >
          <View className="words">{answer}</View>
        </Note>
      ) : (
        <State icon="clock" gap>
          {OBJECTION_WORDS.waits(dueAt ? dateInWords(justBefore(dueAt)) : undefined)}
        </State>
      )}
      {mayAnswer && !decision && (
        <View className="vote__acts">
          <Button
            small
            variant="secondary"
            onPress={() => answering.open(objection)}
            label={OBJECTION_WORDS.answerNamed(aboutInWords(objection))}
          >
            {OBJECTION_WORDS.answer}
          </Button>
        </View>
      )}
    </Card>
  )
}
