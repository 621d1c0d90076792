import { Image, Text, View } from '@tarojs/components'
import { dayInWords, startOfDay } from '#core/calendar'
import { isBeingHelped, waitsForHelp, type WishItem } from '#core/wishes'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { Kind } from '@/components/Kind'
import { Note } from '@/components/Note'
import { State } from '@/components/State'
import { absolute } from '@/platform/preview-photos'
import { wishLine } from '../wish-line'
import { WISH_CARD } from '../words'

export interface WishCardProps {
  wish: WishItem
  onOpen: (wishId: string) => void
  /** Among things of other kinds: it says that it is a wish. */
  named?: boolean
  /** Space above it, where no card stands before. */
  gap?: boolean
}

/** A wish in a list: what, who, by when, and the one thing to know about it. */
export function WishCard({ wish, onOpen, named, gap }: WishCardProps) {
  const now = new Date()
  const { wishId, title, byName, submittedAt, thumbUrl, thanks } = wish
  return (
    <Card onPress={() => onOpen(wishId)} gap={gap}>
      {named && (
        <View className="feed__meta">
          <Kind icon="heart" tone="wish">
            {WISH_CARD.kind}
          </Kind>
          <View className="feed__when">{dayInWords(submittedAt, now)}</View>
        </View>
      )}
      <View className="feed__row">
        <View className="feed__body">
          <View className="feed__title wish__title">{title}</View>
          <View className="feed__text">
            {byName}
            <Text className="aside-inline">{wantedAside(wish, now)}</Text>
          </View>
          {!thanks && <Line wish={wish} now={now} />}
        </View>
        {thumbUrl && (
          <View className="feed__photo photo photo--thumb">
            <Image
              className="photo__img"
              mode="aspectFill"
              lazyLoad
              src={absolute(thumbUrl)}
              {...aria({ hidden: true })}
            />
          </View>
        )}
      </View>
      {thanks && (
        <Note icon="thanks" gap>
          <View>{WISH_CARD.thanks(thanks)}</View>
          <View>{WISH_CARD.thanksBy(byName, dayInWords(wish.changedAt, now))}</View>
        </Note>
      )}
    </Card>
  )
}

function Line({ wish, now }: { wish: WishItem; now: Date }) {
  const { icon, tone, words } = wishLine(wish, now)
  return (
    <State icon={icon} tone={tone} gap>
      {words}
    </State>
  )
}

/** · 11月30日前. What came true has no such day any more. */
function wantedAside({ wantedBy, whenSuits, state }: WishItem, now: Date): string {
  if (!waitsForHelp(state) && !isBeingHelped(state)) return ''
  const words = wantedBy ? WISH_CARD.by(dayInWords(startOfDay(wantedBy), now)) : whenSuits
  return words ? ` · ${words}` : ''
}
