import { sameName, type AreaSource, type Delivery, type UnitKind } from '../imports'
import type { RollProblem } from './roll-problems'

/** 专有部分 as the roll needs it. */
export interface RollUnit {
  unitId: string
  /** As people call it, 「3号楼 501」. */
  name: string
  /** Where it stands, when the name alone doesn't say that. */
  placeId?: string | null
  kind: UnitKind
  areaCentiM2: number | null
  areaSource: AreaSource | null
  delivery: Delivery
  ownerIds: readonly string[]
  homeIds: readonly string[]
}

export interface RollHome {
  homeId: string
  name: string
  vacant: boolean
}

/** One person in the sense of the counting rule (domain.md 7), or one home, with what is counted of them. */
export interface RollVoter {
  key: string
  /** Of units, never of people. */
  name: string
  /** Who may vote for it as owners. */
  ownerIds: readonly string[]
  homeIds: readonly string[]
  units: readonly { unitId: string; name: string; areaCentiM2: number; areaSource: AreaSource | null }[]
  areaCentiM2: number
}

export interface OwnersRollOptions {
  /** Whether parking counts as units: frozen with the vote. ○ */
  parkingCounts: boolean
  /** What the register says the building has in all, if the convener knows it. */
  expectedAreaCentiM2: number | null
  /**
   * Under `owners_unanimous` the unit that is to change its use: the person it belongs to applies, and has no vote. A with B
   * is another person than A alone, who keeps theirs.
   */
  applicantUnitId: string | null
}

/** 开发建设单位: all its units that are unsold or undelivered are one person together. */
export const DEVELOPER_KEY = 'developer'
const DEVELOPER_NAME = '开发建设单位（未售未交付）'

/**
 * 业主名册. The same set of co-owners is one person, however many units; A with B is another person than A alone ○. Voters
 * in the order of their first units.
 */
export function ownersRoll(
  units: readonly RollUnit[],
  owners: readonly { ownerId: string }[],
  options: OwnersRollOptions,
): { voters: RollVoter[]; problems: RollProblem[] } {
  const { once, again } = eachOnce(units, ({ unitId }) => unitId)
  const counted = once.filter((unit) => counts(unit, options))
  const groups = new Map<string, RollUnit[]>()
  const ownerless: RollUnit[] = []
  for (const unit of counted) {
    const key = keyOf(unit)
    const group = key === undefined ? ownerless : groups.get(key)
    if (group) group.push(unit)
    else if (key !== undefined) groups.set(key, [unit])
  }
  const { applicantUnitId } = options
  const applies = ({ unitId }: { unitId: string }) => unitId === applicantUnitId
  const voters = [...groups]
    .filter(([, group]) => !group.some(applies))
    .map(([key, group]) => voterOf(key, group))
  const problems = [
    ...unitsTwice(once, again),
    ...counted.filter(({ areaCentiM2 }) => !hasArea(areaCentiM2)).map(problemOf('area_missing')),
    ...ownerless.map(problemOf('owner_missing')),
    ...problemsOfOwners(owners, counted),
    ...problemsOfSum(counted, options.expectedAreaCentiM2),
    ...(applicantUnitId !== null && !counted.some(applies) ? [APPLICANT_MISSING] : []),
    ...nobodyAmong(voters),
  ]
  return { voters, problems }
}

const APPLICANT_MISSING: RollProblem = { kind: 'applicant_missing', blocks: true }

/** 住户名册. Every occupied home has one vote, with or without somebody in the app; vacant ones are listed beside. */
export function homesRoll(homes: readonly RollHome[]): {
  voters: RollVoter[]
  vacant: RollHome[]
  problems: RollProblem[]
} {
  const { once, again } = eachOnce(homes, ({ homeId }) => homeId)
  const voters = once
    .filter(({ vacant }) => !vacant)
    .map(({ homeId, name }): RollVoter => ({
      key: homeId,
      name,
      ownerIds: [],
      homeIds: [homeId],
      units: [],
      areaCentiM2: 0,
    }))
  const problems = [
    ...eachOnce(again, ({ homeId }) => homeId).once.map(({ name }): RollProblem => ({
      kind: 'home_twice',
      name,
      blocks: true,
    })),
    ...nobodyAmong(voters),
  ]
  return { voters, vacant: once.filter(({ vacant }) => vacant), problems }
}

