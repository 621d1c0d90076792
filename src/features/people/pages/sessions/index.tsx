import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import type { SessionItem } from '#core/people'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ROUTES } from '@/routes'
import { BrowserCard } from '../../components/BrowserCard'
import { SESSIONS } from '../../words'
import { useSessions } from './useSessions'

/** 登录的设备. */
export default function SessionsPage() {
  return useSignInFirst(ROUTES.sessions) ? <Sessions /> : null
}

function Sessions() {
  const { state, more, failure, end, endOthers } = useSessions()
  return (
    <Screen title={SESSIONS.title}>
      {failure && <FailureNote failure={failure} />}
      <FourFaces
        state={state}
        skeleton={<SkeletonCards />}
        errorTitle={SESSIONS.failed}
        isEmpty={(sessions) => sessions.length === 0}
        empty={<Blank art="window" title={SESSIONS.emptyTitle} text={SESSIONS.emptyText} />}
      >
        {(sessions) => (
          <>
            {sessions.map((session) => (
              <SessionCard key={session.sessionId} session={session} onEnd={() => end(session)} />
            ))}
            <MoreButton more={more} />
            {sessions.filter(({ current }) => !current).length > 1 && (
              <Button variant="secondary" block onPress={endOthers}>
                {SESSIONS.endOthers}
              </Button>
            )}
            <BrowserCard onAllowed={state.retry} />
          </>
        )}
      </FourFaces>
    </Screen>
  )
}

function SessionCard({ session, onEnd }: { session: SessionItem; onEnd: () => void }) {
  const { device, createdAt, lastSeenAt, current } = session
  const now = new Date()
  return (
    <Card title={device} aside={SESSIONS.since(momentInWords(createdAt, now))}>
      <View className="job__foot">
        <State icon={current ? 'ok' : 'clock'} tone={current ? 'ok' : 'quiet'}>
          {current ? SESSIONS.current : SESSIONS.used}
          {!current && <View className="nobr">{momentInWords(lastSeenAt, now)}</View>}
        </State>
        {!current && (
          <View className="job__act">
            <Button small variant="secondary" onPress={onEnd} label={`${SESSIONS.end}，${device}`}>
              {SESSIONS.end}
            </Button>
          </View>
        )}
      </View>
    </Card>
  )
}
