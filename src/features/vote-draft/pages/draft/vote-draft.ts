import { z } from 'zod/mini'
import {
  decideUnanimous,
  isDecision,
  isUnanimous,
  maySilenceCount,
  PRINCIPALS_PER_PROXY,
  subjectOf,
  subjectsFor,
  VOTE_SUBJECTS,
  votePlaceView,
  voteUnitView,
  type DemandView,
  type BylawInForce,
  type Disclosure,
  type Electorate,
  type VotePlaceView,
  type VoteSubjectCode,
  type VoteUnitView,
  type VoteView,
} from '#core/votes'
import { areaToEnter } from './area-entry'
import type { OfItem } from '@/parts/items'
import type { DraftStart, TopicToVote } from './draft-start'

/** One screen, one question. */
export const DRAFT_STEPS = ['where', 'what', 'text', 'settings', 'days', 'review'] as const
export type DraftStep = (typeof DRAFT_STEPS)[number]

/** Something to be decided, while it is written. */
export interface WrittenItem {
  subject?: VoteSubjectCode | undefined
  title: string
  /** Of a poll. */
  options: string[]
  /** How many one may choose; 1: exactly one. */
  maxChoices: number
}

/** A home in which nobody lives; its name is unknown when it was chosen at another time. */
export interface VacantHome {
  id: string
  name: string
}

/** A vote while it is written. What is left out is proposed. */
export interface Written {
  step: DraftStep
  /** All of it was looked at once: from every other screen it is one step to there. */
  reviewed: boolean
  placeId?: string | undefined
  /** A place inside one of one's own, as the server described it. */
  inside?: VotePlaceView | undefined
  electorate?: Electorate | undefined
  items: WrittenItem[]
  title: string
  text: string
  disclosure: Disclosure
  parkingCounts: boolean
  /** 没交票的也算, by the bylaws in force there. */
  countsSilence: boolean
  principalsPerProxy: number
  /** As it was typed. */
  area: string
  vacant: VacantHome[]
  /** Where a home is to become a business: which. */
  applicant?: VoteUnitView | undefined
  /** Ballots on paper too, counted by these: the last in reserve. */
  paper: boolean
  tellerIds: string[]
  opensOn?: string | undefined
  closesOn?: string | undefined
}

export const EMPTY_ITEM: WrittenItem = { title: '', options: ['', ''], maxChoices: 1 }

const EMPTY: Written = {
  step: 'where',
  reviewed: false,
  items: [EMPTY_ITEM],
  title: '',
  text: '',
  disclosure: 'totals',
  parkingCounts: false,
  countsSilence: false,
  principalsPerProxy: PRINCIPALS_PER_PROXY,
  area: '',
  vacant: [],
  paper: false,
  tellerIds: [],
}

/** What the form begins with: nothing, or the draft that is to be changed. */
export function beginning({ vote, demand, topic, places, ofItem }: DraftStart): Written {
  if (demand) return { ...EMPTY, ...demandedIn(demand) }
  if (topic) return { ...EMPTY, ...discussedIn(topic, places) }
  if (ofItem) return { ...EMPTY, ...promisedIn(ofItem) }
  if (!vote?.draft) return EMPTY
  const { opensOn, closesOn, vacantHomeIds, expectedAreaCentiM2, tellerIds } = vote.draft
  return {
    // Everything is there: one looks at it, and goes to what is to be changed.
    step: 'review',
    reviewed: true,
    placeId: vote.placeId,
    electorate: vote.electorate,
    items: vote.items.map(itemOf),
    title: vote.title,
    text: vote.text,
    disclosure: vote.disclosure,
    parkingCounts: vote.parkingCounts,
    countsSilence: vote.silence !== null,
    principalsPerProxy: vote.principalsPerProxy,
    area: expectedAreaCentiM2 === null ? '' : areaToEnter(expectedAreaCentiM2),
    vacant: vacantHomeIds.map((id) => ({ id, name: '' })),
    ...(vote.applicantUnit ? { applicant: vote.applicantUnit } : {}),
    paper: tellerIds.length > 0,
    tellerIds,
    opensOn,
    closesOn,
  }
}

const demandedIn = ({ placeId, title, text }: DemandView): Partial<Written> => ({
  placeId,
  electorate: 'owners',
  title,
  text,
  items: [{ ...EMPTY_ITEM, title }],
})

const promisedIn = ({ title, promise }: OfItem): Partial<Written> => ({
  title,
  text: promise,
  items: [{ ...EMPTY_ITEM, title }],
})

/** At the place of the round, where one convenes there; to whom it is put is still to be said. */
const discussedIn = (
  { placeId, title, outcomeText }: TopicToVote,
  places: DraftStart['places'],
): Partial<Written> => ({
  ...(places.some((place) => place.placeId === placeId) ? { placeId } : {}),
  title,
  text: outcomeText ?? '',
  items: [{ ...EMPTY_ITEM, title }],
})

