import { dateInWords, startOfDay } from '#core/calendar'
import { messageOf } from '#core/errors'
import {
  decideUnanimous,
  isPossibleSpan,
  isTooFarAhead,
  isUnanimous,
  TELLERS_NAMED,
  type Electorate,
  type VotePlaceView,
} from '#core/votes'
import { APPLICANT, DAYS, SETTINGS, TEXT, WHAT, WHERE } from '../../draft-words'
import { TELLERS } from '../../draft-words'
import { areaEntered } from './area-entry'
import type { DraftStart } from './draft-start'
import {
  DRAFT_STEPS,
  asksUnanimity,
  electorateIn,
  isPoll,
  optionsIn,
  placeIn,
  rulesOf,
  subjectIn,
  type DraftStep,
  type Written,
  type WrittenItem,
} from './vote-draft'
import { daysOf, earliestDay } from './vote-days'

/** What is wrong, by the field of the request that it is about. */
export type Faults = Record<string, string>

type Check = (start: DraftStart, draft: Written, now: Date) => Faults

const fault = (wrong: boolean, field: string, words: string): Faults => (wrong ? { [field]: words } : {})

const CHECKS: Record<DraftStep, Check> = {
  where: (start, draft) => {
    const place = placeIn(start, draft)
    if (!place) return { placeId: WHERE.placeMissing }
    return fault(!electorateIn(place, draft), 'electorate', WHERE.whoMissing)
  },
  what: (start, draft) => {
    const place = placeIn(start, draft)
    const electorate = electorateIn(place, draft)
    if (!place || !electorate) return {}
    const found = draft.items.map((item, index) =>
      faultsOfItem(item, `items.${index}`, subjectIn(item, electorate)),
    )
    return Object.assign({}, faultsOfUnanimity(place, electorate, draft), ...found) as Faults
  },
  text: (_, { title, text }) => ({
    ...fault(!title.trim(), 'title', TEXT.titleMissing),
    ...fault(!text.trim(), 'text', TEXT.textMissing),
  }),
  settings: (start, draft) => {
    const byArea = electorateIn(placeIn(start, draft), draft) === 'owners'
    const unreadable = draft.area.trim() !== '' && areaEntered(draft.area) === undefined
    return {
      ...fault(byArea && unreadable, 'expectedAreaCentiM2', SETTINGS.areaWrong),
      ...fault(draft.paper && draft.tellerIds.length !== TELLERS_NAMED, 'tellerIds', TELLERS.missing),
    }
  },
  days: faultsOfDays,
  review: () => ({}),
}

/** A home becomes a business at one building, alone, and one knows which. */
function faultsOfUnanimity(place: VotePlaceView, electorate: Electorate, draft: Written): Faults {
  if (!asksUnanimity(draft, electorate)) return {}
  const at = draft.items.findIndex((item) => isUnanimous(rulesOf([item], electorate)))
  const decision = decideUnanimous(rulesOf(draft.items, electorate), place.kind)
  if (!decision.allowed) return { [`items.${at}.subject`]: messageOf(decision.code) }
  return fault(!draft.applicant, 'applicantUnitId', APPLICANT.missing)
}

function faultsOfItem(item: WrittenItem, at: string, subject: ReturnType<typeof subjectIn>): Faults {
  if (!subject) return { [`${at}.subject`]: WHAT.subjectMissing }
  return {
    ...fault(!item.title.trim(), `${at}.title`, WHAT.questionMissing),
    ...(isPoll(subject) ? faultsOfOptions(optionsIn(item), `${at}.options`) : {}),
  }
}

function faultsOfOptions(options: readonly string[], field: string): Faults {
  if (options.length < 2) return { [field]: WHAT.optionsMissing }
  return fault(new Set(options).size < options.length, field, WHAT.optionsAlike)
}

function faultsOfDays(start: DraftStart, draft: Written, now: Date): Faults {
  const place = placeIn(start, draft)
  const electorate = electorateIn(place, draft)
  if (!place || !electorate) return {}
  const earliest = earliestDay({ communityId: start.communityId, place, electorate }, now)
  const { opensOn, closesOn } = daysOf(draft, earliest)
  if (opensOn < earliest) return { opensOn: DAYS.opensTooSoon(dateInWords(startOfDay(earliest))) }
  if (isTooFarAhead(opensOn, now)) return { opensOn: DAYS.opensTooFar }
  return fault(!isPossibleSpan(opensOn, closesOn), 'closesOn', DAYS.closesWrong)
}

/** What is wrong or missing on one screen. */
export function faultsAt(step: DraftStep, start: DraftStart, draft: Written, now: Date): Faults {
  return CHECKS[step](start, draft, now)
}

/** The first screen on which something is wrong or missing. */
export function firstFaulty(start: DraftStart, draft: Written, now: Date): DraftStep | undefined {
  return DRAFT_STEPS.find((step) => Object.keys(faultsAt(step, start, draft, now)).length > 0)
}

const FIELDS: readonly [DraftStep, RegExp][] = [
  ['where', /^(placeId|electorate)$/],
  ['what', /^(items|applicantUnitId)\b/],
  ['text', /^(title|text)$/],
  [
    'settings',
    /^(disclosure|principalsPerProxy|parkingCounts|countsSilence|vacantHomeIds|expectedAreaCentiM2|tellerIds)\b/,
  ],
  ['days', /^(opensOn|closesOn)$/],
]

/** The screen that has the field the server's answer is about. */
export function stepOfField(field: string): DraftStep | undefined {
  return FIELDS.find(([, pattern]) => pattern.test(field))?.[0]
}
