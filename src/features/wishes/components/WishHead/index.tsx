import { Text, View } from '@tarojs/components'
import { dateInWords, startOfDay } from '#core/calendar'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { wishKindName, type WishView } from '#core/wishes'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { Kind } from '@/components/Kind'
import { Note } from '@/components/Note'
import { PhotoStrip } from '@/parts/photos'
import { ReportLink } from '@/parts/threads'
import { DETAIL_WORDS } from '../../words'

interface PartProps {
  wish: WishView
}

/** What is wished for: in the author's words, for whom, by when, where; and what neighbours see of it. */
export function WishHead({ wish }: PartProps) {
  const { kind, scopeName, title, text, photos, mine, declinedReason, wordsState, communityId, wishId } = wish
  const note = wordsState && WORDS_STATE_NOTES[wordsState]
  const pictures = photos.filter(({ moment }) => moment !== 'after')
  return (
    <Card>
      <View className="feed__meta">
        <Kind icon="heart" tone="wish">
          {DETAIL_WORDS.kind(wishKindName(kind))}
        </Kind>
        <View className="feed__when">{DETAIL_WORDS.seenBy(scopeName)}</View>
      </View>
      <View className="h1 wish__title">{title}</View>
      {text && (
        <View className="text--gap">
          <Text className="words">{text}</Text>
        </View>
      )}
      <View className="rule" />
      <Facts facts={factsOf(wish)} />
      {pictures.length > 0 && (
        <View className="text--gap-l">
          <PhotoStrip photos={pictures} name={DETAIL_WORDS.photos} />
        </View>
      )}
      {declinedReason && (
        <Note gap icon="info">
          {DETAIL_WORDS.declined(declinedReason)}
        </Note>
      )}
      {note && (
        <Note gap icon="eye">
          {note}
        </Note>
      )}
      {!mine && wordsState !== 'hidden' && (
        <ReportLink communityId={communityId} target={{ kind: 'wish', id: wishId }} />
      )}
    </Card>
  )
}

function factsOf(wish: WishView): Fact[] {
  const { wantedBy, whenSuits, where } = wish
  const by = wantedBy ? DETAIL_WORDS.by(dateInWords(startOfDay(wantedBy))) : undefined
  const when = [by, whenSuits].filter(Boolean).join('，')
  return [
    { name: DETAIL_WORDS.who, value: forWhom(wish) },
    { name: DETAIL_WORDS.when, value: when || DETAIL_WORDS.noHurry },
    ...(where ? [{ name: DETAIL_WORDS.where, value: where, aside: true }] : []),
  ]
}

/** 给谁: nothing about the person but what they are called (domain.md 4). */
function forWhom({ mine, forOther, byName, placeName, shownAs, consent }: WishView): string {
  if (forOther)
    return mine && consent?.name ? DETAIL_WORDS.otherMine(consent.name) : DETAIL_WORDS.other(byName)
  if (mine) return DETAIL_WORDS.meSeen(byName)
  // Who isn't named is named by their building already.
  return shownAs === 'nickname' ? DETAIL_WORDS.selfAt(byName, placeName) : DETAIL_WORDS.self(byName)
}
