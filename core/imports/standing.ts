import type { Relation } from '../permissions'
import type { PlaceKind } from '../places'
import type { AreaSource, Delivery, OwnerKind, UnitKind } from './form'

/** What stands in a community, as far as an import is about it. Days are YYYY-MM-DD; from `endsOn` on it is no more. */
export interface Standing {
  places: StandingPlace[]
  units: StandingUnit[]
  owners: StandingOwner[]
  ownerships: StandingOwnership[]
  roll: StandingRollEntry[]
  /** Homes that somebody is a member of, or has asked to be. */
  membersIn: ReadonlySet<string>
}

export interface StandingPlace {
  placeId: string
  /** Null: right below the community. */
  parentId: string | null
  kind: PlaceKind
  name: string
  number: string | null
  endsOn: string | null
}

export interface StandingUnit {
  unitId: string
  /** Where it lies; null: right below the community. */
  placeId: string | null
  name: string
  number: string | null
  kind: UnitKind
  areaCentiM2: number | null
  areaSource: AreaSource | null
  delivery: Delivery
  endsOn: string | null
  /** The homes it is now, in no order. */
  homeIds: string[]
}

/** 业主: a person or an organisation, however many units they own. */
export interface StandingOwner {
  ownerId: string
  kind: OwnerKind
  name: string
  number: string | null
  phone: string | null
}

export interface StandingOwnership {
  ownershipId: string
  unitId: string
  ownerId: string
  startsOn: string | null
  endsOn: string | null
}

export interface StandingRollEntry {
  entryId: string
  homeId: string
  name: string
  relation: Relation
  isAdult: boolean
  phone: string | null
  endsOn: string | null
}

export function nothingStands(): Standing {
  return { places: [], units: [], owners: [], ownerships: [], roll: [], membersIn: new Set() }
}

/** Whether something of this end is still there on a day. */
export function stillThere({ endsOn }: { endsOn: string | null }, today: string): boolean {
  return endsOn === null || endsOn > today
}
