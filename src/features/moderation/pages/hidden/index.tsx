import { Text, View } from '@tarojs/components'
import { dateInWords, dayInWords } from '#core/calendar'
import { APPEAL_NOTE_LENGTH, mayAppealStill, type HiddenItem } from '#core/moderation'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ReasonForm } from '@/parts/threads'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { openSubject } from '../../open-subject'
import { APPEAL_WORDS, HIDDEN } from '../../words'
import { useHidden } from './useHidden'

/** 被收起来的话: what I wrote, why neighbours don't see it, and how to have it looked at again. */
export default function HiddenPage() {
  return useSignInFirst(ROUTES.hiddenWords, usePageQuery()) ? <Hidden /> : null
}

function Hidden() {
  const page = useHidden()
  const { communityId, asking } = page
  return (
    <Screen title={HIDDEN.title}>
      <FourFaces
        state={page.state}
        skeleton={<SkeletonCards />}
        errorTitle={HIDDEN.failed}
        isEmpty={(items) => items.length === 0}
        empty={<Blank art="window" title={HIDDEN.empty} text={HIDDEN.emptyText} />}
      >
        {(items) => (
          <>
            {items.map((item) => (
              <HiddenCard
                key={item.caseId}
                item={item}
                onAsk={() => page.ask(item)}
                onOpen={() => communityId && openSubject(communityId, item.subject)}
              />
            ))}
            <MoreButton more={page.more} />
          </>
        )}
      </FourFaces>
      <Sheet open={asking !== undefined} title={HIDDEN.appeal} onClose={() => page.ask(undefined)}>
        {asking && (
          <ReasonForm
            act={HIDDEN.appeal}
            label={HIDDEN.appealLabel}
            hint={HIDDEN.appealHint}
            placeholder={HIDDEN.appealPlaceholder}
            maxLength={APPEAL_NOTE_LENGTH}
            field="note"
            optional
            busy={page.busy}
            busyWords={HIDDEN.sending}
            failure={page.failure}
            onSend={page.send}
          />
        )}
      </Sheet>
    </Screen>
  )
}

interface HiddenCardProps {
  item: HiddenItem
  onAsk: () => void
  onOpen: () => void
}

function HiddenCard({ item, onAsk, onOpen }: HiddenCardProps) {
  const open = mayAppealStill(item.appeal)
  return (
    <Card title={item.about}>
      <View className="quote">
        <Text className="words">{item.original}</Text>
      </View>
      <View className="text--gap">
        <Facts facts={factsOf(item)} />
      </View>
      <State icon={open ? 'info' : 'clock'} gap>
        {APPEAL_WORDS[item.appeal]}
      </State>
      {open && (
        <View className="card__foot">
          <Button variant="secondary" block onPress={onAsk} label={`${HIDDEN.appeal}，${item.about}`}>
            {HIDDEN.appeal}
          </Button>
        </View>
      )}
      <Button variant="quiet" block onPress={onOpen} label={`${HIDDEN.open}，${item.about}`}>
        {HIDDEN.open}
      </Button>
    </Card>
  )
}

function factsOf({ reason, hiddenAt, appeal, appealUntil, appealReason }: HiddenItem): Fact[] {
  return [
    ...(reason ? [{ name: HIDDEN.reason, value: reason }] : []),
    ...(appealReason ? [{ name: HIDDEN.refusedReason, value: appealReason }] : []),
    { name: HIDDEN.hiddenAt, value: HIDDEN.since(dayInWords(hiddenAt, new Date())), aside: true },
    ...(mayAppealStill(appeal)
      ? [{ name: HIDDEN.appeal, value: HIDDEN.until(dateInWords(appealUntil)), aside: true }]
      : []),
  ]
}
