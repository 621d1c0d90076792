import { z } from 'zod/mini'
import { chainOfView } from '../../chain'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../../contract'
import { SHOWN_AS } from '../../matters'
import { WORDS_STATES } from '../../moderation'
import { photoIds, photoView } from '../../photos'
import { roundParams } from '../contract'
import { ROUND_STATES } from '../workflow'
import { RATINGS } from '../evaluation/ratings'
import { AMOUNT_FEN_AT_MOST, LEDGER_KINDS } from './ledger'
import { ITEM_ACT_NAMES, ITEM_LINK_KINDS, ITEM_OTHER_STEPS, ITEM_OWNER_KINDS, ITEM_STATES } from './workflow'

/** Limits in characters. */
export const ITEM_TITLE_LENGTH = 60
export const ITEM_PROMISE_LENGTH = 500
export const ITEM_NOTE_LENGTH = 500
export const LEDGER_WHAT_LENGTH = 60

const itemParams = z.object({ communityId: id, roundId: id, itemId: id })
const day = z.iso.date()
const count = z.int()
const ratings = z.object({ kept: count, partly: count, not_kept: count })

const facts = {
  itemId: id,
  title: z.string(),
  /** What was promised: what it is rated against. */
  promise: z.string(),
  state: z.enum(ITEM_STATES),
  ownerKind: z.enum(ITEM_OWNER_KINDS),
  /** Who took it on, or the organisation that is asked. */
  ownerName: z.nullable(z.string()),
  taken: z.boolean(),
  /** The reader took it on. */
  mine: z.boolean(),
  dueOn: day,
  isProject: z.boolean(),
  topicId: z.nullable(id),
}

/** An item on the board of a round. */
export const itemCard = z.object({
  ...facts,
  /** Of the reader; null: not rated by them. */
  rated: z.nullable(z.enum(RATINGS)),
  mayRate: z.boolean(),
  ratings,
})
export type ItemCard = z.output<typeof itemCard>

const stepView = z.object({
  stepId: id,
  seq: count,
  act: z.enum([...ITEM_ACT_NAMES, ...ITEM_OTHER_STEPS]),
  at: instant,
  byName: z.nullable(z.string()),
  mine: z.boolean(),
  /** Null: nothing was written, or it isn't for this reader. */
  note: z.nullable(z.string()),
  /** The words of it can be reported. */
  reportable: z.boolean(),
  photos: z.array(photoView),
})
export type ItemStepView = z.output<typeof stepView>

export const itemView = z.object({
  ...facts,
  communityId: id,
  roundId: id,
  question: z.string(),
  roundState: z.enum(ROUND_STATES),
  placeId: id,
  /** For its author and moderators: what neighbours see of the words. */
  wordsState: z.nullable(z.enum(WORDS_STATES)),
  byName: z.nullable(z.string()),
  written: z.boolean(),
  /** Of `organisation`: which. */
  organisationId: z.nullable(id),
  link: z.nullable(z.object({ kind: z.enum(ITEM_LINK_KINDS), id })),
  steps: z.array(stepView),
  ratings,
  rated: z.nullable(z.enum(RATINGS)),
  may: z.object({ change: z.boolean(), link: z.boolean(), keepLedger: z.boolean(), rate: z.boolean() }),
  acts: z.array(z.enum(ITEM_ACT_NAMES)),
  revision: count,
  chain: chainOfView,
})
export type ItemView = z.output<typeof itemView>

const words = {
  title: requiredText(ITEM_TITLE_LENGTH),
  promise: requiredText(ITEM_PROMISE_LENGTH),
  dueOn: day,
  ownerKind: z.enum(ITEM_OWNER_KINDS),
  /** Of `organisation`: which. */
  organisationId: z.optional(id),
  isProject: z._default(z.boolean(), false),
  topicId: z.optional(id),
}
const shownAs = z._default(z.enum(SHOWN_AS), 'resident')

