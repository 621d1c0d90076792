import { View } from '@tarojs/components'
import { useState } from 'react'
import { fullDate } from '#core/calendar'
import { codeInGroups, pathName, readPlaceEndpoint, type DoorCodeView } from '#core/places'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useLoad } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { callEndpoint } from '@/platform/call-endpoint'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { Gate } from '../../components/Gate'
import { PrintSheet } from '../../components/PrintSheet'
import { CODES } from '../../words'
import { useCodes } from './useCodes'

/** 门口的码 of one place: issue, print, replace, revoke. */
export default function CodesPage() {
  const query = usePageQuery()
  if (!useSignInFirst(ROUTES.doorCodes, query)) return null
  return (
    <Gate title={CODES.title} page={ROUTES.places} communityId={query.communityId} act="issueDoorCode">
      {({ communityId }) => <Codes communityId={communityId} placeId={query.placeId ?? ''} />}
    </Gate>
  )
}

function Codes(params: { communityId: string; placeId: string }) {
  const [printing, setPrinting] = useState(false)
  const place = useLoad(
    () => callEndpoint(readPlaceEndpoint, { params }),
    [params.communityId, params.placeId],
  )
  const { state, more, busy, failure, issue, replace, revoke } = useCodes(params)
  const here = place.status === 'ready' ? place.data : undefined
  return (
    <Screen
      title={here ? pathName(here.path) : CODES.title}
      foot={
        <View className="acts">
          <Button onPress={() => setPrinting(true)}>{CODES.print}</Button>
          <Button
            className="text--gap-l"
            variant="secondary"
            block
            onPress={issue}
            busy={busy}
            busyWords={CODES.issueBusy}
          >
            {CODES.issue}
          </Button>
        </View>
      }
    >
      {failure && (
        <Note tone="late" icon="alert" alert>
          {failure.message}
        </Note>
      )}
      <FourFaces
        state={state}
        skeleton={<SkeletonCards />}
        errorTitle={CODES.failed}
        isEmpty={(codes) => codes.length === 0}
        empty={<Blank art="window" title={CODES.empty} text={CODES.emptyText} />}
      >
        {(codes) => (
          <>
            {codes.map((code) => (
              <CodeCard
                key={code.code}
                code={code}
                onReplace={() => replace(code)}
                onRevoke={() => revoke(code)}
              />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
      {here && <PrintSheet open={printing} place={here} onClose={() => setPrinting(false)} />}
    </Screen>
  )
}

interface CodeCardProps {
  code: DoorCodeView
  onReplace: () => void
  onRevoke: () => void
}

function CodeCard({ code: { code, issuedAt, revokedAt, replaced }, onReplace, onRevoke }: CodeCardProps) {
  const written = codeInGroups(code)
  return (
    <Card title={CODES.since(fullDate(issuedAt))}>
      <View className="text--quiet">{written}</View>
      <View className="job__foot">
        <State icon={revokedAt ? 'no' : 'ok'} tone={revokedAt ? 'quiet' : 'ok'}>
          {revokedAt ? (replaced ? CODES.replaced : CODES.revoked) : CODES.valid}
        </State>
        {!revokedAt && (
          <View className="job__act">
            <Button small variant="secondary" onPress={onReplace} label={`${CODES.replace}，${written}`}>
              {CODES.replace}
            </Button>
            <Button small variant="quiet" onPress={onRevoke} label={`${CODES.revoke}，${written}`}>
              {CODES.revoke}
            </Button>
          </View>
        )}
      </View>
    </Card>
  )
}
