import { sql } from 'kysely'
import { dateOf } from '#core/calendar'
import {
  certifyingRole,
  decideCast,
  decideCounting,
  decideDeliver,
  decideFileProxy,
  decideObject,
  decidePrint,
  decideReplaceTeller,
  decideSeeDeliveries,
  decideSeeEnvelopes,
  decidingCountOf,
  earliestOpening,
  hasResult,
  objectionsEndAt,
  resultDueAt,
  votePolicy,
  voteActsFor,
  type Vote,
  type VoteView,
} from '#core/votes'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { findCertifierGap } from './certifier'
import { countEnvelopes } from './envelopes'
import { listVoteEvents, type VoteEventRow } from './events'
import { settingsOf } from './frozen'
import { presentOwnVoters, type OwnVoter, type VotersMet } from './my-voters'
import { presentSilence } from './present-deliveries'
import { presentProxyNotes } from './present-proxies'
import { listProxiesMet, voterByProxy, type ProxyRow } from './proxy-repository'
import { areaOf, listVoteItems, voteOf, type VoteItemRow, type VoteRow } from './repository'
import { standingBy, standingWith, votersMetIn } from './standing'
import { listSeated, type TellerRow } from './tellers'

type Reader = Database | Transaction
type Viewing = Pick<Context, 'actor' | 'now'>

/** What a list and a page both say of a vote. */
export function presentFacts(row: VoteRow) {
  return {
    voteId: row.vote_id,
    title: row.title,
    state: row.state,
    electorate: row.electorate,
    binding: row.binding,
    placeName: row.place_name,
    noticeAt: row.notice_at?.toISOString() ?? null,
    opensAt: row.opens_at.toISOString(),
    closesAt: row.closes_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
  }
}

/**
 * A vote as its reader finds it, with the acts open to them. Seven queries at most; one more where owners nearby may be
 * concerned, three more on paper, two more where silence counts, one more of a result that waits for the secretary. `known`: with whom on the roll the reader has to do, where that was asked already.
 */
export async function presentVote(
  db: Reader,
  { actor, now }: Viewing,
  box: ContactBox,
  row: VoteRow,
  known?: VotersMet,
): Promise<VoteView> {
  const ids = [row.vote_id]
  const met = known ?? (await votersMetIn(db, actor, row))
  const { own } = met
  const seated = await listSeated(db, row)
  const tellerSeat = seated.find((teller) => teller.person_id === actor.personId)?.seat
  const proxies = row.roll_persons === null ? [] : await listProxiesMet(db, row, actor.personId, own)
  const byProxy = votersByProxy(proxies, actor.personId, own)
  const standing = await standingWith(db, actor, row, { ...standingBy(met), tellerSeat })
  const vote = voteOf(row, { ...standing, isProxy: byProxy.length > 0 })
  const items = await listVoteItems(db, row.community_id, ids)
  const asked = {
    communityId: row.community_id,
    personId: actor.personId,
    onPaper: row.paper_tellers !== null,
  }
  const events = await listVoteEvents(db, row.community_id, row.vote_id)
  const rollEnd = objectionsEndAt(vote, 'roll', now())
  const resultEnd = objectionsEndAt(vote, 'result', now())
  return {
    ...presentFacts(row),
    communityId: row.community_id,
    placeId: row.place_id,
    text: row.text,
    items: items.map((item) => presentItem(item, row)),
    disclosure: row.disclosure,
    parkingCounts: row.parking_counts,
    applicantUnit: applicantOf(row),
    principalsPerProxy: row.principals_per_proxy,
    convenerName: row.convener_name,
    mine: row.convener_id === actor.personId,
    rollObjectionsUntil: rollEnd?.toISOString() ?? null,
    resultObjectionsUntil: resultEnd?.toISOString() ?? null,
    resultDueAt: row.notice_at ? resultDueAt(row.closes_at).toISOString() : null,
    ...presentRecord(row),
    certifier: certifyingRole(vote),
    certifierGap: await findCertifierGap(db, row, now()),
    turnout: row.frozen_sha256 === null ? null : await turnoutOf(db, row),
    voters: await presentOwnVoters(db, box, asked, [...own, ...byProxy]),
    castBefore: castBefore(met, byProxy),
    proxies: presentProxyNotes(proxies, { actor, vote, own, now: now() }),
    objections: await countObjections(db, row),
    timeline: events.map((event) => presentStep(event, actor.personId)),
    voidAsked: presentVoidAsked(row),
    paper: await presentPaper(db, row, seated, actor.personId),
    silence: await presentSilence(db, row, { actor, vote, own }),
    decidedBy: decidingCountOf(settingsOf(row)),
    topic: await topicOf(db, row, actor.personId),
    draft: row.state === 'draft' ? presentDraft(row, vote, { now: now(), seated }) : null,
    may: rightsOf(actor, vote, row, now()),
    revision: row.revision,
    acts: voteActsFor(actor, vote, now()),
  }
}

