import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import type { ContactReading } from '#core/people'
import { ROLE_LABELS } from '#core/permissions'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonRows } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { currentCommunity, useMe } from '@/platform/me'
import { goTo, redirect, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { CONTACT_READINGS } from '../../words'
import { useContactReadings } from './useContactReadings'

/** 谁看过我的电话: who, in which office, when and for what. */
export default function ContactReadingsPage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.contactReadings, query) ? <Readings wanted={query.communityId} /> : null
}

function Readings({ wanted }: { wanted: string | undefined }) {
  const { state, more, communities } = useContactReadings(wanted)
  const me = useMe()
  const communityId = wanted ?? (me && currentCommunity(me)?.communityId)
  return (
    <Screen title={CONTACT_READINGS.title}>
      {communities.length > 1 && (
        <Chips
          label={CONTACT_READINGS.choose}
          options={communities.map((one) => ({ value: one.communityId, words: one.name }))}
          value={communityId}
          onChange={(next) => next !== communityId && redirect(ROUTES.contactReadings, { communityId: next })}
        />
      )}
      <FourFaces
        state={state}
        skeleton={<SkeletonRows count={4} />}
        errorTitle={CONTACT_READINGS.failed}
        isEmpty={(readings) => readings.length === 0}
        empty={<Blank art="window" title={CONTACT_READINGS.emptyTitle} text={CONTACT_READINGS.emptyText} />}
      >
        {(readings) => (
          <>
            <Card flush>
              {readings.map((reading) => (
                <Reading key={reading.readingId} reading={reading} communityId={communityId} />
              ))}
            </Card>
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </Screen>
  )
}

function Reading({ reading, communityId }: { reading: ContactReading; communityId: string | undefined }) {
  const { readerName, readerRole, about, at, subject } = reading
  const who = readerRole === null ? readerName : `${readerName}（${ROLE_LABELS[readerRole]}）`
  const open: Record<typeof subject.kind, () => void> = {
    matter: () => goTo(ROUTES.matter, { communityId, matterId: subject.id }),
    wish: () => goTo(ROUTES.wish, { communityId, wishId: subject.id }),
  }
  return (
    <Item
      icon="phone"
      title={who}
      text={
        <>
          <View>{CONTACT_READINGS.what[subject.kind](about)}</View>
          <View>{momentInWords(at, new Date())}</View>
        </>
      }
      onPress={() => open[subject.kind]()}
    />
  )
}
