import type { Endpoint } from '#core/contract'
import type { WechatServer } from '../../wechat/protocol-server'
import type { Busybody } from '../busybody'
import type { ManyRows } from '../many-rows'
import type { TestServer } from '../test-server'

/** What the calls are made in: someone who may do everything, on something of everything. */
export interface Scene {
  server: TestServer
  wechat: WechatServer
  busy: Busybody
  rows: ManyRows
}

/** How many SQL statements one call may make, without begin and commit. */
export interface Budget {
  endpoint: Endpoint
  /** What each of them is for stands beside the number. */
  statements: number
  input?: (scene: Scene) => object | Promise<object>
}

/** The budgets of an area. */
export interface AreaBudgets {
  /** Lists and pages: the same number for one row and for twenty. */
  reads: Record<string, Budget>
  /** Acts, done in this order, each on something in a state that fits. */
  writes: Record<string, Budget>
  /** Makes twenty rows for each of the lists. */
  twenty?: (scene: Scene) => Promise<unknown>
}

export const WHO = 1 // the session
export const HERE = 2 // the session, and the region with what the caller holds in it
export const ONCE = 2 // the key taken, the answer kept under it
export const ON_RECORD = 1 // the audit entry

export const here = ({ busy }: Scene) => ({ communityId: busy.ids.communityId })

/** A list or a page of what the busybody's ids name. */
export const read = (endpoint: Endpoint, statements: number, query: object = {}): Budget => ({
  endpoint,
  statements,
  input: ({ busy }) => ({ params: { ...busy.ids }, query }),
})

/** An act on what the busybody's ids name. */
export const write = (
  endpoint: Endpoint,
  statements: number,
  body: (scene: Scene) => object | Promise<object>,
): Budget => ({
  endpoint,
  statements,
  input: async (scene) => ({ params: { ...scene.busy.ids }, body: await body(scene) }),
})