/** For its convener, who goes on from there: the topic it came from, as far as neighbours may read it. */
async function topicOf(
  db: Reader,
  { community_id: communityId, topic_id: topicId, convener_id }: VoteRow,
  readerId: string,
): Promise<VoteView['topic']> {
  if (topicId === null || convener_id !== readerId) return null
  const topic = await db
    .selectFrom('topics')
    .select(['round_id', 'title'])
    .where('community_id', '=', communityId)
    .where('topic_id', '=', topicId)
    .where('words_state', '=', 'shown')
    .executeTakeFirst()
  return topic?.round_id ? { roundId: topic.round_id, topicId, title: topic.title } : null
}

/** What was frozen, as everybody may hold it against what they read, and who certified it. */
const presentRecord = (row: VoteRow) => ({
  certifiedAt: row.certified_at?.toISOString() ?? null,
  certifiedBy: row.certified_by,
  textSha256: row.text_sha256,
  noticeSha256: row.notice_sha256,
  frozenSha256: row.frozen_sha256,
  head: row.head,
  roll:
    row.roll_persons === null
      ? null
      : { persons: row.roll_persons, areaCentiM2: areaOf(row.roll_area_centi_m2) },
})

const applicantOf = (row: VoteRow): VoteView['applicantUnit'] =>
  row.applicant_unit_id === null || row.applicant_unit_name === null
    ? null
    : { unitId: row.applicant_unit_id, name: row.applicant_unit_name }

const presentStep = (event: VoteEventRow, personId: string): VoteView['timeline'][number] => ({
  seq: event.seq,
  act: event.act,
  at: event.at.toISOString(),
  byName: event.by_name,
  mine: event.person_id === personId,
  note: event.note,
})

/** For whom a ballot of theirs stands, who vote for them neither by right nor by proxy any more. */
const castBefore = ({ left }: VotersMet, byProxy: readonly OwnVoter[]): VoteView['castBefore'] =>
  left
    .filter(({ voterId }) => !byProxy.some((one) => one.voterId === voterId))
    .map(({ voterId, name }) => ({ voterId, name }))

/** For whom somebody votes by proxy: accepted, and not by right anyway. */
function votersByProxy(proxies: readonly ProxyRow[], personId: string, own: readonly OwnVoter[]): OwnVoter[] {
  return proxies
    .filter((row) => row.agent_id === personId && row.state === 'accepted' && row.counts)
    .map(voterByProxy)
    .filter(({ voterId }) => !own.some((one) => one.voterId === voterId))
}

function presentVoidAsked(row: VoteRow): VoteView['voidAsked'] {
  if (!row.void_asked_by || !row.void_ground) return null
  return { byName: row.void_asked_name ?? '', ground: row.void_ground, reason: row.void_reason ?? '' }
}

function presentItem(item: VoteItemRow, { state }: VoteRow): VoteView['items'][number] {
  return {
    itemId: item.item_id,
    subject: item.subject,
    title: item.title,
    rule: item.rule,
    options: item.options,
    maxChoices: item.max_choices,
    // Kept only once it was counted; asked again here, so that nothing is ever told before the end.
    result: hasResult(state) ? item.result : null,
  }
}

