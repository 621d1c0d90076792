import type { Bulletin, TellerSeat } from '#core/votes'
import type { Acknowledged } from './polling'
import { readOf, type Home } from './plans'

/** What must have become of one home, from what was acknowledged alone. */
export interface Outcome {
  /** Somebody cast for it, or its envelope is in. */
  tookPart: boolean
  /** Its envelope is to be opened. */
  opened: boolean
  /** What it counts for; undefined: for nothing. */
  counted?: { channel: string; choice: string }
  /** Of its ballots in the record, one for each. */
  records: { channel: string; status: Bulletin['ballots'][number]['status'] }[]
  /**
   * Persons with a receipt at the end, one for each: whose last ballot for it stands, whatever it counts for; and the home, of what its
   * proxy cast or came on paper.
   */
  withReceipt: string[]
}

type Ballot = Pick<Acknowledged, 'by' | 'choice'> & { channel: 'online' | 'proxy'; standing: boolean }

/** The rule in the test's own words: oneself before the envelope, the envelope before a proxy; of each the last. */
export function outcomeOf(home: Home, deeds: readonly Acknowledged[]): Outcome {
  const cast: Ballot[] = []
  let isIn = false
  for (const { deed, by, choice } of deeds) {
    if (deed === 'receive') isIn = true
    if (deed === 'give_back') isIn = false
    const isProxy = deed === 'cast_for'
    const isOver = deed === 'revoke' || deed === 'take_back'
    for (const one of cast)
      if ((isOver && one.channel === 'proxy') || (by && one.by === by)) one.standing = false
    if (deed === 'cast' || isProxy)
      cast.push({ by, choice, channel: isProxy ? 'proxy' : 'online', standing: true })
  }
  const standing = cast.filter((one) => one.standing)
  const own = standing.filter(({ channel }) => channel === 'online')
  const opened = isIn && own.length === 0
  const known = {
    tookPart: isIn || standing.length > 0,
    opened,
    withReceipt: [
      ...standing.flatMap(({ by }) => by?.personId ?? []),
      ...standing
        .filter(({ channel }) => channel === 'proxy')
        .flatMap(({ by }) => adultsOf(home).filter((id) => id !== by?.personId)),
      ...(opened ? adultsOf(home) : []),
    ],
  }
  const replaced = cast.map(({ channel }) => ({ channel, status: 'replaced' as const }))
  if (opened) {
    const choice = settled(home)
    const status = choice === undefined ? ('void' as const) : ('counted' as const)
    return {
      ...known,
      records: [...replaced, { channel: 'paper', status }],
      ...(choice === undefined ? {} : { counted: { channel: 'paper', choice } }),
    }
  }
  const first = own[0] ?? standing[0]
  if (!first) return { ...known, records: replaced }
  const differ = own.some(({ choice }) => choice !== first.choice)
  const records = cast.map((one) => {
    if (differ && own.includes(one)) return { channel: one.channel, status: 'disputed' as const }
    return {
      channel: one.channel,
      status: one === first && !differ ? ('counted' as const) : ('replaced' as const),
    }
  })
  const counted = { channel: first.channel, choice: first.choice ?? '' }
  return { ...known, records, ...(differ ? {} : { counted }) }
}

const adultsOf = (home: Home): string[] => home.adults.map(({ personId }) => personId)

const wordOf = (home: Home, seat: TellerSeat): string => {
  const read = readOf(home, seat)
  return 'choices' in read ? read.choices.i1 : 'void'
}

/** The two first read it differently, so that it goes on to the third. */
export const goesToThird = (home: Home): boolean => wordOf(home, 1) !== wordOf(home, 2)

/** What any two of the tellers read in an envelope; undefined: it is void. */
function settled(home: Home): string | undefined {
  const words = [wordOf(home, 1), wordOf(home, 2), wordOf(home, 3)]
  const word = words.find((one, index) => words.indexOf(one) !== index)
  return word === 'void' ? undefined : word
}
