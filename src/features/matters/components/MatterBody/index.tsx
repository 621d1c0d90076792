import { Text, View } from '@tarojs/components'
import { dateInWords, dayInWords } from '#core/calendar'
import { factsOf, serviceOf, type MatterView } from '#core/matters'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { Note } from '@/components/Note'
import { ReportLink } from '@/parts/threads'
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

/** The reporter's own words, for who may read them, and what neighbours see of them. */
export function MatterText({ matter }: Pick<PartProps, 'matter'>) {
  const note = matter.wordsState && matter.visibility === 'public' && WORDS_STATE_NOTES[matter.wordsState]
  return (
    <>
      {!matter.wordsShown && (
        <Note gap icon="lock">
          {DETAIL_WORDS.wordsHidden}
        </Note>
      )}
      {matter.text && (
        <View className="text--gap-l">
          <Text className="words">{matter.text}</Text>
        </View>
      )}
      {matter.complainedName && <Note gap>{DETAIL_WORDS.complained(matter.complainedName)}</Note>}
      {note && (
        <Note gap icon="eye">
          {note}
        </Note>
      )}
      <Complain matter={matter} />
    </>
  )
}

/** 举报: of words that neighbours read, and that aren't one's own or the staff's. */
function Complain({ matter }: Pick<PartProps, 'matter'>) {
  const { communityId, matterId, mine, wordsShown, visibility, wordsState, channel } = matter
  const byResident = channel === 'resident' || channel === 'door_code'
  if (mine || !wordsShown || visibility !== 'public' || wordsState === 'hidden' || !byResident) return null
  return <ReportLink communityId={communityId} target={{ kind: 'matter', id: matterId }} />
}

/** Who holds it, since when, until when, what comes next; and the way there. */
export function MatterStanding({ matter, now }: PartProps) {
  const { supportNames, askedReviewAt, reinspectAt } = matter
  return (
    <Card gap>
      <Facts now facts={factRows({ matter, now })} />
      {supportNames.length > 0 && <Note gap>{DETAIL_WORDS.supports(supportNames.join('、'))}</Note>}
      {askedReviewAt && <Note gap>{DETAIL_WORDS.askedDeferral(dateInWords(askedReviewAt))}</Note>}
      {reinspectAt && <Note gap>{DETAIL_WORDS.reinspect(dateInWords(reinspectAt))}</Note>}
      <MatterTrack matter={matter} now={now} />
    </Card>
  )
}

function whereOf({ placeName, floor, serviceCode }: MatterView): string {
  return [placeName, floor, serviceOf(serviceCode)?.name].filter(Boolean).join(' · ')
}

function reportedInWords({ matter, now }: PartProps): string {
  const { mine, submittedAt, visibility, shownAs, reporterName } = matter
  const day = dayInWords(submittedAt, now)
  if (!mine)
    return reporterName ? `${day}，${DETAIL_WORDS.byName(reporterName)}` : DETAIL_WORDS.reported(day, false)
  const seen = {
    public: DETAIL_WORDS.seenAs[shownAs],
    private: DETAIL_WORDS.onlyYou,
    restricted: DETAIL_WORDS.onlyNamed,
  }[visibility]
  return `${DETAIL_WORDS.reported(day, true)}，${seen}`
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
