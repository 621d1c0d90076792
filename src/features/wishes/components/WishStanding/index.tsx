import { Text, View } from '@tarojs/components'
import { dateInWords, momentInWords } from '#core/calendar'
import {
  comingWishSteps,
  waitsForHelp,
  wishEntryInWords,
  wishNextInWords,
  wishStateInWords,
  wishUntilInWords,
  type WishState,
  type WishView,
} from '#core/wishes'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Track, type TrackStep } from '@/components/Track'
import { redirect } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { DETAIL_WORDS, MERGED_WORDS } from '../../words'

interface PartProps {
  wish: WishView
}

/** Where it stands, since when, until when, what comes next; and the way there. */
export function WishStanding({ wish }: PartProps) {
  const { mine, offered, offersWaiting, mergedInto } = wish
  return (
    <Card gap>
      <Facts now facts={standingOf(wish)} />
      {offered && (
        <Note gap icon="hand">
          {DETAIL_WORDS.offered}
        </Note>
      )}
      {!mine && !offered && offersWaiting > 0 && (
        <Note gap icon="hand">
          {DETAIL_WORDS.offersWait(offersWaiting)}
        </Note>
      )}
      {mergedInto && !wish.chain && <MergedRow wish={wish} into={mergedInto} />}
      <WishTrack wish={wish} />
    </Card>
  )
}

function MergedRow({ wish, into }: PartProps & { into: NonNullable<WishView['mergedInto']> }) {
  const { communityId } = wish
  const open = {
    wish: () => redirect(ROUTES.wish, { communityId, wishId: into.id }),
    matter: () => redirect(ROUTES.matter, { communityId, matterId: into.id }),
    topic: () => redirect(ROUTES.topic, { communityId, topicId: into.id }),
  }
  return <Item icon="list" title={MERGED_WORDS[into.kind]} text={MERGED_WORDS.go} onPress={open[into.kind]} />
}

function standingOf(wish: WishView): Fact[] {
  const progress = { ...wish, offers: wish.offersWaiting }
  const until = wishUntilInWords(progress)
  const next = wishNextInWords(progress)
  return [
    { name: DETAIL_WORDS.now, value: <Text className="text--strong">{wishStateInWords(wish)}</Text> },
    { name: DETAIL_WORDS.since, value: dateInWords(sinceOf(wish)), aside: true },
    ...(until ? [{ name: DETAIL_WORDS.until, value: until }] : []),
    ...(next ? [{ name: DETAIL_WORDS.next, value: next }] : []),
  ]
}

/** When the present step began. */
function sinceOf({ state, publishedAt, claimedAt, deliveredAt, submittedAt, changedAt }: WishView): string {
  const began: Partial<Record<WishState, string | null>> = {
    submitted: submittedAt,
    published: publishedAt,
    claimed: claimedAt,
    delivered: deliveredAt,
  }
  return began[state] ?? changedAt
}

/** 进展: what happened, where it is, what comes. */
function WishTrack({ wish }: PartProps) {
  const now = new Date()
  return <Track steps={[...wish.timeline.map((entry) => doneStep(entry, now)), ...stepsToCome(wish)]} />
}

function doneStep(entry: WishView['timeline'][number], now: Date): TrackStep {
  return {
    id: String(entry.seq),
    title: wishEntryInWords(entry),
    meta: (
      <>
        <View>{momentInWords(entry.at, now)}</View>
        {entry.note && <View className="track__note">{entry.note}</View>}
      </>
    ),
    state: 'done',
  }
}

/** The first of them is where the wish is now. */
function stepsToCome({ state, seconds }: WishView): TrackStep[] {
  return comingWishSteps(state).map((title, index) => ({
    id: `coming-${index}`,
    title,
    ...(index === 0 && waitsForHelp(state) && seconds > 0 ? { meta: DETAIL_WORDS.alsoWant(seconds) } : {}),
    state: index === 0 ? 'now' : 'next',
  }))
}
