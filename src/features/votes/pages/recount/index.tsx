import { View } from '@tarojs/components'
import { messageOf } from '#core/errors'
import { countFigure, isUnderWay, voteNextInWords, voteUntilInWords, type VoteView } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { aria } from '@/components/aria'
import { FourFaces } from '@/components/FourFaces'
import { Icon } from '@/components/Icon'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { Bone, Skeleton, SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { copyText } from '@/platform/clipboard'
import { toast } from '@/platform/feedback'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { Code } from '../../components/CodeSheet'
import type { Recounted } from '../../recount'
import { RECOUNT_WORDS } from '../../roll-words'
import { addressIn, type VoteAddress } from '../../useVote'
import { BALLOT_WORDS, VOTE_WORDS } from '../../words'
import { MyBallots } from './components/MyBallots'
import { SideBySide } from './components/SideBySide'
import { isRecorded, useRecount, type Fetched } from './useRecount'

/** 自己算一遍: the record is counted on this phone, by the same code that counted it before. */
export default function RecountPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.voteRecount, query)
  return signedIn ? <RecountScreen address={addressIn(query)} /> : null
}

function RecountScreen({ address }: { address: VoteAddress }) {
  const { state, recounted } = useRecount(address)
  return (
    <Screen title={RECOUNT_WORDS.title}>
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={RECOUNT_WORDS.failed}>
        {(loaded) => {
          if (!isRecorded(loaded)) return <NotCounted vote={loaded.vote} />
          if (!recounted) return <Counting fetched={loaded} />
          return <Done fetched={loaded} recounted={recounted} onAgain={() => void state.refresh()} />
        }}
      </FourFaces>
    </Screen>
  )
}

/** There is nothing to count anew before the result is out. */
function NotCounted({ vote }: { vote: VoteView }) {
  const { communityId, voteId, state } = vote
  const comes = isUnderWay(state)
  return (
    <Blank
      art="window"
      title={comes ? messageOf('VOTE_NOT_COUNTED') : VOTE_WORDS.withdrawn}
      text={(comes && (voteUntilInWords(vote, new Date()) ?? voteNextInWords(vote))) || undefined}
      act={{ words: BALLOT_WORDS.look, onPress: () => goTo(ROUTES.vote, { communityId, voteId }) }}
    />
  )
}

/** How many there seem to be: what came may be anything. */
const ballotsIn = ({ bulletin }: Fetched): string =>
  countFigure(Array.isArray(bulletin.ballots) ? bulletin.ballots.length : 0)

function Counting({ fetched }: { fetched: Fetched }) {
  return (
    <Card title={RECOUNT_WORDS.counting}>
      <View className="text--small text--quiet">{RECOUNT_WORDS.countingText(ballotsIn(fetched))}</View>
      <Skeleton>
        <Bone width={70} />
        <Bone width={50} />
      </Skeleton>
    </Card>
  )
}

interface DoneProps {
  fetched: Fetched
  recounted: Recounted
  onAgain: () => void
}

function Done({ fetched, recounted, onAgain }: DoneProps) {
  const { vote, bulletin } = fetched
  return (
    <>
      <Verdict recounted={recounted} title={vote.title} />
      {recounted.result && <SideBySide vote={vote} counted={recounted.result} />}
      {recounted.ok && <Checks ballots={ballotsIn(fetched)} head={bulletin.head} />}
      {!recounted.unreadable && <MyBallots vote={vote} bulletin={bulletin} />}
      <Button className="text--gap-l" variant="quiet" block icon="retry" onPress={onAgain}>
        {RECOUNT_WORDS.again}
      </Button>
    </>
  )
}

/** So many are told one by one. */
const TOLD = 5

function Verdict({
  recounted: { ok, unreadable, problems },
  title,
}: {
  recounted: Recounted
  title: string
}) {
  const words = ok ? RECOUNT_WORDS.holds : unreadable ? RECOUNT_WORDS.unreadable : RECOUNT_WORDS.differs
  return (
    <Card>
      <View className={`result${ok ? '' : ' result--no'}`} {...aria({ role: 'status' })}>
        <Icon name={ok ? 'ok' : 'alert'} className="result__icon" />
        <View>{words}</View>
      </View>
      <View className="text text--gap">{title}</View>
      {ok ? (
        <>
          <View className="text--small text--quiet text--gap">{RECOUNT_WORDS.holdsText}</View>
          <Note gap>{RECOUNT_WORDS.text}</Note>
        </>
      ) : (
        <Problems problems={problems} />
      )}
    </Card>
  )
}

function Problems({ problems }: { problems: readonly string[] }) {
  const rest = problems.length - TOLD
  const copy = async () =>
    toast((await copyText(problems.join('\n'))) ? VOTE_WORDS.copied : VOTE_WORDS.notCopied)
  return (
    <>
      <Note gap tone="wait" icon="alert" title={RECOUNT_WORDS.differsText}>
        {problems.slice(0, TOLD).map((problem) => (
          <View key={problem}>{problem}</View>
        ))}
        {rest > 0 && <View>{RECOUNT_WORDS.more(rest)}</View>}
      </Note>
      <View className="vote__acts">
        <Button small variant="secondary" onPress={() => void copy()}>
          {RECOUNT_WORDS.copyProblems}
        </Button>
      </View>
    </>
  )
}

/** What else holds, and the code to hold against a neighbour's. */
function Checks({ ballots, head }: { ballots: string; head: string }) {
  const held = [
    RECOUNT_WORDS.checkText,
    RECOUNT_WORDS.checkFrozen,
    RECOUNT_WORDS.checkChain(ballots),
    RECOUNT_WORDS.checkHead,
  ]
  return (
    <Card title={RECOUNT_WORDS.checks} gap>
      {held.map((words) => (
        <State key={words} icon="ok" tone="ok" gap>
          {words}
        </State>
      ))}
      <Note gap icon="users">
        {RECOUNT_WORDS.neighbours}
      </Note>
      <Code name={RECOUNT_WORDS.head} code={head} />
    </Card>
  )
}
