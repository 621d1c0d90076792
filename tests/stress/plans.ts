import { randomUUID } from 'node:crypto'
import type { KeyedVoidReason, TellerSeat } from '#core/votes'
import { newToken } from '#server/platform/crypto/index'

/** One adult of a home that votes, signed in. */
export interface Adult {
  personId: string
  homeId: string
  token: string
}

/** A home of the building, and who of another home has its written authority where it gave one. */
export interface Home {
  n: number
  homeId: string
  adults: readonly Adult[]
}

const OPTIONS = ['approve', 'against', 'abstain'] as const
const optionAt = (n: number): string => OPTIONS[n % OPTIONS.length] as string

/** What is done about the ballot of one home. `cast`: by an adult of it; `cast_for`: by who has its proxy. */
export type Deed = 'cast' | 'receive' | 'give_back' | 'ask' | 'accept' | 'cast_for' | 'revoke' | 'take_back'

export interface Step {
  deed: Deed
  /** Of a ballot that is cast. */
  by?: Adult
  choice?: string
}

/** What somebody does, one thing after the other. */
export interface Errand {
  home: Home
  steps: readonly Step[]
}

/** Of so many homes one has two adults who vote; by turns they agree and differ. */
const A_COUPLE_IN = 10
/** Of so many adults one thinks again and casts another ballot. */
const THINKS_AGAIN_IN = 6
/** Of so many homes one votes on paper, and of so many one by proxy; never a couple. */
const ON_PAPER_IN = 15
const BY_PROXY_IN = 25

/** Homes that hand in an envelope, by turns. What they cast themselves has precedence, whenever; a proxy has not. */
const ON_PAPER: readonly (readonly Deed[])[] = [
  ['receive'],
  ['cast', 'receive'],
  ['receive'],
  ['receive', 'cast'],
  ['receive'],
  ['receive', 'give_back'],
  ['ask', 'accept', 'cast_for', 'receive'],
]

/** Homes that gave somebody their written authority, by turns. One's own ballot beats it; what is taken back counts for nothing. */
const BY_PROXY: readonly (readonly Deed[])[] = [
  ['ask', 'accept', 'cast_for'],
  ['cast', 'ask', 'accept', 'cast_for'],
  ['ask', 'accept', 'cast_for', 'cast'],
  ['ask', 'accept', 'cast_for', 'revoke'],
  ['ask', 'accept', 'cast_for', 'cast_for'],
  ['ask', 'accept', 'cast_for', 'take_back'],
  ['ask', 'accept', 'cast_for', 'take_back', 'cast'],
]

/** So many homes with who lives there. */
export function homesOf(count: number): Home[] {
  return Array.from({ length: count }, (_, n) => {
    const homeId = randomUUID()
    const adults = Array.from({ length: n % A_COUPLE_IN === 0 ? 2 : 1 }, () => ({
      personId: randomUUID(),
      homeId,
      token: newToken(),
    }))
    return { n, homeId, adults }
  })
}

/** Who has the written authority of a home, if anybody has: somebody from next door, for nobody else. */
export function agentOf({ n }: Home, homes: readonly Home[]): Adult {
  return homes[(n + 1) % homes.length]?.adults[0] as Adult
}

/** All that is done about one home's ballot; by number, so that it is the same each time. */
export function errandsOf(home: Home, homes: readonly Home[]): Errand[] {
  const deeds = deedsOf(home)
  if (deeds) return [{ home, steps: deeds.map((deed, index) => stepOf(deed, home, homes, index)) }]
  const { n, adults } = home
  return adults.map((by, index): Errand => {
    const agrees = index === 0 || (n / A_COUPLE_IN) % 2 === 0
    const last: Step = { deed: 'cast', by, choice: optionAt(agrees ? n : n + 1) }
    const thinksAgain = index === 0 && n % THINKS_AGAIN_IN === 0
    return { home, steps: thinksAgain ? [{ ...last, choice: optionAt(n + 1) }, last] : [last] }
  })
}

/** Whether somebody has a proxy of the home. */
export const givesProxy = (home: Home): boolean => deedsOf(home)?.includes('ask') ?? false

function deedsOf({ n, adults }: Home): readonly Deed[] | undefined {
  if (adults.length > 1) return undefined
  const [paper, proxy] = [(n - 4) / ON_PAPER_IN, (n - 7) / BY_PROXY_IN]
  if (Number.isInteger(paper)) return ON_PAPER[paper % ON_PAPER.length]
  return Number.isInteger(proxy) ? BY_PROXY[proxy % BY_PROXY.length] : undefined
}

/** Themselves, on paper and by proxy they choose differently, so that it shows which of them counts. */
function stepOf(deed: Deed, home: Home, homes: readonly Home[], index: number): Step {
  if (deed === 'cast') return { deed, by: home.adults[0] as Adult, choice: optionAt(home.n) }
  if (deed !== 'cast_for') return { deed }
  return { deed, by: agentOf(home, homes), choice: optionAt(home.n + 2 + index) }
}

/** What a teller reads on a ballot. */
export type Read = { choices: { i1: string } } | { voidReason: KeyedVoidReason }

/** What stands on the ballot of a home, as a teller reads it: by turns as it is, misread by one, void, or so that no two agree. */
export function readOf({ n }: Home, seat: TellerSeat): Read {
  const as = (more = 0): Read => ({ choices: { i1: optionAt(n + 1 + more) } })
  const spoilt = (voidReason: KeyedVoidReason): Read => ({ voidReason })
  const turns: readonly Record<TellerSeat, Read>[] = [
    { 1: spoilt('blank'), 2: spoilt('unreadable'), 3: as() },
    { 1: as(), 2: as(1), 3: as() },
    { 1: as(1), 2: as(), 3: as() },
    { 1: as(), 2: as(1), 3: as(2) },
    { 1: spoilt('marked'), 2: as(), 3: spoilt('blank') },
  ]
  const even: Record<TellerSeat, Read> = { 1: as(), 2: as(), 3: as() }
  return (turns[Math.floor(n / ON_PAPER_IN) % 11] ?? even)[seat]
}
