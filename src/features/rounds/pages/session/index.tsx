import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import {
  ARRIVED,
  MOVE_HERE,
  openSessionCodeEndpoint,
  SESSION_ACT_LABELS,
  sessionFactsInWords,
  sessionOffersAt,
  slotInWords,
  type SessionAct,
  type SessionView,
} from '#core/rounds'
import { doorCodeIn } from '#core/places'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Press } from '@/components/Press'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useLoad } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo, redirect, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { NotesOfSession } from '../../components/NotesOfSession'
import { PrintMinutes } from '../../components/PrintMinutes'
import { SessionCode } from '../../components/SessionCode'
import { SESSION_WORDS, SESSIONS } from '../../session-words'
import { useSession, type SessionAddress } from '../../useSession'
import type { SessionActs } from '../../useSessions'

/** One session and its notes; opened from the round, or by the code that hangs there (`code`, or `scene` as WeChat hands it over). */
export default function SessionPage() {
  const query = usePageQuery()
  const { communityId, roundId, sessionId } = query
  const code = query.code ?? query.scene
  const signedIn = useSignInFirst(ROUTES.session, query)
  if (!signedIn) return null
  if (communityId && roundId && sessionId)
    return <Session address={{ communityId, roundId, sessionId }} {...(code ? { code } : {})} />
  return <Scanned code={doorCodeIn(code ?? '') ?? code ?? ''} />
}

/** Finds out which session the code belongs to, and goes there. */
function Scanned({ code }: { code: string }) {
  const state = useLoad(() => callEndpoint(openSessionCodeEndpoint, { params: { code } }), [code])
  const found = state.status === 'ready' ? state.data : undefined
  useEffect(() => {
    if (found) redirect(ROUTES.session, { ...found, code })
  }, [found, code])
  return (
    <Screen title={SESSION_WORDS.title}>
      <FourFaces state={state} skeleton={<SkeletonCards count={1} />} errorTitle={SESSION_WORDS.notOpened}>
        {() => <Note>{SESSION_WORDS.loading}</Note>}
      </FourFaces>
    </Screen>
  )
}

function Session({ address, code }: { address: SessionAddress; code?: string }) {
  const { state, acts } = useSession(address)
  return (
    <Screen title={SESSION_WORDS.title}>
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={SESSION_WORDS.notOpened}>
        {(session) => (
          <>
            <Head session={session} acts={acts} address={address} code={code} />
            <NotesOfSession address={address} quiet={offersNow(session).acts.includes('join')} />
            <PrintMinutes address={address} />
          </>
        )}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

const offersNow = (session: SessionView) => sessionOffersAt(session, new Date())

interface HeadProps {
  session: SessionView
  acts: SessionActs
  address: SessionAddress
  code: string | undefined
}

function Head({ session, acts, address, code }: HeadProps) {
  const { communityId, roundId } = address
  return (
    <Card
      title={session.topic.title || SESSIONS.unknownTopic}
      aside={slotInWords(session.startsAt, new Date())}
    >
      <View className="text--quiet">{sessionFactsInWords(session)}</View>
      {code === undefined && offersNow(session).over && (
        <State icon="check" strong gap>
          {SESSIONS.over}
        </State>
      )}
      {session.joined && (
        <State icon="ok" tone="ok" strong gap>
          {session.arrived ? SESSION_WORDS.arrivedHere : SESSIONS.joined}
        </State>
      )}
      {session.state === 'cancelled' && (
        <Note gap tone="wait">
          {SESSION_WORDS.cancelled}
        </Note>
      )}
      <JoinActs session={session} acts={acts} code={code} />
      <MoreActs session={session} acts={acts} address={address} />
      {acts.failure && <FailureNote failure={acts.failure} gap />}
      {session.topic.title && (
        <Press
          className="link link--small"
          onPress={() => goTo(ROUTES.topic, { communityId, topicId: session.topic.topicId })}
        >
          <View>{SESSION_WORDS.seeTopic}</View>
        </Press>
      )}
      <Press className="link link--small" onPress={() => goTo(ROUTES.round, { communityId, roundId })}>
        <View>{SESSION_WORDS.seeRound}</View>
      </Press>
    </Card>
  )
}

/** 我到了 for who scanned, 我参加 for who looks in; the one big button. */
function JoinActs({ session, acts, code }: Pick<HeadProps, 'session' | 'acts' | 'code'>) {
  const arrives = code !== undefined && !session.arrived && (session.joined || session.acts.includes('join'))
  if (!arrives && !offersNow(session).acts.includes('join')) return null
  const words = session.elsewhere ? MOVE_HERE : SESSION_ACT_LABELS.join
  return (
    <View className="text--gap-l">
      <Button
        block
        busy={acts.busy !== undefined}
        busyWords={SESSIONS.sending}
        onPress={() => acts.press('join', session, code)}
      >
        {arrives ? ARRIVED : words}
      </Button>
    </View>
  )
}

const QUIET: readonly SessionAct[] = ['host', 'unhost', 'leave', 'cancel']

function MoreActs({ session, acts, address }: Omit<HeadProps, 'code'>) {
  const [showing, setShowing] = useState(false)
  return (
    <View className="text--gap">
      {session.may.showCode && (
        <Button variant="secondary" block icon="scan" onPress={() => setShowing(true)}>
          {SESSION_WORDS.showCode}
        </Button>
      )}
      {QUIET.filter((act) => offersNow(session).acts.includes(act)).map((act) => (
        <Button key={act} variant="quiet" block onPress={() => acts.press(act, session)}>
          {SESSION_ACT_LABELS[act]}
        </Button>
      ))}
      <SessionCode open={showing} address={address} onClose={() => setShowing(false)} />
    </View>
  )
}