function itemOf({ subject, title, rule, options, maxChoices }: VoteView['items'][number]): WrittenItem {
  return {
    subject,
    title,
    options: isDecision(rule) ? EMPTY_ITEM.options : [...options],
    maxChoices: maxChoices ?? 1,
  }
}

/** Several people may share a phone; a draft that was changed elsewhere begins anew with what it says there. */
export const draftKey = ({ personId, communityId, vote, demand, topic, ofItem }: DraftStart): string =>
  [
    'vote',
    personId,
    communityId,
    ...(vote ? [vote.voteId, vote.revision] : []),
    ...(demand ? [demand.demandId] : []),
    ...(topic ? [topic.topicId] : []),
    ...(ofItem ? [ofItem.itemId] : []),
  ].join('.')

const keptDraft = z.object({
  step: z.enum(DRAFT_STEPS),
  reviewed: z.boolean(),
  placeId: z.optional(z.string()),
  inside: z.optional(votePlaceView),
  electorate: z.optional(z.enum(['homes', 'owners', 'residents'])),
  items: z
    .array(
      z.object({
        subject: z.optional(z.enum(Object.keys(VOTE_SUBJECTS) as [VoteSubjectCode, ...VoteSubjectCode[]])),
        title: z.string(),
        options: z.array(z.string()),
        maxChoices: z.number(),
      }),
    )
    .check(z.minLength(1)),
  title: z.string(),
  text: z.string(),
  disclosure: z.enum(['totals', 'by_unit']),
  parkingCounts: z.boolean(),
  countsSilence: z._default(z.boolean(), false),
  principalsPerProxy: z._default(z.number(), PRINCIPALS_PER_PROXY),
  area: z.string(),
  vacant: z.array(z.object({ id: z.string(), name: z.string() })),
  applicant: z.optional(voteUnitView),
  paper: z._default(z.boolean(), false),
  tellerIds: z._default(z.array(z.string()), []),
  opensOn: z.optional(z.string()),
  closesOn: z.optional(z.string()),
})

/** What was kept on this phone, if it is still understood. */
export function restoreDraft(kept: unknown): Written | undefined {
  const parsed = keptDraft.safeParse(kept)
  return parsed.success ? parsed.data : undefined
}

/** Where it is held: what was chosen, else the only place there is. */
export function placeIn({ places }: DraftStart, { placeId, inside }: Written): VotePlaceView | undefined {
  const all = inside ? [...places, inside] : places
  return all.find((one) => one.placeId === placeId) ?? (places.length === 1 ? places[0] : undefined)
}

/** Who decides: whom one has chosen, else the only ones whom one may ask there. */
export function electorateIn(
  place: VotePlaceView | undefined,
  { electorate }: Written,
): Electorate | undefined {
  if (!place) return undefined
  const { electorates } = place
  if (electorate && electorates.includes(electorate)) return electorate
  return electorates.length === 1 ? electorates[0] : undefined
}

/** What these may be asked at such a place, and what has to go elsewhere. */
export function subjectsToChoose(electorate: Electorate, kind: VotePlaceView['kind'] = 'building') {
  const all = subjectsFor(electorate)
  const isPossible = ({ refused, rule }: (typeof all)[number]) =>
    refused === undefined && decideUnanimous([rule], kind).allowed
  return { here: all.filter(isPossible), elsewhere: all.filter((one) => !isPossible(one)) }
}

/** The subject of an item, if these may be asked about it; where there is but one, that. */
export function subjectIn({ subject }: WrittenItem, electorate: Electorate): VoteSubjectCode | undefined {
  const { here } = subjectsToChoose(electorate)
  if (here.some(({ code }) => code === subject)) return subject
  return here.length === 1 ? here[0]?.code : undefined
}

/** Whether a home is to become a business: who decides about that decides about nothing else with it. */
export function asksUnanimity({ items }: Written, electorate: Electorate | undefined): boolean {
  return electorate !== undefined && isUnanimous(rulesOf(items, electorate))
}

/** The bylaws by which silence may count, where they are in force and all that is asked may be decided so; null: it may not. */
export function bylawFor(
  { items }: Pick<Written, 'items'>,
  place: VotePlaceView | undefined,
  electorate: Electorate | undefined,
): BylawInForce | null {
  if (!place?.bylaw || electorate !== 'owners') return null
  return maySilenceCount(rulesOf(items, electorate)) ? place.bylaw : null
}

/** The rules of what is chosen so far. */
export function rulesOf(items: readonly WrittenItem[], electorate: Electorate) {
  return items.flatMap((item) => {
    const code = subjectIn(item, electorate)
    return code ? [subjectOf(code).rule] : []
  })
}

/** Whether one writes what there is to choose. */
export function isPoll(code: VoteSubjectCode): boolean {
  return !isDecision(subjectOf(code).rule)
}

/** The options that are written, without empty ones. */
export function optionsIn({ options }: WrittenItem): string[] {
  return options.map((one) => one.trim()).filter(Boolean)
}
