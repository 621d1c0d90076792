import {
  choiceIn,
  ownOf,
  type Bulletin,
  type BulletinBallot,
  type BulletinItem,
  type BulletinResult,
} from './bulletin-format'
import { countsArea, isDecision } from './rules'
import { DECISION_OPTIONS } from './tally'

/** What makes a file that has all fields no bulletin all the same (formats/bulletin.md); empty when nothing does. */
export function nonsenseIn(bulletin: Bulletin): string[] {
  return [
    ...nonsenseOfItems(bulletin),
    ...nonsenseOfRoll(bulletin),
    ...nonsenseOfBallots(bulletin),
    ...nonsenseOfAllBallots(bulletin),
    ...nonsenseOfResult(bulletin),
  ]
}

/** What is listed more than once. */
function twiceIn(list: readonly string[]): string[] {
  if (list.length < 2) return []
  if (isAscending(list)) return []
  const seen = new Set(list)
  if (seen.size === list.length) return []
  return [...new Set(list.filter((one) => !seen.delete(one)))]
}

/** As a record's own lists are: then nothing stands in it twice, and nothing has to be kept to see it. */
const isAscending = (list: readonly string[]): boolean =>
  list.every((one, index) => index === 0 || (list[index - 1] as string) < one)

function nonsenseOfItems({ items, vote }: Bulletin): string[] {
  const isSecret = vote.secrecy === 'secret'
  return [
    ...twiceIn(items.map(({ id }) => id)).map((id) => `item ${id} is listed twice`),
    ...items.flatMap(({ id, rule, options, seats, max_choices: most }) => [
      ...twiceIn(options).map((option) => `item ${id}: option ${option} is listed twice`),
      ...(isSecret && countsArea(rule) ? [`item ${id}: a secret vote has no area rule`] : []),
      ...(isDecision(rule) && options.some((option) => !isDecisionOption(option))
        ? [`item ${id}: a decision knows approve, against and abstain`]
        : []),
      ...(rule === 'seats' && (seats === undefined || most !== seats)
        ? [`item ${id}: max_choices is the number of seats`]
        : []),
    ]),
  ]
}

function nonsenseOfRoll({ roll, roll_size: size, participated, vote }: Bulletin): string[] {
  if (vote.secrecy === 'secret')
    return [
      ...(roll.length > 0 ? ['the roll of a secret vote is not published'] : []),
      ...(size === undefined ? ['roll_size is missing'] : []),
      ...(participated === undefined ? ['participated is missing'] : []),
    ]
  const units = roll.flatMap((one) => one.units)
  const area = units.reduce((sum, { area_centi_m2: one }) => sum + one, 0)
  return [
    ...twiceIn(roll.map(({ voter }) => voter)).map((voter) => `voter ${voter} is listed twice`),
    ...twiceIn(units.map(({ unit }) => unit)).map((unit) => `unit ${unit} is listed twice`),
    ...(Number.isSafeInteger(area) ? [] : ['the areas together are too large to be counted exactly']),
  ]
}

function nonsenseOfBallots({ items, vote, ballots }: Bulletin): string[] {
  const known = new Set(items.map(({ id }) => id))
  const isSecret = vote.secrecy === 'secret'
  const problems: string[] = []
  for (const ballot of ballots) {
    const { seq, voter, channel, choices } = ballot
    if (isSecret && (voter !== undefined || channel !== undefined))
      problems.push(`ballot ${seq}: a secret ballot has no voter and no channel`)
    if (!isSecret && (voter === undefined || channel === undefined))
      problems.push(`ballot ${seq}: voter or channel is missing`)
    for (const id of Object.keys(choices))
      if (!known.has(id)) problems.push(`ballot ${seq}: there is no item ${id}`)
    for (const item of items)
      if (!isOneOption(item, choices)) problems.push(...nonsenseOfChoice(item, ballot))
  }
  return problems
}

/** What nearly every ballot chose: one of the options. */
function isOneOption({ id, options }: BulletinItem, choices: BulletinBallot['choices']): boolean {
  const choice = ownOf(choices, id)
  return typeof choice === 'string' && options.includes(choice)
}

function nonsenseOfChoice(item: BulletinItem, ballot: BulletinBallot): string[] {
  const chosen = choiceIn(ballot, item.id)
  if (chosen === undefined) return []
  const { options, max_choices: most } = item
  const at = `ballot ${ballot.seq}, item ${item.id}`
  return [
    ...chosen.filter((one) => !options.includes(one)).map((one) => `${at}: there is no option ${one}`),
    ...twiceIn(chosen).map((option) => `${at}: option ${option} is chosen twice`),
    ...(Array.isArray(ballot.choices[item.id]) && (isDecision(item.rule) || most === undefined)
      ? [`${at}: one option, not a list`]
      : []),
    ...(most !== undefined && chosen.length > most ? [`${at}: more choices than allowed`] : []),
  ]
}

function nonsenseOfAllBallots({ ballots, roll, vote }: Bulletin): string[] {
  const receipts = twiceIn(ballots.map(({ receipt }) => receipt))
  const repeated = receipts.map((receipt) => `receipt ${receipt} is listed twice`)
  if (vote.secrecy === 'secret') return repeated
  const hasCounted = new Map<string, boolean>()
  for (const { voter } of roll) hasCounted.set(voter, false)
  const strangers: string[] = []
  const again = new Set<string>()
  for (const { seq, status, voter = '' } of ballots) {
    const counted = hasCounted.get(voter)
    if (counted === undefined) strangers.push(`ballot ${seq} is of nobody on the roll`)
    if (counted === true && status === 'counted') again.add(voter)
    if (counted === false && status === 'counted') hasCounted.set(voter, true)
  }
  return [...repeated, ...strangers, ...[...again].map((voter) => `voter ${voter} has two counted ballots`)]
}

function nonsenseOfResult({ items, result, vote }: Bulletin): string[] {
  return items.flatMap((item) => {
    const found = ownOf(result, item.id)
    if (found === undefined) return []
    return [
      ...missingIn(item, found, `result of ${item.id}`),
      ...(vote.settings.imputed_majority
        ? found.imputed === undefined
          ? [`result of ${item.id}: imputed is missing`]
          : missingIn(item, found.imputed, `imputed result of ${item.id}`)
        : []),
    ]
  })
}

function missingIn({ rule }: BulletinItem, result: BulletinResult, name: string): string[] {
  return fieldsOf(rule)
    .filter((field) => result[field] === undefined)
    .map((field) => `${name}: ${field} is missing`)
}

function fieldsOf(rule: BulletinItem['rule']) {
  if (rule === 'poll') return ['options'] as const
  if (rule === 'seats') return ['options', 'turnout_met', 'elected'] as const
  return [...DECISION_OPTIONS, 'turnout_met', 'passed'] as const
}

const isDecisionOption = (option: string) => (DECISION_OPTIONS as readonly string[]).includes(option)
