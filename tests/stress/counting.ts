import { randomUUID } from 'node:crypto'
import { keyEnvelopeEndpoint, listEnvelopesToKeyEndpoint, type TellerSeat } from '#core/votes'
import type { Phones } from './phones'
import { readOf, type Home } from './plans'

/** Envelopes that one teller opens side by side. */
const SIDE_BY_SIDE = 4

/** What the product acknowledged that a teller keyed in. */
export interface KeyedIn {
  seat: TellerSeat
  home: Home
  answer: { left: number; closed: boolean }
  repeated: boolean
}

/** The tellers open envelopes over HTTP, each what waits for them, and read what `readOf` says. */
export class CountingRoom {
  readonly acknowledged: KeyedIn[] = []

  constructor(
    private readonly phones: Phones,
    private readonly params: { communityId: string; voteId: string },
    private readonly tellers: Record<TellerSeat, string>,
    private readonly homeOf: ReadonlyMap<string, Home>,
  ) {}

  /** Homes whose envelopes wait for a teller, page by page. */
  async waitingFor(seat: TellerSeat): Promise<Home[]> {
    const homes: Home[] = []
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const { answer } = await this.phones.send(listEnvelopesToKeyEndpoint, {
        as: this.tellers[seat],
        params: this.params,
        query: { list: 'waiting', cursor },
      })
      homes.push(...answer.items.map(({ voterId }) => this.homeOf.get(voterId) as Home))
      cursor = answer.nextCursor ?? undefined
    }
    return homes
  }

  /** One teller keys in all of these. */
  keyAll(seat: TellerSeat, homes: readonly Home[]): Promise<void> {
    const voterIds = new Map([...this.homeOf].map(([voterId, { homeId }]) => [homeId, voterId]))
    const keyOne = async (home: Home) => {
      const { answer, repeated } = await this.phones.send(keyEnvelopeEndpoint, {
        as: this.tellers[seat],
        params: { ...this.params, voterId: voterIds.get(home.homeId) ?? '' },
        body: readOf(home, seat),
        key: randomUUID(),
      })
      this.acknowledged.push({ seat, home, answer, repeated })
    }
    return this.phones.all(homes, keyOne, SIDE_BY_SIDE)
  }
}