export const writeItemEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/items',
  summary: '记下一件要办的事：说好做到什么、哪天做到、谁来办',
  params: roundParams,
  body: z.object({
    ...words,
    /** The writer takes it on at once. */
    takesOn: z._default(z.boolean(), false),
    shownAs,
  }),
  response: itemView,
})

export const changeItemEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/rounds/:roundId/items/:itemId',
  summary: '改一件要办的事',
  params: itemParams,
  body: z.object({ revision: count, ...words }),
  response: itemView,
})

export const listItemsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/items',
  summary: '这一轮要办的事，先记下的在前',
  params: roundParams,
  query: z.object({ cursor }),
  response: pageOf(itemCard),
})

export const actOnItemEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/items/:itemId/acts',
  summary: '认下、交回、说进展、办好了、不办了、接着办',
  params: itemParams,
  body: z.object({
    act: z.enum(ITEM_ACT_NAMES),
    revision: count,
    note: optionalText(ITEM_NOTE_LENGTH),
    photoIds,
    shownAs,
  }),
  response: itemView,
})

export const linkItemEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/items/:itemId/link',
  summary: '连上办这件事的事项、心愿或表决',
  params: itemParams,
  body: z.object({ revision: count, kind: z.enum(ITEM_LINK_KINDS), id }),
  response: itemView,
})

const ledgerEntry = z.object({
  entryId: id,
  kind: z.enum(LEDGER_KINDS),
  /** In fen: money in positive, money out negative; of a correction what it takes back, the other way round. */
  amountFen: count,
  what: z.string(),
  /** From whom, or to whom. */
  withWhom: z.nullable(z.string()),
  onDay: day,
  byName: z.nullable(z.string()),
  at: instant,
  /** The entry that this one takes back, and why. */
  corrects: z.nullable(id),
  corrected: z.boolean(),
  photos: z.array(photoView),
})
export type LedgerEntryView = z.output<typeof ledgerEntry>

const ledger = {
  /** Sums over the whole ledger, in fen. */
  inFen: count,
  outFen: count,
  balanceFen: count,
}

const ledgerPage = z.object({ ...ledger, items: z.array(ledgerEntry), nextCursor: z.nullable(z.string()) })
export type LedgerView = z.output<typeof ledgerPage>

const itemPage = z.extend(itemView, {
  /** Of a project: its ledger, from the newest entry on. */
  ledger: z.optional(ledgerPage),
})
export type ItemPageView = z.output<typeof itemPage>

export const readItemEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/round-items/:itemId',
  summary: '一件要办的事，一步一步的进展，和账目',
  params: z.object({ communityId: id, itemId: id }),
  response: itemPage,
})

export const listLedgerEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/items/:itemId/ledger',
  summary: '账目：收入、支出、实物和结余，新的在前',
  params: itemParams,
  query: z.object({ cursor }),
  response: ledgerPage,
})

export const writeLedgerEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/items/:itemId/ledger',
  summary: '记一笔收入、支出或实物，带上凭据的照片',
  params: itemParams,
  body: z.object({
    kind: z.enum(LEDGER_KINDS),
    /** In fen; of a gift nothing. */
    fen: z.int().check(z.minimum(0), z.maximum(AMOUNT_FEN_AT_MOST)),
    what: requiredText(LEDGER_WHAT_LENGTH),
    withWhom: optionalText(LEDGER_WHAT_LENGTH),
    onDay: day,
    photoIds,
  }),
  response: z.object({ ...ledger, entryId: id }),
})

export const correctLedgerEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/items/:itemId/ledger/:entryId/corrections',
  summary: '这一笔记错了，冲掉它；两笔都留着',
  params: z.object({ communityId: id, roundId: id, itemId: id, entryId: id }),
  body: z.object({ reason: requiredText(LEDGER_WHAT_LENGTH) }),
  response: z.object({ ...ledger, entryId: id }),
})