/** Who counts and how many envelopes came; of what is in them nothing but, after the close, how many were void. */
async function presentPaper(
  db: Reader,
  row: VoteRow,
  seated: readonly TellerRow[],
  personId: string,
): Promise<VoteView['paper']> {
  if (row.paper_tellers === null) return null
  const { received, left, voided } = await countEnvelopes(db, row)
  return {
    tellers: seated.map((teller) => ({
      seat: teller.seat,
      name: teller.name,
      mine: teller.person_id === personId,
    })),
    received,
    left: row.state === 'counting' ? left : null,
    voided: hasResult(row.state) ? voided : null,
  }
}

function presentDraft(
  row: VoteRow,
  vote: Vote,
  { now, seated }: { now: Date; seated: readonly TellerRow[] },
): NonNullable<VoteView['draft']> {
  return {
    opensOn: dateOf(row.opens_at),
    closesOn: dateOf(row.closes_at),
    earliestOn: earliestOpening(vote, now),
    vacantHomeIds: row.vacant_home_ids,
    expectedAreaCentiM2: row.expected_area_centi_m2 === null ? null : areaOf(row.expected_area_centi_m2),
    tellerIds: seated.map((teller) => teller.person_id),
    demandId: row.demand_id,
  }
}

function rightsOf(actor: Context['actor'], vote: Vote, row: VoteRow, now: Date): VoteView['may'] {
  return {
    cast: decideCast(actor, vote, now).allowed,
    objectRoll: decideObject(actor, vote, 'roll', now).allowed,
    objectResult: decideObject(actor, vote, 'result', now).allowed,
    seeMissing: vote.state === 'open' && votePolicy.see_missing(actor, vote),
    readBulletin: hasResult(vote.state) && votePolicy.read_bulletin(actor, vote),
    follow: votePolicy.follow(actor, vote),
    printBallots: decidePrint(actor, vote, 'ballots', now).allowed,
    change: vote.state === 'draft' && votePolicy.change(actor, vote),
    receiveEnvelopes: decideSeeEnvelopes(actor, vote).allowed,
    keyEnvelopes: decideCounting(actor, vote).allowed,
    replaceTeller: decideReplaceTeller(actor, vote).allowed,
    fileProxy: decideFileProxy(actor, vote, row.principals_per_proxy, now).allowed,
    seeDeliveries: vote.noticeAt !== null && decideSeeDeliveries(actor, vote).allowed,
    recordDelivery: decideDeliver(actor, vote, { how: 'handed', isOwn: false, now }).allowed,
    acknowledgeDelivery: decideDeliver(actor, vote, {
      how: 'acknowledged',
      isOwn: vote.standing.onRoll,
      now,
    }).allowed,
    decideProxies:
      vote.noticeAt !== null && row.principals_per_proxy > 0 && votePolicy.decide_proxy(actor, vote),
  }
}

/** 参与: how many of the roll handed in a ballot, and their area; never what they chose. Index: vote_voters_took_part. */
async function turnoutOf(db: Reader, row: VoteRow): Promise<NonNullable<VoteView['turnout']>> {
  const { rows } = await sql<{ persons: string; area: string | null }>`
    select count(*) as persons, sum(area_centi_m2) as area from vote_voters
    where community_id = ${row.community_id} and vote_id = ${row.vote_id} and took_part and left_out is null`.execute(
    db,
  )
  return { persons: Number(rows[0]?.persons ?? 0), areaCentiM2: areaOf(rows[0]?.area ?? null) }
}

async function countObjections(db: Reader, row: VoteRow): Promise<VoteView['objections']> {
  const { rows } = await sql<Record<keyof VoteView['objections'], string>>`
    select count(*) filter (where about = 'roll') as roll, count(*) filter (where about = 'result') as result,
      count(*) filter (where about = 'roll' and decision is null) as "rollOpen",
      count(*) filter (where about = 'result' and decision is null) as "resultOpen"
    from vote_objections where community_id = ${row.community_id} and vote_id = ${row.vote_id}`.execute(db)
  const [counts] = rows
  return {
    roll: Number(counts?.roll ?? 0),
    rollOpen: Number(counts?.rollOpen ?? 0),
    result: Number(counts?.result ?? 0),
    resultOpen: Number(counts?.resultOpen ?? 0),
  }
}
