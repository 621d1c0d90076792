import { actOnBylawEndpoint, recordBylawEndpoint, type BylawAct, type BylawView } from '#core/votes'
import type { TestServer } from '../api/test-server'
import type { Neighbourhood, SignedInPerson } from './neighbourhood'
import { photosOf } from './proxies'

/** What the paper says. */
export const INPUT = {
  title: '湖光苑业主大会议事规则',
  clause: '没有交回表决票的业主，其表决权数计入多数人选的那一边。',
  adoptedOn: '2026-05-10',
}

interface Named {
  bylawId: string
}

type More = Partial<typeof INPUT> & { placeId?: string; photoIds?: string[] }

/** Bylaws of the estate, recorded, confirmed and ended through the API. */
export function bylawsOn(server: () => TestServer, place: () => Neighbourhood) {
  const params = () => ({ communityId: place().community.communityId })
  const input = async (by: SignedInPerson, more: More) => ({
    as: by.token,
    params: params(),
    body: {
      ...INPUT,
      placeId: place().community.estateId,
      ...more,
      photoIds: more.photoIds ?? (await photosOf(by, 2)),
    },
  })
  /** Records them; the answer as it came. */
  const tryRecord = async (by: SignedInPerson, more: More = {}) =>
    server().call(recordBylawEndpoint, await input(by, more))
  /** The same where it works. */
  const recorded = async (by: SignedInPerson, more: More = {}): Promise<BylawView> =>
    server().ok(recordBylawEndpoint, await input(by, more))
  const acted = (by: SignedInPerson, bylawId: string, body: { act: BylawAct; reason?: string }) => ({
    as: by.token,
    params: { ...params(), bylawId },
    body,
  })
  const tryAct = (...acting: Parameters<typeof acted>) => server().call(actOnBylawEndpoint, acted(...acting))
  const act = (...acting: Parameters<typeof acted>): Promise<BylawView> =>
    server().ok(actOnBylawEndpoint, acted(...acting))
  /** Recorded by one and put in force by another. */
  const inForce = async (by: SignedInPerson, second: SignedInPerson, more: More = {}): Promise<BylawView> =>
    act(second, (await recorded(by, more)).bylawId, { act: 'put_in_force' })
  /** What somebody was told of them, first to last. */
  const told = async ({ bylawId }: Named, { personId }: SignedInPerson): Promise<string[]> => {
    const rows = await server()
      .db.selectFrom('inbox_items')
      .select('kind')
      .where('subject_id', '=', bylawId)
      .where('person_id', '=', personId)
      .orderBy('item_id')
      .execute()
    return rows.map(({ kind }) => kind)
  }
  return { tryRecord, recorded, tryAct, act, inForce, told }
}