/** Dwellings and premises always count, parking by the setting, what else there is when it has an area. */
function counts({ kind, areaCentiM2 }: RollUnit, { parkingCounts }: OwnersRollOptions): boolean {
  if (kind === 'dwelling' || kind === 'premises') return true
  return kind === 'parking' ? parkingCounts : hasArea(areaCentiM2)
}

const hasArea = (areaCentiM2: number | null): areaCentiM2 is number => areaCentiM2 !== null && areaCentiM2 > 0

/** Undefined: it is delivered to nobody. */
function keyOf({ delivery, ownerIds }: RollUnit): string | undefined {
  if (delivery !== 'delivered') return DEVELOPER_KEY
  return ownerIds.length === 0 ? undefined : sortedSet(ownerIds).join('+')
}

function voterOf(key: string, units: readonly RollUnit[]): RollVoter {
  const isDeveloper = key === DEVELOPER_KEY
  // Who bought what isn't delivered yet doesn't vote for the developer; who holds what isn't sold is the developer.
  const held = isDeveloper ? units.filter(({ delivery }) => delivery === 'unsold') : units
  return {
    key,
    name: isDeveloper ? DEVELOPER_NAME : nameOf(units.map(({ name }) => name)),
    ownerIds: sortedSet(held.flatMap(({ ownerIds }) => ownerIds)),
    homeIds: [...new Set(units.flatMap(({ homeIds }) => homeIds))],
    units: units.map(({ unitId, name, areaCentiM2, areaSource }) => ({
      unitId,
      name,
      areaCentiM2: areaCentiM2 ?? 0,
      areaSource,
    })),
    areaCentiM2: areaOfAll(units),
  }
}

const NAMED_AT_MOST = 3

function nameOf(names: readonly string[]): string {
  return names.length <= NAMED_AT_MOST ? names.join('、') : `${names[0] ?? ''} 等 ${names.length} 处`
}

const problemOf =
  (kind: 'area_missing' | 'owner_missing' | 'unit_twice') =>
  ({ unitId, name }: RollUnit): RollProblem => ({ kind, unitId, name, blocks: true })

function unitsTwice(once: readonly RollUnit[], again: readonly RollUnit[]): RollProblem[] {
  const namedAlike = eachOnce(once, ({ name, placeId }) => `${placeId ?? ''} ${sameName(name)}`).again
  return eachOnce([...again, ...namedAlike], ({ unitId }) => unitId).once.map(problemOf('unit_twice'))
}

/** Who owns nothing that counts has no vote, which is no mistake by itself. */
function problemsOfOwners(
  owners: readonly { ownerId: string }[],
  counted: readonly RollUnit[],
): RollProblem[] {
  const holding = new Set<string>()
  for (const { ownerIds } of counted) for (const ownerId of ownerIds) holding.add(ownerId)
  const without = eachOnce(owners, ({ ownerId }) => ownerId).once.filter(
    ({ ownerId }) => !holding.has(ownerId),
  )
  if (without.length === 0) return []
  return [{ kind: 'owners_without_unit', ownerIds: without.map(({ ownerId }) => ownerId), blocks: false }]
}

/** All that counts is summed, the applicant's too: the register knows no applicants. */
function problemsOfSum(counted: readonly RollUnit[], expectedAreaCentiM2: number | null): RollProblem[] {
  const areaCentiM2 = areaOfAll(counted)
  if (!Number.isSafeInteger(areaCentiM2)) return [{ kind: 'area_too_large', blocks: true }]
  if (expectedAreaCentiM2 === null || expectedAreaCentiM2 === areaCentiM2) return []
  return [{ kind: 'sum_differs', areaCentiM2, expectedAreaCentiM2, blocks: true }]
}

const nobodyAmong = (voters: readonly RollVoter[]): RollProblem[] =>
  voters.length === 0 ? [{ kind: 'nobody', blocks: true }] : []

const areaOfAll = (units: readonly RollUnit[]): number =>
  units.reduce((sum, { areaCentiM2 }) => sum + (areaCentiM2 ?? 0), 0)

const sortedSet = (ids: readonly string[]): string[] => (ids.length < 2 ? [...ids] : [...new Set(ids)].sort())

/** The first of each, and those that come again. */
function eachOnce<T>(list: readonly T[], idOf: (one: T) => string): { once: T[]; again: T[] } {
  const seen = new Set<string>()
  const once: T[] = []
  const again: T[] = []
  for (const one of list) (seen.size === seen.add(idOf(one)).size ? again : once).push(one)
  return { once, again }
}
