import type { Actor } from '#core/permissions'
import { demandActsFor, demandPolicy, type Demand, type DemandItem, type DemandView } from '#core/votes'
import type { DemandRow } from './repository'

/** A demand in a list. */
export function presentDemandItem(row: DemandRow): DemandItem {
  return {
    demandId: row.demand_id,
    title: row.title,
    placeName: row.place_name,
    wordsState: row.words_state,
    state: row.state,
    personsSigned: row.persons_signed,
    personsOf: row.persons_of,
    endsAt: row.ends_at.toISOString(),
    metAt: row.met_at?.toISOString() ?? null,
    waitsSince: row.waits_since?.toISOString() ?? null,
  }
}

/** A demand as one reader meets it; of who signed nothing but how many. */
export function presentDemand(actor: Actor, row: DemandRow, demand: Demand, now: Date): DemandView {
  return {
    ...presentDemandItem(row),
    communityId: row.community_id,
    placeId: row.place_id,
    text: row.text,
    byName: row.by_name,
    mine: row.author_id === actor.personId,
    signed: demand.signed,
    answer:
      row.answer === null || row.answered_at === null
        ? null
        : { text: row.answer, byName: row.answered_name ?? '', at: row.answered_at.toISOString() },
    voteId: row.vote_id,
    voidVoteId: row.void_vote_id,
    may: {
      convene: row.state === 'met' && demandPolicy.convene(actor, demand),
      seeSigners: demandPolicy.see_signers(actor, demand),
    },
    acts: demandActsFor(actor, demand, now),
  }
}
