import type { FastifyInstance } from 'fastify'
import {
  actOnItemEndpoint,
  changeItemEndpoint,
  correctLedgerEndpoint,
  linkItemEndpoint,
  listItemsEndpoint,
  listLedgerEndpoint,
  rateItemEndpoint,
  readItemEndpoint,
  writeItemEndpoint,
  writeLedgerEndpoint,
} from '#core/rounds'
import { withChain, type ReadChain } from '#server/chain/index'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnItem } from './act-on-item'
import { correctLedger, writeLedger } from './ledger'
import { linkItem, type ItemLinkReaders } from './link-item'
import { listItems } from './list-items'
import { listLedger } from './list-ledger'
import { rateItem } from './ratings'
import { readItem } from './read-item'
import { changeItem, writeItem } from './write-item'

/** Routes of action items, their ledgers and ratings. */
export function itemRoutes(
  app: FastifyInstance,
  parts: ServerParts,
  { links: readers, chain }: { links: ItemLinkReaders; chain: ReadChain },
): void {
  register(app, parts, writeItemEndpoint, (context, { params, body }) =>
    writeItem(context, { roundId: params.roundId, ...body }, parts),
  )
  register(app, parts, changeItemEndpoint, (context, { params, body }) =>
    changeItem(context, { ...params, ...body }, parts),
  )
  register(app, parts, listItemsEndpoint, (context, { params, query }) =>
    listItems(context, { roundId: params.roundId, ...query }),
  )
  register(app, parts, readItemEndpoint, async (context, { params }) => {
    const view = await readItem(context, params.itemId)
    return withChain(view, context, { kind: 'item', id: view.itemId }, chain)
  })
  register(app, parts, actOnItemEndpoint, (context, { params, body }) =>
    actOnItem(context, { ...params, ...body }, parts),
  )
  register(app, parts, linkItemEndpoint, (context, { params, body }) =>
    linkItem(context, { ...params, ...body }, readers),
  )
  register(app, parts, listLedgerEndpoint, (context, { params, query }) =>
    listLedger(context, { ...params, ...query }),
  )
  register(app, parts, writeLedgerEndpoint, (context, { params, body }) =>
    writeLedger(context, { ...params, ...body }, parts),
  )
  register(app, parts, correctLedgerEndpoint, (context, { params, body }) =>
    correctLedger(context, { ...params, ...body }, parts),
  )
  register(app, parts, rateItemEndpoint, (context, { params, body }) =>
    rateItem(context, { ...params, ...body }),
  )
}
