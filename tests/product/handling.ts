import { randomUUID } from 'node:crypto'
import { actOnMatterEndpoint, reportMatterEndpoint, type MatterView, type PersonAct } from '#core/matters'
import { listPlacesEndpoint } from '#core/places'
import { readMeEndpoint } from '#core/people'
import type { AnswerOf, Endpoint } from '#core/contract'
import type { CallInput } from '../api/test-server'
import { callUntilAnswered, okAt, signInAs } from './caller'

/** A write that the product acknowledged, with what is needed to send it once more. */
export interface Acknowledged {
  send(): Promise<MatterView>
  answer: MatterView
  /** It had to be sent more than once. */
  repeated: boolean
}

/** People of the demo who report and handle matters, over and over, wherever the product is now. */
export class People {
  readonly acknowledged: Acknowledged[] = []
  private constructor(
    private readonly urlNow: () => string,
    private readonly tokens: Record<'amei' | 'chief' | 'worker', string>,
    private readonly place: { communityId: string; buildingId: string; gridId: string },
  ) {}

  static async signIn(urlNow: () => string): Promise<People> {
    const [amei, chief, worker] = [
      await signInAs(urlNow(), '阿梅'),
      await signInAs(urlNow(), '陈国强'),
      await signInAs(urlNow(), '张师傅'),
    ]
    const { communities } = await okAt(urlNow(), readMeEndpoint, { as: worker })
    const [community] = communities
    const params = { communityId: community!.communityId }
    const estates = await okAt(urlNow(), listPlacesEndpoint, { as: amei, params, query: {} })
    const query = { parentId: estates.items[0]!.placeId }
    const buildings = await okAt(urlNow(), listPlacesEndpoint, { as: amei, params, query })
    const buildingId = buildings.items.find(({ name }) => name === '3号楼')!.placeId
    const gridId = community!.roles.find(({ role }) => role === 'grid_worker')!.placeId
    return new People(urlNow, { amei, chief, worker }, { ...params, buildingId, gridId })
  }

  /** One matter from its report to the reporter's word, every act repeated until it is answered. */
  async handleOne(title: string): Promise<void> {
    const { communityId, buildingId: placeId, gridId } = this.place
    const { amei, chief, worker } = this.tokens
    const body = { placeId, serviceCode: 'stair_lamp', title } as const
    let matter = await this.write(reportMatterEndpoint, { as: amei, params: { communityId }, body })
    const act = async (as: string, name: PersonAct, more: object = {}) => {
      const params = { communityId, matterId: matter.matterId }
      matter = await this.write(actOnMatterEndpoint, {
        as,
        params,
        body: { act: name, revision: matter.revision, ...more },
      })
    }
    await act(chief, 'acknowledge')
    await act(chief, 'assign', { team: { kind: 'grid', placeId: gridId } })
    await act(worker, 'start')
    await act(worker, 'resolve', { outcome: 'fixed', note: '换了灯头' })
    await act(amei, 'dispute', { note: '还是不亮' })
    await act(worker, 'resolve', { outcome: 'fixed', note: '换了整只灯' })
    await act(amei, 'confirm')
  }

  private async write<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<MatterView> {
    const once = { ...input, key: randomUUID() }
    const send = async () => {
      const { status, body, repeated } = await callUntilAnswered(this.urlNow, endpoint, once)
      if (status !== 200) throw new Error(`${endpoint.path} answered ${status}: ${JSON.stringify(body)}`)
      return { answer: body as AnswerOf<E> as MatterView, repeated }
    }
    const { answer, repeated } = await send()
    this.acknowledged.push({ answer, repeated, send: async () => (await send()).answer })
    return answer
  }
}
