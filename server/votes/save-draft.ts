import {
  bindingOf,
  closesAtOf,
  conveningOffice,
  decideChange,
  decideConvene,
  DECISION_OPTIONS,
  decideUnanimous,
  isDecision,
  isPossibleSpan,
  isTooFarAhead,
  isUnanimous,
  opensAtOf,
  subjectOf,
  type BylawInForce,
  type JurisdictionProfile,
  type TellerCandidate,
  type VoteDraft,
  type VoteRule,
  type VoteView,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { record } from '#server/audit/index'
import { enforceConsent } from '#server/people/index'
import type { ActingRole, Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { enforceConvenerOfUnit } from './convener-applies'
import { asDemanded } from './demands/convening'
import { saveVoteEvent } from './events'
import { presentVote } from './present-vote'
import { findVote, lockVote, saveVote, voteOf, type VoteRow } from './repository'
import { bylawColumns, bylawForDraft } from './silence'
import { chooseTellers, namesOf, saveTellers } from './tellers'
import { votePlaceOf, type PlaceToVote } from './vote-place'
import { findVoteUnit, type VoteUnit } from './vote-units'
import type { VoteParts } from './parts'

/** How a vote that an action item becomes is linked to it, without knowing rounds. */
export type LinkVoteToItem = (
  tx: Transaction,
  context: Context,
  made: { itemId: string; kind: 'vote'; id: string },
) => Promise<void>

/** 写草稿. Only its convener sees it until notice is given. `linkToItem` is needed where it is made of an action item. */
export function createVote(
  context: Context,
  { itemId, ...input }: VoteDraft & { itemId?: string | undefined },
  { linkToItem, ...parts }: VoteParts & { linkToItem?: LinkVoteToItem },
): Promise<VoteView> {
  return context.transact(async (tx) => {
    const vote = await draftVote(tx, context, input, parts)
    if (itemId) await linkToItem?.(tx, context, { itemId, kind: 'vote', id: vote.voteId })
    return vote
  })
}

/** The same as part of something else: of a topic, with whose text it is drafted. */
export async function draftVote(
  tx: Transaction,
  context: Context,
  input: VoteDraft,
  { topicId, ...parts }: VoteParts & { topicId?: string },
): Promise<VoteView> {
  const { actor, region, now } = context
  await enforceConsent(tx, actor.personId)
  const decided = await decideDraft(tx, context, input)
  const row = {
    community_id: region.regionId,
    vote_id: newId(),
    state: 'draft' as const,
    created_at: now(),
    revision: 1,
    convener_id: actor.personId,
    topic_id: topicId ?? null,
    ...columnsOf(input, { ...decided, profile: parts.jurisdictionProfile }),
  }
  await tx.insertInto('votes').values(row).execute()
  await saveItems(tx, row, input)
  if (decided.tellers.length > 0) await saveTellers(tx, row, decided.tellers, now())
  const saved = (await findVote(tx, region.regionId, row.vote_id)) as VoteRow
  await saveVoteEvent(tx, saved, {
    act: 'create',
    at: now(),
    person_id: actor.personId,
    by_name: saved.convener_name,
  })
  await recordDraft(tx, context, saved, 'vote.create')
  return presentVote(tx, context, parts.contactBox, saved)
}

/** 改草稿. Refused once notice was given: then it is taken back first. */
export async function changeVote(
  context: Context,
  voteId: string,
  { revision, ...input }: VoteDraft & { revision: number },
  parts: VoteParts,
): Promise<VoteView> {
  const { actor, region } = context
  return context.transact(async (tx) => {
    const row = await lockVote(tx, region.regionId, voteId)
    if (!row) throw new DomainError('NOT_FOUND')
    enforce(decideChange(actor, voteOf(row, { onRoll: false })))
    if (row.revision !== revision) throw new DomainError('STATE_CHANGED')
    const decided = await decideDraft(tx, context, input)
    const columns = columnsOf(input, { ...decided, profile: parts.jurisdictionProfile })
    const sameUnit = columns.applicant_unit_id === row.applicant_unit_id
    // Who proved an interest proved it in what was to become of one home.
    const changed = await saveVote(tx, row, { ...columns, ...(sameUnit ? {} : { outsider_keys: [] }) })
    await tx
      .deleteFrom('vote_items')
      .where('community_id', '=', row.community_id)
      .where('vote_id', '=', voteId)
      .execute()
    await saveItems(tx, row, input)
    if (row.paper_tellers !== null || decided.tellers.length > 0)
      await saveTellers(tx, row, decided.tellers, context.now())
    await recordDraft(tx, context, changed, 'vote.change')
    return presentVote(tx, context, parts.contactBox, changed)
  })
}

interface Decided {
  place: PlaceToVote
  office: ActingRole
  rules: VoteRule[]
  /** Which home is to become a business; null: that isn't what it is about. */
  applicant: VoteUnit | null
  tellers: TellerCandidate[]
  /** By which silence counts; null: it does not. */
  bylaw: BylawInForce | null
}

/** Who convenes whom about what: the rule of every item follows from what is to be decided. */
async function decideDraft(tx: Transaction, context: Context, input: VoteDraft): Promise<Decided> {
  const { regionId } = context.region
  const place = await asDemanded(tx, regionId, await votePlaceOf(tx, context, input.placeId), input)
  enforce(decideConvene(context.actor, place, input.electorate))
  const office = conveningOffice(context.actor.roles, place, input.electorate) as ActingRole
  const rules = input.items.map((item, index) => ruleOfItem(input, item, index))
  enforce(decideUnanimous(rules, place.kind))
  if (!isPossibleSpan(input.opensOn, input.closesOn)) throw new DomainError('VOTE_DAYS_WRONG', 'closesOn')
  if (isTooFarAhead(input.opensOn, context.now())) throw new DomainError('VOTE_DAYS_WRONG', 'opensOn')
  const tellers = await chooseTellers(tx, input.tellerIds ?? [], {
    placeIds: place.jurisdiction,
    convenerId: context.actor.personId,
    now: context.now(),
  })
  const bylaw = await bylawForDraft(tx, input.countsSilence, rules, {
    communityId: context.region.regionId,
    jurisdiction: place.jurisdiction,
  })
  const applicant = await applicantOf(tx, context, input, { place, rules })
  return { place, office, rules, tellers, bylaw, applicant }
}

/** 要改用途的那一套: a dwelling of the building, and not the convener’s. Throws VOTE_APPLICANT_WRONG. */
async function applicantOf(
  tx: Transaction,
  context: Context,
  { applicantUnitId }: VoteDraft,
  { place, rules }: Pick<Decided, 'place' | 'rules'>,
): Promise<VoteUnit | null> {
  if (!isUnanimous(rules)) return null
  const scope = { communityId: context.region.regionId, placeId: place.placeId, now: context.now() }
  const unit = applicantUnitId === undefined ? undefined : await findVoteUnit(tx, scope, applicantUnitId)
  if (!unit) throw new DomainError('VOTE_APPLICANT_WRONG', 'applicantUnitId')
  await enforceConvenerOfUnit(tx, context, unit.unitId)
  return unit
}

function ruleOfItem({ electorate }: VoteDraft, item: VoteDraft['items'][number], index: number): VoteRule {
  const subject = subjectOf(item.subject)
  const field = `items.${index}.subject`
  if (subject.refused === 'election') throw new DomainError('VOTE_STATUTORY_ELECTION', field)
  if (subject.refused === 'secret') throw new DomainError('VOTE_SECRET_LATER', field)
  if (subject.electorate !== electorate) throw new DomainError('VOTE_SUBJECT_WRONG', field)
  const options = new Set(item.options)
  const choosable = isDecision(subject.rule)
    ? item.options.length === 0 && item.maxChoices === undefined
    : options.size >= 2 && options.size === item.options.length && (item.maxChoices ?? 1) <= options.size
  if (!choosable) throw new DomainError('VOTE_OPTIONS_WRONG', `items.${index}.options`)
  return subject.rule
}

function columnsOf(
  input: VoteDraft,
  { place, office, rules, applicant, tellers, bylaw, profile }: Decided & { profile: JurisdictionProfile },
) {
  return {
    place_id: place.placeId,
    place_name: place.name,
    place_kind: place.kind,
    jurisdiction: place.jurisdiction,
    has_committee: place.hasCommittee,
    electorate: input.electorate,
    title: input.title,
    text: input.text,
    rules,
    binding: bindingOf(rules, office.role, profile),
    disclosure: input.disclosure,
    parking_counts: input.parkingCounts,
    principals_per_proxy: input.principalsPerProxy,
    vacant_home_ids: input.electorate === 'homes' ? [...new Set(input.vacantHomeIds)] : [],
    expected_area_centi_m2: input.electorate === 'owners' ? (input.expectedAreaCentiM2 ?? null) : null,
    applicant_unit_id: applicant?.unitId ?? null,
    applicant_unit_name: applicant?.name ?? null,
    paper_tellers: namesOf(tellers),
    demand_id: input.demandId ?? null,
    ...bylawColumns(bylaw),
    convener_role: office.role,
    convener_name: signedAs(office),
    opens_at: opensAtOf(input.opensOn),
    closes_at: closesAtOf(input.closesOn),
  }
}

async function saveItems(
  tx: Transaction,
  { community_id, vote_id }: Pick<VoteRow, 'community_id' | 'vote_id'>,
  { items }: VoteDraft,
): Promise<void> {
  await tx
    .insertInto('vote_items')
    .values(
      items.map((item, position) => {
        const { rule } = subjectOf(item.subject)
        return {
          community_id,
          vote_id,
          item_id: `i${position + 1}`,
          position,
          subject: item.subject,
          title: item.title,
          rule,
          options: isDecision(rule) ? [...DECISION_OPTIONS] : item.options,
          max_choices: item.maxChoices ?? null,
        }
      }),
    )
    .execute()
}

function recordDraft(
  tx: Transaction,
  { actor, region, now }: Context,
  row: VoteRow,
  act: 'vote.create' | 'vote.change',
): Promise<void> {
  return record(tx, {
    regionId: region.regionId,
    at: now(),
    personId: actor.personId,
    role: row.convener_role,
    act,
    subject: { kind: 'vote', id: row.vote_id },
  })
}
