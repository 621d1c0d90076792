import { View } from '@tarojs/components'
import { useEffect } from 'react'
import {
  hasReached,
  isDiscussing,
  isSessionOver,
  slotInWords,
  type RoundView,
  type SessionBoard,
  type SessionView,
} from '#core/rounds'
import { aria } from '@/components/aria'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SESSIONS } from '../../session-words'
import { slotsOf, useSessionActs, useSessions, type SessionActs } from '../../useSessions'
import { PrintMinutes } from '../PrintMinutes'
import { SessionRow } from '../SessionRow'

export interface SessionsOfRoundProps {
  round: RoundView
  /** Something was done that changes the round itself. */
  refresh: () => void
  given?: SessionBoard | undefined
  /** Which session is the reader's next: the foot of the page leads there. */
  onMine?: ((session: SessionView | undefined) => void) | undefined
}

/** 来哪一场: sessions by time, each with the button to come; later their minutes. */
export function SessionsOfRound({ round, refresh, given, onMine }: SessionsOfRoundProps) {
  const state = useSessions(round, given)
  const mine = state.status === 'ready' && isDiscussing(round.state) ? mineOf(state.data.items) : undefined
  useEffect(() => {
    onMine?.(mine)
    return () => onMine?.(undefined)
  }, [mine, onMine])
  const acts = useSessionActs(round, () => {
    void state.refresh()
    refresh()
  })
  if (!hasReached(round.state, 'discussion')) return null
  return (
    <FourFaces state={state} skeleton={<SkeletonCards count={1} />} errorTitle={SESSIONS.notOpened}>
      {(board) => <Board round={round} board={board} acts={acts} />}
    </FourFaces>
  )
}

interface BoardProps {
  round: RoundView
  board: SessionBoard
  acts: SessionActs
}

function Board({ round, board, acts }: BoardProps) {
  const { communityId, roundId } = round
  const now = isDiscussing(round.state)
  return (
    <>
      <Section
        title={now ? SESSIONS.title : SESSIONS.titleOver}
        count={SESSIONS.topics(board.topics.length)}
      />
      {board.items.length === 0 ? (
        <Note>{emptyIn(now, board.mayOpen)}</Note>
      ) : (
        <Slots round={round} board={board} acts={acts} />
      )}
      {acts.failure && <FailureNote failure={acts.failure} gap />}
      {board.mayOpen && (
        <Button
          variant="secondary"
          block
          icon="list"
          onPress={() => goTo(ROUTES.sessionBoard, { communityId, roundId })}
        >
          {SESSIONS.arrange}
        </Button>
      )}
      {!now && board.items.length > 0 && <PrintMinutes address={{ communityId, roundId }} />}
    </>
  )
}

function emptyIn(now: boolean, mayOpen: boolean): string {
  if (!now) return SESSIONS.emptyOver
  return mayOpen ? SESSIONS.emptyConvene : SESSIONS.empty
}

function Slots({ round: { communityId, roundId, state }, board, acts }: BoardProps) {
  const now = new Date()
  const slots = slotsOf(board.items).map((slot) => ({ ...slot, over: isSessionOver(slot.startsAt, now) }))
  const coming = slots.findIndex(({ over }) => !over)
  return (
    <Card>
      {slots.map(({ startsAt, sessions, over }, index) => (
        <View key={startsAt} {...aria({ role: 'list', label: slotInWords(startsAt, now) })}>
          <View className={classes('slot', index > 0 && 'slot--gap')}>
            <View className="slot__when">{slotInWords(startsAt, now)}</View>
            {isDiscussing(state) && (over || index === coming) && (
              <View className="slot__note">{over ? SESSIONS.over : SESSIONS.moveNote}</View>
            )}
          </View>
          {sessions.map((session) => (
            <SessionRow
              key={session.sessionId}
              session={session}
              acts={acts}
              onSee={() => goTo(ROUTES.session, { communityId, roundId, sessionId: session.sessionId })}
            />
          ))}
        </View>
      ))}
    </Card>
  )
}

/** The session that the reader is in and that begins next, or began last. */
function mineOf(sessions: readonly SessionView[]): SessionView | undefined {
  const own = sessions.filter(({ joined }) => joined)
  return own.find(({ startsAt }) => new Date(startsAt) > new Date()) ?? own[own.length - 1]
}
