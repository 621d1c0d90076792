import { dateInWords, startOfDay } from '#core/calendar'
import { CLOSING_HOUR } from '#core/votes'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { DAYS } from '../../../../draft-words'
import type { VoteForm } from '../../useVoteDraft'
import { closingDays, daysOf, noticeDays, openingDays } from '../../vote-days'
import { DayRow } from '../DayRow'

const inWords = (day: string) => dateInWords(startOfDay(day))

/** When one votes: after the days of notice, until the evening of the last day. */
export function DaysStep({ form: { start, draft, settled, change, errorAt } }: { form: VoteForm }) {
  if (!settled) return null
  const { place, electorate, earliest } = settled
  const { opensOn, closesOn } = daysOf(draft, earliest)
  const notice = noticeDays({ communityId: start.communityId, place, electorate })
  return (
    <>
      <Note>
        {DAYS.notice(notice, inWords(earliest))}
        {DAYS.hour(CLOSING_HOUR)}
      </Note>
      <Card flush gap>
        <DayRow
          title={DAYS.opens}
          words={DAYS.opensWords(inWords(opensOn))}
          value={opensOn}
          days={(count) => openingDays(earliest, count, new Date())}
          error={errorAt('opensOn')}
          // The end goes along: as many days later as is proposed.
          onChange={(day) => change({ opensOn: day, closesOn: undefined })}
        />
        <DayRow
          title={DAYS.closes}
          words={DAYS.closesWords(inWords(closesOn), CLOSING_HOUR)}
          value={closesOn}
          days={(count) => closingDays(opensOn, count)}
          error={errorAt('closesOn')}
          onChange={(day) => change({ opensOn, closesOn: day })}
        />
      </Card>
    </>
  )
}
