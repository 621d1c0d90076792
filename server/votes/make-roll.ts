import {
  DEVELOPER_KEY,
  homesRoll,
  ownersRoll,
  type Electorate,
  type RollProblem,
  type RollVoter,
} from '#core/votes'
import { neighbourName } from '#core/places'
import type { Database, Transaction } from '#server/platform/db/index'
import { listOutsiders } from './outsiders'
import {
  listHomesOfScope,
  listIdleOwners,
  listOccupied,
  listResidentsOfScope,
  listUnitsOfScope,
  type RollScope,
} from './roll-sources'

/** By which homes, owners or persons one comes to vote for somebody on the roll. */
export interface VoterWays {
  homeIds: readonly string[]
  ownerIds: readonly string[]
  personIds: readonly string[]
}

/** One of a roll before it is frozen. */
export interface DraftVoter extends RollVoter {
  leftOut: 'vacant' | null
  ways: VoterWays
}

export interface DraftRoll {
  voters: DraftVoter[]
  problems: RollProblem[]
}

/** What a roll is made from. */
export interface RollSettings extends RollScope {
  electorate: Electorate
  parkingCounts: boolean
  expectedAreaCentiM2: number | null
  vacantHomeIds: readonly string[]
  applicantUnitId: string | null
  /** Persons of other buildings who proved an interest (`RollVoter.key`). */
  outsiderKeys: readonly string[]
}

/** 名册 as the registers give it today. Nothing is saved. Two queries, two more where owners from outside belong to it. */
export function makeRoll(db: Database | Transaction, settings: RollSettings): Promise<DraftRoll> {
  if (settings.electorate === 'owners') return rollOfOwners(db, settings)
  return settings.electorate === 'homes' ? rollOfHomes(db, settings) : rollOfResidents(db, settings)
}

async function rollOfOwners(db: Database | Transaction, settings: RollSettings): Promise<DraftRoll> {
  const units = await listUnitsOfScope(db, settings)
  const { voters, problems } = ownersRoll(units, await listIdleOwners(db, settings), {
    parkingCounts: settings.parkingCounts,
    expectedAreaCentiM2: settings.expectedAreaCentiM2,
    applicantUnitId: settings.applicantUnitId,
  })
  const outside = await listOutsiders(db, settings)
  const joining = outside.filter(({ key }) => settings.outsiderKeys.includes(key))
  return { voters: [...voters, ...joining].map(draftOfOwner), problems }
}

/** One of the roll of owners with the ways to vote for it. */
export function draftOfOwner(voter: RollVoter): DraftVoter {
  return {
    ...voter,
    leftOut: null,
    // Nobody is the developer for living in what it has not handed over.
    ways: {
      homeIds: voter.key === DEVELOPER_KEY ? [] : voter.homeIds,
      ownerIds: voter.ownerIds,
      personIds: [],
    },
  }
}

async function rollOfHomes(db: Database | Transaction, settings: RollSettings): Promise<DraftRoll> {
  const occupied = new Set(await listOccupied(db, settings, settings.vacantHomeIds))
  const said = settings.vacantHomeIds.filter((homeId) => !occupied.has(homeId))
  const homes = await listHomesOfScope(db, settings, said)
  const { voters, vacant, problems } = homesRoll(homes)
  const leftOut = homesRoll(vacant.map((home) => ({ ...home, vacant: false }))).voters
  const withWays = (one: RollVoter, out: DraftVoter['leftOut']): DraftVoter => ({
    ...one,
    leftOut: out,
    ways: { homeIds: one.homeIds, ownerIds: [], personIds: [] },
  })
  return {
    voters: [...voters.map((one) => withWays(one, null)), ...leftOut.map((one) => withWays(one, 'vacant'))],
    problems,
  }
}

async function rollOfResidents(db: Database | Transaction, settings: RollSettings): Promise<DraftRoll> {
  const residents = await listResidentsOfScope(db, settings)
  return {
    voters: residents.map(({ personId, homeName }) => ({
      key: personId,
      name: neighbourName(homeName),
      ownerIds: [],
      homeIds: [],
      units: [],
      areaCentiM2: 0,
      leftOut: null,
      ways: { homeIds: [], ownerIds: [], personIds: [personId] },
    })),
    problems: residents.length === 0 ? [{ kind: 'nobody', blocks: true }] : [],
  }
}
