import { View } from '@tarojs/components'
import {
  ONLINE,
  SESSION_ACT_LABELS,
  sessionFactsInWords,
  sessionOffersAt,
  slotInWords,
  type SessionBoard,
  type SessionView,
} from '#core/rounds'
import { aria } from '@/components/aria'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { useWide } from '@/platform/device'
import { SPOT, TAKEN, useDragging } from '@/platform/dragging'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SpotForm } from '../../components/SpotForm'
import { BOARD, SESSIONS } from '../../session-words'
import type { RoundAddress } from '../../useRound'
import { slotsOf, useSessionActs, useSessions, type SessionActs } from '../../useSessions'
import { placesOf } from './spot'
import { useBoard, type BoardActs } from './useBoard'

/** 排场次: what is talked about where and when, for who convenes. */
export default function SessionBoardPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.sessionBoard, query)
  const { communityId = '', roundId = '' } = query
  return signedIn ? <BoardPage address={{ communityId, roundId }} /> : null
}

function BoardPage({ address }: { address: RoundAddress }) {
  const state = useSessions(address)
  const board = useBoard(address, () => void state.refresh())
  const acts = useSessionActs(address, () => void state.refresh())
  const wide = useWide()
  const shown = state.status === 'ready' ? state.data : undefined
  const session = board.asking?.session
  const see = ({ sessionId }: SessionView) => goTo(ROUTES.session, { ...address, sessionId })
  return (
    <Screen
      title={BOARD.title}
      broad
      foot={
        shown?.mayOpen ? (
          <View className="acts">
            <Button onPress={() => board.ask()}>{BOARD.add}</Button>
          </View>
        ) : undefined
      }
    >
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={SESSIONS.notOpened}>
        {(ready) => (
          <>
            <Note>{ready.mayOpen ? BOARD.intro : BOARD.notYours}</Note>
            {ready.items.length === 0 && <Note gap>{BOARD.empty}</Note>}
            {board.failure && !board.asking && <FailureNote failure={board.failure} gap />}
            {acts.failure && <FailureNote failure={acts.failure} gap />}
            {wide && ready.mayOpen ? (
              <WideBoard sessions={ready.items} board={board} acts={acts} see={see} />
            ) : (
              <NarrowBoard sessions={ready.items} board={board} acts={acts} see={see} />
            )}
          </>
        )}
      </FourFaces>
      <Sheet
        open={board.asking !== undefined}
        title={session ? BOARD.moveTitle : BOARD.addTitle}
        onClose={board.close}
      >
        {board.asking && shown && (
          <SpotForm topics={topicsFor(shown, session)} session={session} acts={board} />
        )}
      </Sheet>
      <ConsentSheet />
    </Screen>
  )
}

/** A session may stay with its topic, also where nobody could choose it any more. */
function topicsFor({ topics }: SessionBoard, session: SessionView | undefined): SessionBoard['topics'] {
  if (!session || topics.some(({ topicId }) => topicId === session.topic.topicId)) return topics
  return [{ ...session.topic, title: session.topic.title || SESSIONS.unknownTopic }, ...topics]
}

interface BoardProps {
  sessions: readonly SessionView[]
  board: BoardActs
  acts: SessionActs
  see: (session: SessionView) => void
}

function NarrowBoard({ sessions, ...parts }: BoardProps) {
  const now = new Date()
  return (
    <>
      {slotsOf(sessions).map(({ startsAt, sessions: there }) => (
        <View key={startsAt}>
          <Section title={slotInWords(startsAt, now)} />
          <Card>
            <View {...aria({ role: 'list', label: slotInWords(startsAt, now) })}>
              {there.map((session) => (
                <SessionCard key={session.sessionId} session={session} {...parts} />
              ))}
            </View>
          </Card>
        </View>
      ))}
    </>
  )
}

/** What it is, and its buttons: everything that dragging does, they do too. */
function SessionCard({ session, board, acts, see }: { session: SessionView } & Omit<BoardProps, 'sessions'>) {
  const title = session.topic.title || SESSIONS.unknownTopic
  const offers = sessionOffersAt(session, new Date())
  return (
    <View className="sess board__session" id={`${TAKEN}${session.sessionId}`} {...aria({ role: 'listitem' })}>
      <View className="sess__body">
        <View className="text--strong">{title}</View>
        <View className="text--small text--quiet">{sessionFactsInWords(session)}</View>
        {offers.over && <View className="text--small">{SESSIONS.over}</View>}
      </View>
      {offers.over && (
        <Button
          small
          variant="quiet"
          className="sess__act"
          label={SESSIONS.of(SESSIONS.seeNotes, title)}
          onPress={() => see(session)}
        >
          {SESSIONS.seeNotes}
        </Button>
      )}
      {offers.change && (
        <Button
          small
          variant="secondary"
          className="sess__act"
          label={SESSIONS.of(BOARD.move, title)}
          onPress={() => board.ask(session)}
        >
          {BOARD.move}
        </Button>
      )}
      {offers.acts.includes('cancel') && (
        <Button
          small
          variant="quiet"
          className="sess__act"
          label={SESSIONS.of(SESSION_ACT_LABELS.cancel, title)}
          busy={acts.busy === session.sessionId}
          onPress={() => acts.press('cancel', session)}
        >
          {SESSION_ACT_LABELS.cancel}
        </Button>
      )}
    </View>
  )
}

const isMovable = (session: SessionView): boolean => sessionOffersAt(session, new Date()).change

/** Places × times, where there is room for it. */
function WideBoard({ sessions, ...parts }: BoardProps) {
  const now = new Date()
  const places = placesOf(sessions)
  const slots = slotsOf(sessions)
  useDragging((sessionId, spot) => {
    const [slot, place] = spot.split('-').map(Number)
    const session = sessions.find((one) => one.sessionId === sessionId)
    const startsAt = slots[slot ?? -1]?.startsAt
    const where = places[place ?? -1]
    if (!session || !startsAt || where === undefined || !isMovable(session)) return
    if (session.startsAt === startsAt && session.where === where) return
    const { topicId } = session.topic
    parts.board.put({ session, spot: { topicId, startsAt, where: where ?? '', host: false } })
  })
  if (sessions.length === 0) return null
  return (
    <>
      {sessions.some(isMovable) && <Note gap>{BOARD.wideHint}</Note>}
      <View className="board" {...aria({ role: 'group', label: BOARD.title })}>
        <View className="board__row" {...aria({ hidden: true })}>
          <View className="board__head" />
          {places.map((place) => (
            <View key={place ?? ''} className="board__head">
              {place ?? ONLINE}
            </View>
          ))}
        </View>
        {slots.map(({ startsAt, sessions: there }, row) => (
          <View
            key={startsAt}
            className="board__row"
            {...aria({ role: 'group', label: slotInWords(startsAt, now) })}
          >
            <View className="board__head">{slotInWords(startsAt, now)}</View>
            {places.map((place, column) => (
              <View
                key={place ?? ''}
                id={`${SPOT}${row}-${column}`}
                className="board__spot"
                {...(there.some(({ where }) => where === place)
                  ? aria({ role: 'list', label: place ?? ONLINE })
                  : {})}
              >
                {there
                  .filter(({ where }) => where === place)
                  .map((session) => (
                    <SessionCard key={session.sessionId} session={session} {...parts} />
                  ))}
              </View>
            ))}
          </View>
        ))}
      </View>
    </>
  )
}
