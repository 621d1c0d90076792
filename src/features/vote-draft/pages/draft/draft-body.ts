import { bindingOf, type Electorate, type VoteDraft, type VotePlaceView } from '#core/votes'
import { areaEntered } from './area-entry'
import {
  asksUnanimity,
  bylawFor,
  isPoll,
  optionsIn,
  rulesOf,
  subjectIn,
  type Written,
  type WrittenItem,
} from './vote-draft'
import { daysOf } from './vote-days'

/** A draft of which place, electorate and days are settled. */
export interface Settled {
  place: VotePlaceView
  electorate: Electorate
  earliest: string
}

/** The request that saves the draft. What belongs to other electorates stays behind. */
export function bodyOf(draft: Written, { place, electorate, earliest }: Settled): VoteDraft {
  const area = electorate === 'owners' ? areaEntered(draft.area) : undefined
  return {
    placeId: place.placeId,
    electorate,
    title: draft.title.trim(),
    text: draft.text.trim(),
    items: draft.items.flatMap((item) => itemBody(item, electorate)),
    disclosure: draft.disclosure,
    principalsPerProxy: draft.principalsPerProxy,
    countsSilence: draft.countsSilence && bylawFor(draft, place, electorate) !== null,
    parkingCounts: electorate === 'owners' && draft.parkingCounts,
    ...daysOf(draft, earliest),
    vacantHomeIds: electorate === 'homes' ? draft.vacant.map(({ id }) => id) : [],
    ...(draft.paper ? { tellerIds: draft.tellerIds } : {}),
    ...(area === undefined ? {} : { expectedAreaCentiM2: area }),
    ...(draft.applicant && asksUnanimity(draft, electorate)
      ? { applicantUnitId: draft.applicant.unitId }
      : {}),
  }
}

function itemBody(item: WrittenItem, electorate: Electorate): VoteDraft['items'] {
  const subject = subjectIn(item, electorate)
  if (!subject) return []
  const options = isPoll(subject) ? optionsIn(item) : []
  const most = Math.min(item.maxChoices, options.length)
  return [{ subject, title: item.title.trim(), options, ...(most > 1 ? { maxChoices: most } : {}) }]
}

/** What the result will be worth: the server has said what owners' results are when this person convenes there. */
export function bindingIn({ items }: Written, { place, electorate }: Settled) {
  return bindingOf(rulesOf(items, electorate), 'owners_committee', place.ownersBinding)
}
