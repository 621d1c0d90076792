import { View } from '@tarojs/components'
import { fullDate } from '#core/calendar'
import type { ConsentView } from '#core/people'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { NoticeText } from '@/parts/consent/NoticeText'
import { ROUTES } from '@/routes'
import { CONSENTS } from '../../words'
import { useConsents } from './useConsents'

/** 我的同意: what one agreed to, when, and taking it back. */
export default function ConsentsPage() {
  return useSignInFirst(ROUTES.consents) ? <Consents /> : null
}

function Consents() {
  const page = useConsents()
  return (
    <Screen title={CONSENTS.title}>
      {page.failure && <FailureNote failure={page.failure} />}
      <FourFaces state={page.state} skeleton={<SkeletonCards count={2} />} errorTitle={CONSENTS.failed}>
        {(notices) => (
          <>
            {notices.map((notice) => (
              <ConsentCard
                key={notice.document}
                notice={notice}
                onGive={() => page.give(notice)}
                onWithdraw={() => page.withdraw(notice)}
              />
            ))}
          </>
        )}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

interface ConsentCardProps {
  notice: ConsentView
  onGive: () => void
  onWithdraw: () => void
}

function ConsentCard({ notice, onGive, onWithdraw }: ConsentCardProps) {
  const { title, agreed } = notice
  const words = agreed ? CONSENTS.withdraw : CONSENTS.give
  return (
    <Card title={title}>
      <State icon={agreed ? 'ok' : 'circle'} tone={agreed ? 'ok' : 'quiet'} strong>
        {standing(notice)}
      </State>
      {agreed && notice.last?.age === 'guardian_agreed' && (
        <View className="text--small text--quiet">{CONSENTS.byGuardian}</View>
      )}
      <View className="text--gap">
        <NoticeText notice={notice} />
      </View>
      <View className="form__part">
        <Button variant="secondary" block onPress={agreed ? onWithdraw : onGive} label={`${words}，${title}`}>
          {words}
        </Button>
      </View>
    </Card>
  )
}

function standing({ agreed, last }: ConsentView): string {
  if (last === null) return CONSENTS.never
  if (agreed) return CONSENTS.agreed(fullDate(last.givenAt))
  return last.withdrawnAt === null ? CONSENTS.outdated : CONSENTS.withdrawn(fullDate(last.withdrawnAt))
}
