import { AREA_SOURCE_LABELS, AREA_SOURCES } from '../imports'
import { areaInWords } from './area'
import { OBJECTION_LENGTH } from './contract-ballots'

/** Characters of what one correction of a roll changed: as long as the answer that it goes with. */
export const ROLL_CHANGES_LENGTH = OBJECTION_LENGTH

/** One on a roll, as far as a correction of it is told. */
export interface RolledVoter {
  key: string
  name: string
  /** Stands on it and has no vote. */
  isLeftOut: boolean
  areaCentiM2: number
  units: readonly RolledUnit[]
}

export interface RolledUnit {
  unitId: string
  name: string
  areaCentiM2: number
  source: string | null
}

interface Placed {
  unit: RolledUnit
  voter: RolledVoter
}

/**
 * 更正: what became of a roll that was made anew, as the timeline says it (domain.md 7: amendments are listed). Who was added, who was
 * left out, and each unit with its old and new area and where that comes from; what does not fit is counted.
 */
export function rollChangesInWords(before: readonly RolledVoter[], after: readonly RolledVoter[]): string {
  const was = byKey(before)
  const is = byKey(after)
  const added = [...is.values()].filter(({ key }) => !was.has(key))
  const gone = [...was.values()].filter(({ key }) => !is.has(key))
  const changes = [
    ...added.map((voter) => `加上 ${voter.name}${weighed(voter)}`),
    ...gone.map((voter) => `去掉 ${voter.name}${weighed(voter)}`),
    ...unitChanges(was, is),
  ]
  return changes.length === 0 ? '照最新的名册重做了一遍，没有变化' : fitting(changes)
}

const byKey = (voters: readonly RolledVoter[]) =>
  new Map(voters.filter(({ isLeftOut }) => !isLeftOut).map((voter) => [voter.key, voter]))

/** Of owners, with how much area they come or go. */
const weighed = ({ areaCentiM2, units }: RolledVoter): string =>
  units.length === 0 ? '' : `（${areaInWords(areaCentiM2)}）`

function unitChanges(was: ReadonlyMap<string, RolledVoter>, is: ReadonlyMap<string, RolledVoter>): string[] {
  const old = placed(was)
  const now = placed(is)
  const came = [...now.values()].flatMap((one) => changeOf(one, old.get(one.unit.unitId), was) ?? [])
  const went = [...old.values()]
    .filter(({ unit, voter }) => !now.has(unit.unitId) && is.has(voter.key))
    .map(({ unit }) => `去掉 ${unit.name}（${areaInWords(unit.areaCentiM2)}）`)
  return [...came, ...went]
}

function placed(voters: ReadonlyMap<string, RolledVoter>): Map<string, Placed> {
  const units = new Map<string, Placed>()
  for (const voter of voters.values()) for (const unit of voter.units) units.set(unit.unitId, { unit, voter })
  return units
}

/** Undefined: as it was, or said with the voter who came with it. */
function changeOf(
  { unit, voter }: Placed,
  old: Placed | undefined,
  was: ReadonlyMap<string, RolledVoter>,
): string | undefined {
  const stays = was.has(voter.key)
  if (!old)
    return stays ? `加上 ${unit.name}（${areaInWords(unit.areaCentiM2)}${sourced('，', unit)}）` : undefined
  if (old.unit.areaCentiM2 !== unit.areaCentiM2)
    return `${unit.name}：${areaInWords(old.unit.areaCentiM2)} 改为 ${areaInWords(unit.areaCentiM2)}${sourced('（', unit, '）')}`
  if (old.unit.source !== unit.source)
    return `${unit.name}：${areaInWords(unit.areaCentiM2)} 没变，出处改为${sourced('', unit) || '没写'}`
  return stays && old.voter.key !== voter.key ? `${unit.name} 改记到 ${voter.name}` : undefined
}

function sourced(open: string, { source }: RolledUnit, close = ''): string {
  const known = AREA_SOURCES.find((one) => one === source)
  return known ? `${open}${AREA_SOURCE_LABELS[known]}${close}` : ''
}

/** As many as fit, and how many more there are. */
function fitting(changes: readonly string[]): string {
  const rest = (from: number) => (from < changes.length ? [`另有 ${changes.length - from} 处`] : [])
  let count = changes.length
  const said = () => [...changes.slice(0, count), ...rest(count)].join('；')
  while (count > 0 && said().length > ROLL_CHANGES_LENGTH) count -= 1
  return said()
}
