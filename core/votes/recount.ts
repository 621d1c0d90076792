import { choiceIn, type Bulletin, type BulletinItem } from './bulletin-format'
import { isDecision } from './rules'
import { impute, tally, type Choice, type Outcome } from './tally'
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
  const weights = new Map(bulletin.roll.map((one) => [one.voter, weightOf(one.units)]))
  const electorate = electorateOf(bulletin, weights)
  const counted = ballots.filter(({ status }) => status === 'counted')
  const silent = silentIn(bulletin, weights)
  return Object.fromEntries(
    items.map((item) => {
      const choices = counted.flatMap((ballot): Choice[] => {
        const options = choiceIn(ballot, item.id)
        const weight = ballot.voter === undefined ? ONE_SECRET : weights.get(ballot.voter)
        return options && weight ? [{ weight, options }] : []
      })
      const raw = tally(item, electorate, choices)
      const published: PublishedResult = publish(item, raw)
      if (vote.settings.imputed_majority) published.imputed = publish(item, impute(item, raw, silent))
      return [item.id, published]
    }),
  )
}

/** Of a secret ballot nobody knows the area. */
const ONE_SECRET: Weight = { persons: 1, areaCentiM2: 0 }

function weightOf(units: Bulletin['roll'][number]['units']): Weight {
  return { persons: 1, areaCentiM2: units.reduce((sum, { area_centi_m2: area }) => sum + area, 0) }
}

function electorateOf({ vote, roll_size: size = 0 }: Bulletin, weights: ReadonlyMap<string, Weight>): Weight {
  return vote.secrecy === 'secret' ? { ...NOTHING, persons: size } : sumOf([...weights.values()])
}

/** Whom the ballot reached, and who returned none: a ballot that is disputed or void is no silence. */
function silentIn({ roll, ballots }: Bulletin, weights: ReadonlyMap<string, Weight>): Weight {
  const spoke = new Set(ballots.map(({ voter }) => voter))
  return sumOf(
    roll
      .filter(({ voter, delivered }) => delivered === true && !spoke.has(voter))
      .map(({ voter }) => weights.get(voter) ?? NOTHING),
  )
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
