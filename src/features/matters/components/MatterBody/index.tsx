import { Text, View } from '@tarojs/components'
import { dayInWords } from '#core/calendar'
import { factsOf, serviceOf, type MatterView } from '#core/matters'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { Note } from '@/components/Note'
import { MatterTrack } from '../MatterTrack'
import { StateLine } from '../StateLine'
import { DETAIL_WORDS } from '../../words'

interface PartProps {
  matter: MatterView
  now: Date
}

/** What it is and where, and where it stands. */
export function MatterHead({ matter, now }: PartProps) {
  return (
    <>
      <StateLine matter={matter} strong />
      <View className="h1 text--gap">{matter.title}</View>
      <View className="text--small text--quiet text--gap">{whereOf(matter)}</View>
      <View className="text--small text--quiet aside">{reportedInWords({ matter, now })}</View>
    </>
  )
}

/** The reporter's own words, for who may read them. */
export function MatterText({ matter }: Pick<PartProps, 'matter'>) {
  if (!matter.wordsShown) {
    return (
      <Note gap icon="lock">
        {DETAIL_WORDS.wordsHidden}
      </Note>
    )
  }
  return matter.text ? (
    <View className="text--gap-l">
      <Text className="words">{matter.text}</Text>
    </View>
  ) : null
}

/** Who holds it, since when, until when, what comes next; and the way there. */
export function MatterStanding({ matter, now }: PartProps) {
  return (
    <Card>
      <Facts now facts={factRows({ matter, now })} />
      <MatterTrack matter={matter} now={now} />
    </Card>
  )
}

/** The page of one matter, from its state down to its track. */
export function MatterBody({ matter, now }: PartProps) {
  return (
    <>
      <Card>
        <MatterHead matter={matter} now={now} />
        <MatterText matter={matter} />
      </Card>
      <MatterStanding matter={matter} now={now} />
    </>
  )
}

function whereOf({ placeName, floor, serviceCode }: MatterView): string {
  return [placeName, floor, serviceOf(serviceCode)?.name].filter(Boolean).join(' · ')
}

function reportedInWords({ matter, now }: PartProps): string {
  const { mine, submittedAt } = matter
  const reported = DETAIL_WORDS.reported(dayInWords(submittedAt, now), mine)
  return mine ? `${reported}，${DETAIL_WORDS.seen}` : reported
}

function factRows({ matter, now }: PartProps): Fact[] {
  const { where, since, until, next } = factsOf(matter, now)
  return [
    { name: DETAIL_WORDS.where, value: <Text className="text--strong">{where}</Text> },
    { name: DETAIL_WORDS.since, value: since, aside: true },
    ...(until ? [{ name: DETAIL_WORDS.until, value: until }] : []),
    { name: DETAIL_WORDS.next, value: next, aside: true },
  ]
}
