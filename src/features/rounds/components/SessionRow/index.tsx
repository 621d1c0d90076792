import { View } from '@tarojs/components'
import {
  isSessionOver,
  MOVE_HERE,
  SESSION_ACT_LABELS,
  sessionFactsInWords,
  type SessionView,
} from '#core/rounds'
import { aria } from '@/components/aria'
import { Button } from '@/components/Button'
import { Press } from '@/components/Press'
import { State } from '@/components/State'
import { SESSIONS } from '../../session-words'
import type { SessionActs } from '../../useSessions'

export interface SessionRowProps {
  session: SessionView
  acts: SessionActs
  onSee: () => void
}

/** One session: what, where, who hosts, how many; and the button to come. */
export function SessionRow({ session, acts, onSee }: SessionRowProps) {
  const title = session.topic.title || SESSIONS.unknownTopic
  return (
    <View className="sess" {...aria({ role: 'listitem' })}>
      <Press className="sess__body" onPress={onSee}>
        <View className="text--strong">{title}</View>
        <View className="text--small text--quiet">{sessionFactsInWords(session)}</View>
      </Press>
      {isSessionOver(session.startsAt, new Date()) ? (
        <Button
          variant="quiet"
          small
          className="sess__act"
          label={SESSIONS.of(SESSIONS.seeNotes, title)}
          onPress={onSee}
        >
          {SESSIONS.seeNotes}
        </Button>
      ) : (
        <JoinAct session={session} acts={acts} title={title} />
      )}
    </View>
  )
}

function JoinAct({ session, acts, title }: Pick<SessionRowProps, 'session' | 'acts'> & { title: string }) {
  if (session.joined)
    return (
      <State icon="ok" tone="ok" strong>
        {SESSIONS.joined}
      </State>
    )
  if (!session.acts.includes('join')) return null
  const words = session.elsewhere ? MOVE_HERE : SESSION_ACT_LABELS.join
  return (
    <Button
      variant="secondary"
      small
      className="sess__act"
      label={SESSIONS.of(words, title)}
      busy={acts.busy === session.sessionId}
      busyWords={SESSIONS.sending}
      onPress={() => acts.press('join', session)}
    >
      {words}
    </Button>
  )
}
