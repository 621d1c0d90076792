import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dateInWords, startOfDay } from '#core/calendar'
import {
  areaInWords,
  bindingInWords,
  CLOSING_HOUR,
  DISCLOSURE_LABELS,
  ELECTORATE_LABELS,
  ruleInWords,
  silenceInWords,
  subjectOf,
  type Electorate,
} from '#core/votes'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { Note } from '@/components/Note'
import { Press } from '@/components/Press'
import { APPLICANT, DAYS, DRAFT, REVIEW, SETTINGS, WHAT } from '../../../../draft-words'
import { TELLERS } from '../../../../draft-words'
import { areaEntered } from '../../area-entry'
import { bindingIn, type Settled } from '../../draft-body'
import type { VoteForm } from '../../useVoteDraft'
import {
  asksUnanimity,
  bylawFor,
  isPoll,
  optionsIn,
  subjectIn,
  type DraftStep,
  type Written,
  type WrittenItem,
} from '../../vote-draft'
import { daysOf } from '../../vote-days'
import { vacantInWords } from '../VacantHomes'

const inWords = (day: string) => dateInWords(startOfDay(day))

/** All of it once more, as everybody will read it; each part leads back to its question. */
export function ReviewStep({ form: { draft, settled, goTo } }: { form: VoteForm }) {
  if (!settled) return null
  const { place, electorate, earliest } = settled
  const { opensOn, closesOn } = daysOf(draft, earliest)
  const days = [
    { name: REVIEW.opens, value: DAYS.opensWords(inWords(opensOn)) },
    { name: REVIEW.closes, value: DAYS.closesWords(inWords(closesOn), CLOSING_HOUR) },
  ]
  const where = [
    { name: REVIEW.place, value: place.name },
    { name: REVIEW.who, value: ELECTORATE_LABELS[electorate] },
  ]
  return (
    <>
      <Note icon="info">{bindingInWords(bindingIn(draft, settled), electorate)}</Note>
      <Part step="where" onChange={goTo}>
        <Facts facts={where} />
      </Part>
      <Part step="what" onChange={goTo}>
        {draft.items.map((item, index) => (
          <Decided key={index} item={item} electorate={electorate} {...numberOf(draft, index)} />
        ))}
        {draft.applicant && asksUnanimity(draft, electorate) && (
          <Facts facts={[{ name: APPLICANT.title, value: draft.applicant.name }]} />
        )}
      </Part>
      <Part step="text" onChange={goTo}>
        <View className="text--strong">{draft.title}</View>
        <View className="text text--lines text--gap">{draft.text}</View>
      </Part>
      <Part step="settings" onChange={goTo}>
        <View>{settingsInWords(draft, settled).join('；')}</View>
      </Part>
      <Part step="days" onChange={goTo}>
        <Facts facts={days} />
      </Part>
    </>
  )
}

const numberOf = ({ items }: Written, index: number) => (items.length > 1 ? { number: index + 1 } : {})

interface PartProps {
  step: DraftStep
  onChange: (step: DraftStep) => void
  children: ReactNode
}

function Part({ step, onChange, children }: PartProps) {
  return (
    <Card gap>
      <View className="card__head">
        <View className="card__title">{DRAFT.steps[step]}</View>
        <Press className="link" label={REVIEW.changeLabel(DRAFT.steps[step])} onPress={() => onChange(step)}>
          <View>{REVIEW.change}</View>
        </Press>
      </View>
      {children}
    </Card>
  )
}

interface DecidedProps {
  item: WrittenItem
  electorate: Electorate
  number?: number
}

function Decided({ item, electorate, number }: DecidedProps) {
  const subject = subjectIn(item, electorate)
  if (!subject) return <View className="text--gap">{WHAT.subjectMissing}</View>
  const { name, rule } = subjectOf(subject)
  const options = isPoll(subject) ? optionsIn(item) : []
  const most = Math.min(item.maxChoices, options.length)
  const facts: Fact[] = [
    { name: WHAT.subject, value: name },
    { name: REVIEW.rule, value: ruleInWords(rule) },
    ...(options.length > 0 ? [{ name: REVIEW.options, value: options.join('、') }] : []),
    ...(most > 1 ? [{ name: WHAT.several, value: REVIEW.most(most) }] : []),
  ]
  return (
    <View className="text--gap">
      <View className="text--strong">
        {[number && `${WHAT.item(number)}：`, item.title].filter(Boolean).join('')}
      </View>
      <Facts facts={facts} />
    </View>
  )
}

function settingsInWords(draft: Written, settled: Settled): string[] {
  const bylaw = draft.countsSilence ? bylawFor(draft, settled.place, settled.electorate) : null
  const silence = bylaw ? [silenceInWords(bylaw)] : []
  return [...countedInWords(draft, settled), ...silence, ...(draft.paper ? [TELLERS.review] : [])]
}

function countedInWords(draft: Written, { electorate }: Settled): string[] {
  const disclosure = DISCLOSURE_LABELS[draft.disclosure]
  if (electorate === 'residents') return [disclosure]
  if (electorate === 'homes')
    return [disclosure, draft.vacant.length > 0 ? vacantInWords(draft.vacant) : SETTINGS.vacantNone]
  const area = areaEntered(draft.area)
  return [
    disclosure,
    draft.parkingCounts ? REVIEW.parkingYes : REVIEW.parkingNo,
    ...(area === undefined ? [] : [`${SETTINGS.area} ${areaInWords(area)}`]),
  ]
}
