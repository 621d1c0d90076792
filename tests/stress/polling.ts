import { randomUUID } from 'node:crypto'
import type { AnswerOf, Endpoint } from '#core/contract'
import {
  actOnProxyEndpoint,
  castBallotEndpoint,
  fileProxyEndpoint,
  receiveEnvelopeEndpoint,
  returnEnvelopeEndpoint,
  type MyVoter,
} from '#core/votes'
import type { CallInput } from '../api/test-server'
import type { Phones } from './phones'
import { agentOf, type Adult, type Deed, type Errand, type Home, type Step } from './plans'

/** A deed that the product acknowledged. */
export interface Acknowledged extends Step {
  home: Home
  answer: unknown
  /** Sends the same once more, under the same key. */
  again(): Promise<unknown>
  /** It had to be sent more than once. */
  repeated: boolean
  milliseconds: number
}

/** One that was a ballot: for whom it was handed in, and when. */
export interface AcknowledgedBallot extends Acknowledged {
  by: Adult
  choice: string
  cast: Pick<MyVoter, 'voterId' | 'castAt'>
}

/** Where everybody votes, and who takes envelopes and checks proxies there. */
export interface Station {
  params: { communityId: string; voteId: string }
  homes: readonly Home[]
  /** Of each home: as what it stands on the roll, and the photo of the authority it gave. */
  voterOf: ReadonlyMap<string, { voterId: string; number: number }>
  photoOf: ReadonlyMap<string, string>
  officials: readonly string[]
  checkers: readonly string[]
}

/** A day on which thousands vote, each in their own way, and what was acknowledged of it. */
export class PollingDay {
  readonly acknowledged: Acknowledged[] = []
  readonly ballots: AcknowledgedBallot[] = []
  private readonly proxyOf = new Map<string, string>()

  constructor(
    private readonly phones: Phones,
    private readonly station: Station,
  ) {}

  /** All errands, each step by step. */
  run(errands: readonly Errand[]): Promise<void> {
    return this.phones.all(errands, async ({ home, steps }) => {
      for (const step of steps) await this.deeds[step.deed](home, step)
    })
  }

  private readonly deeds: Record<Deed, (home: Home, step: Step) => Promise<void>> = {
    cast: (home, step) => this.cast(home, step),
    cast_for: (home, step) => this.cast(home, step),
    receive: async (home, step) => {
      const { params } = this.station
      const { voterId, number } = this.voter(home)
      const body = home.n % 2 === 0 ? { number } : { voterId }
      await this.does(home, step, receiveEnvelopeEndpoint, { as: this.official(home), params, body })
    },
    give_back: async (home, step) => {
      const params = { ...this.station.params, voterId: this.voter(home).voterId }
      await this.does(home, step, returnEnvelopeEndpoint, { as: this.official(home), params })
    },
    ask: async (home, step) => {
      const { params, photoOf } = this.station
      const photoIds = [photoOf.get(home.homeId) ?? '']
      const names = { principalName: '李秀兰', agentName: '周小明' }
      const body = { voterId: this.voter(home).voterId, ...names, photoIds }
      const { answer } = await this.does(home, step, fileProxyEndpoint, {
        as: this.agent(home),
        params,
        body,
      })
      this.proxyOf.set(home.homeId, answer.proxyId)
    },
    accept: (home, step) => this.onProxy(home, step, this.checker(home), { act: 'accept' }),
    revoke: (home, step) => this.onProxy(home, step, home.adults[0]?.token ?? '', { act: 'revoke' }),
    take_back: (home, step) =>
      this.onProxy(home, step, this.checker(home), { act: 'revoke', reason: '本人到社区来说不代了' }),
  }

  private async cast(home: Home, step: Step): Promise<void> {
    const { by, choice } = step
    if (!by || choice === undefined) throw new Error('A ballot is of somebody, and chooses')
    const body = { voterId: this.voter(home).voterId, choices: { i1: choice } }
    const done = await this.does(home, step, castBallotEndpoint, {
      as: by.token,
      params: this.station.params,
      body,
    })
    this.ballots.push({ ...done, by, choice, cast: done.answer })
  }

  private async onProxy(
    home: Home,
    step: Step,
    as: string,
    body: { act: 'accept' | 'revoke'; reason?: string },
  ): Promise<void> {
    const params = { ...this.station.params, proxyId: this.proxyOf.get(home.homeId) ?? '' }
    await this.does(home, step, actOnProxyEndpoint, { as, params, body })
  }

  private async does<E extends Endpoint>(
    home: Home,
    step: Step,
    endpoint: E,
    input: CallInput<E>,
  ): Promise<Acknowledged & { answer: AnswerOf<E> }> {
    const once = { ...input, key: randomUUID() }
    const begun = performance.now()
    const { answer, repeated } = await this.phones.send(endpoint, once)
    const milliseconds = performance.now() - begun
    const again = async () => (await this.phones.send(endpoint, once)).answer
    const done = { ...step, home, answer, again, repeated, milliseconds }
    this.acknowledged.push(done)
    return done
  }

  private voter({ homeId }: Home): { voterId: string; number: number } {
    return this.station.voterOf.get(homeId) ?? { voterId: '', number: 0 }
  }

  private agent = (home: Home): string => agentOf(home, this.station.homes).token
  private official = ({ n }: Home): string => oneOf(this.station.officials, n)
  private checker = ({ n }: Home): string => oneOf(this.station.checkers, n)
}

const oneOf = (all: readonly string[], n: number): string => all[n % all.length] ?? ''
