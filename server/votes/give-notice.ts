import { dateOf } from '#core/calendar'
import { decideConvene, leavesNotice } from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { Transaction } from '#server/platform/db/index'
import { hasCertifyingCommittee } from './certifier'
import { enforceConvenerOfUnit } from './convener-applies'
import { enforceWords } from './enforce-words'
import { asDemanded } from './demands/convening'
import { frozenHashOf, textHash } from './frozen'
import { makeRoll, type DraftRoll, type RollSettings } from './make-roll'
import type { VoteParts } from './parts'
import { areaOf, listVoteItems, saveVote, voteOf, type VoteRow } from './repository'
import { saveRoll } from './roll-repository'
import { bylawColumns, renewBylaw } from './silence'
import { chooseTellers, listSeated, namesOf, saveTellers } from './tellers'
import { votePlaceOf } from './vote-place'
import type { Context } from '#server/platform/context'

/** From what the roll of a vote is made at this moment. */
export function rollSettingsOf(row: VoteRow, now: Date): RollSettings {
  return {
    communityId: row.community_id,
    placeId: row.place_id,
    now,
    electorate: row.electorate,
    parkingCounts: row.parking_counts,
    expectedAreaCentiM2: row.expected_area_centi_m2 === null ? null : areaOf(row.expected_area_centi_m2),
    vacantHomeIds: row.vacant_home_ids,
    applicantUnitId: row.applicant_unit_id,
    outsiderKeys: row.outsider_keys,
  }
}

/**
 * 公示. Freezes text, rules, settings and roll, and publishes one hash over all of it (domain.md 7). A roll with gaps, too
 * short a notice, or words that neighbours can't be shown are refused.
 */
export async function freeze(
  tx: Transaction,
  context: Context,
  row: VoteRow,
  parts: VoteParts,
): Promise<VoteRow> {
  const at = context.now()
  const items = await listVoteItems(tx, row.community_id, [row.vote_id])
  const shown = [row.title, row.text, ...items.flatMap(({ title, options }) => [title, ...options])].join(
    '\n',
  )
  enforceWords(parts, shown, 'text')
  if (!leavesNotice(voteOf(row, { onRoll: false }), dateOf(row.opens_at), at))
    throw new DomainError('VOTE_NOTICE_TOO_SHORT', 'opensOn')
  // The place, whether a committee is in office, and the convener's own office, as they are now.
  const place = await asDemanded(tx, row.community_id, await votePlaceOf(tx, context, row.place_id), {
    demandId: row.demand_id,
    electorate: row.electorate,
  })
  // The office in which it was written may have ended since, and a committee come into office.
  const roles = context.actor.roles.filter(({ role }) => role === row.convener_role)
  enforce(decideConvene({ roles }, place, row.electorate))
  await enforceConvenerOfUnit(tx, context, row.applicant_unit_id)
  const roll = await makeRoll(tx, rollSettingsOf(row, at))
  if (roll.problems.some(({ blocks }) => blocks)) throw new DomainError('VOTE_ROLL_BAD')
  const bylaw = bylawColumns(
    await renewBylaw(tx, row, { communityId: row.community_id, jurisdiction: place.jurisdiction }),
  )
  const voters = await saveRoll(tx, row, roll.voters)
  const paperTellers = await renewTellers(tx, row, { placeIds: place.jurisdiction, now: at })
  return saveVote(tx, row, {
    state: 'notice',
    notice_at: at,
    paper_tellers: paperTellers,
    ...bylaw,
    jurisdiction: place.jurisdiction,
    has_committee: place.hasCommittee && (await hasCertifyingCommittee(tx, row, place.jurisdiction, at)),
    text_sha256: textHash(row),
    notice_sha256: frozenHashOf({ ...row, ...bylaw, paper_tellers: paperTellers }, items, voters),
    ...sizeOf(roll),
  })
}

/** 计票人 as they are in office now. One whose office ended since is chosen anew first. No query where nothing is on paper. */
async function renewTellers(
  tx: Transaction,
  row: VoteRow,
  { placeIds, now }: { placeIds: readonly string[]; now: Date },
): Promise<string[] | null> {
  if (row.paper_tellers === null) return null
  const seated = await listSeated(tx, row)
  const chosen = await chooseTellers(
    tx,
    seated.map((teller) => teller.person_id),
    { placeIds, convenerId: row.convener_id, now },
  )
  await saveTellers(tx, row, chosen, now)
  return namesOf(chosen)
}

/** How many are on a roll, and with what area. */
export function sizeOf({ voters }: Pick<DraftRoll, 'voters'>): {
  roll_persons: number
  roll_area_centi_m2: number
} {
  const counted = voters.filter(({ leftOut }) => leftOut === null)
  return {
    roll_persons: counted.length,
    roll_area_centi_m2: counted.reduce((sum, { areaCentiM2 }) => sum + areaCentiM2, 0),
  }
}
