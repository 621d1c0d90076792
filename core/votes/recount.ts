import { ownOf, type Bulletin, type BulletinItem } from './bulletin-format'
import { isDecision } from './rules'
import { addChoice, conclude, impute, startCount, type Outcome } from './tally'
import { NOTHING, sumOf, type Weight } from './weight'

interface PublishedWeight {
  persons: number
  /** In 0.01 m². */
  area_centi_m2: number
}

/** The result of an item as it is published. */
export type PublishedOutcome =
  | (PublishedCount &
      Record<'approve' | 'against' | 'abstain', PublishedWeight> & { turnout_met: boolean; passed: boolean })
  | (PublishedCount & { options: Record<string, PublishedWeight>; turnout_met?: boolean; elected?: string[] })
interface PublishedCount {
  electorate: PublishedWeight
  participated: PublishedWeight
}
/** `imputed`: with silence counted, where the bylaws say so; the raw result stays beside it. */
export type PublishedResult = PublishedOutcome & { imputed?: PublishedOutcome }

/** Counts every item of a record from its roll and ballots, without looking at the result in it. */
export function recount(bulletin: Bulletin): Record<string, PublishedResult> {
  const { items, ballots, vote } = bulletin
  const areas = areasOf(bulletin.roll)
  const electorate = electorateOf(bulletin, areas)
  const counts = items.map((item) => ({ item, count: startCount(item) }))
  for (const { status, voter, choices } of ballots) {
    // Of a secret ballot nobody knows the area.
    const area = voter === undefined ? 0 : areas.get(voter)
    if (status !== 'counted' || area === undefined) continue
    for (const { item, count } of counts) {
      const chosen = ownOf(choices, item.id)
      if (chosen !== undefined) addChoice(count, { persons: 1, areaCentiM2: area }, chosen)
    }
  }
  const silent = vote.settings.imputed_majority ? silentIn(bulletin, areas) : NOTHING
  return Object.fromEntries(
    counts.map(({ item, count }) => {
      const raw = conclude(item, { electorate, ...count })
      const published: PublishedResult = publish(item, raw)
      if (vote.settings.imputed_majority) published.imputed = publish(item, impute(item, raw, silent))
      return [item.id, published]
    }),
  )
}

/** The area of each voter, in 0.01 m². */
type Areas = ReadonlyMap<string, number>

function areasOf(roll: Bulletin['roll']): Areas {
  const areas = new Map<string, number>()
  for (const { voter, units } of roll) {
    let sum = 0
    for (const { area_centi_m2: area } of units) sum += area
    areas.set(voter, sum)
  }
  return areas
}

const weightOfAll = (areas: Iterable<number>): Weight =>
  sumOf([...areas].map((areaCentiM2) => ({ persons: 1, areaCentiM2 })))

function electorateOf({ vote, roll_size: size = 0 }: Bulletin, areas: Areas): Weight {
  return vote.secrecy === 'secret' ? { ...NOTHING, persons: size } : weightOfAll(areas.values())
}

/** Whom the ballot reached, and who returned none: a ballot that is disputed or void is no silence, one that was taken back is. */
function silentIn({ roll, ballots }: Bulletin, areas: Areas): Weight {
  const spoke = new Set(ballots.flatMap(({ voter, status }) => (status === 'replaced' ? [] : [voter])))
  const silent = roll.filter(({ voter, delivered }) => delivered === true && !spoke.has(voter))
  return weightOfAll(silent.map(({ voter }) => areas.get(voter) ?? 0))
}

function publish({ rule, options }: BulletinItem, outcome: Outcome): PublishedOutcome {
  const { turnoutMet, passed = false, elected = [], byOption } = outcome
  const weightIn = (option: string) => published(byOption.get(option) ?? NOTHING)
  const count = { electorate: published(outcome.electorate), participated: published(outcome.participated) }
  if (isDecision(rule))
    return {
      ...count,
      approve: weightIn('approve'),
      against: weightIn('against'),
      abstain: weightIn('abstain'),
      turnout_met: turnoutMet,
      passed,
    }
  const counts = {
    ...count,
    options: Object.fromEntries(options.map((option) => [option, weightIn(option)])),
  }
  return rule === 'seats' ? { ...counts, turnout_met: turnoutMet, elected } : counts
}

const published = ({ persons, areaCentiM2 }: Weight): PublishedWeight => ({
  persons,
  area_centi_m2: areaCentiM2,
})
