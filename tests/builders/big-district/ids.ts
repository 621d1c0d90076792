/** Kinds of ids: `idOf` and the SQL function `id` make the same. A new area takes the next number in its own file. */
const KIND = {
  district: 1,
  subdistrict: 2,
  community: 3,
  place: 4,
  person: 5,
  matter: 9,
  organisation: 30,
  round: 60,
  topic: 61,
  boardTopic: 62,
  import: 70,
  demand: 87,
  bylaw: 88,
  vote: 90,
  session: 110,
  item: 113,
} as const
const PLACES_PER_COMMUNITY = 10_000
const PEOPLE_PER_COMMUNITY = 100

/** The id of the n-th thing of a kind. */
export function idOf(kind: keyof typeof KIND, n: number): string {
  return `${KIND[kind].toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

/** Place `n` of a community: 1 the estate, 2 to 9 buildings, 10 to 33 entrances, 34 to 93 homes, 94 and 95 grids, then functional grids. */
export function placeOf(community: number, n: number): string {
  return idOf('place', community * PLACES_PER_COMMUNITY + n)
}

/** Organisation `n` of a community; the first is the biggest. */
export function organisationOf(community: number, n: number): string {
  return idOf('organisation', community * PLACES_PER_COMMUNITY + n)
}

/** Bylaws `n` of a community: the first are in force at its estate. */
export function bylawOf(community: number, n: number): string {
  return idOf('bylaw', community * PLACES_PER_COMMUNITY + n)
}

/** Vote `n` of a community: its first six are its head's, as tests/builders/big-district/votes.ts says. */
export function voteOf(community: number, n: number): string {
  return idOf('vote', community * PLACES_PER_COMMUNITY + n)
}

/** Demand `n` of a community: the first five are open, the next three met. */
export function demandOf(community: number, n: number): string {
  return idOf('demand', community * PLACES_PER_COMMUNITY + n)
}

/** Round `n` of a community: its first four are its head's, one in each phase. */
export function roundOf(community: number, n: number): string {
  return idOf('round', community * PLACES_PER_COMMUNITY + n)
}

/** Session or item `n` (1 to 3) of round `k` of a community. */
export function partOfRound(kind: 'session' | 'item', community: number, k: number, n: number): string {
  return idOf(kind, (community * PLACES_PER_COMMUNITY + k) * 10 + n)
}

/** Who holds which office in a community: their number among its people. */
const OFFICERS = {
  chief: 1,
  worker: 2,
  staff: 3,
  secretary: 4,
  property: 5,
  head: 6,
  committee: 7,
} as const

/** Someone in office in a community. */
export function officerOf(community: number, office: keyof typeof OFFICERS): string {
  return personOf(community, OFFICERS[office])
}

/** A resident who reported, and was told, more than anybody else in the community. */
export function busyResidentOf(community: number): string {
  return personOf(community, 50)
}

/** Somebody who lives in the building of the head. */
export function neighbourOf(community: number): string {
  return personOf(community, 78)
}

/** Person `n` of a community: 30 to 99 live there. */
export function personOf(community: number, n: number): string {
  return idOf('person', community * PEOPLE_PER_COMMUNITY + n)
}
