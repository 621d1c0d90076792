import { z } from 'zod/mini'
import { chainOfView } from '../chain'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import { SERVICE_CODES, SHOWN_AS } from '../matters'
import { WORDS_STATES } from '../moderation'
import { callerPhone } from '../people'
import { photoIds, photoView } from '../photos'
import { WISH_KIND_CODES } from './kinds'
import { CONSENT_WAYS, MERGE_KINDS, WISH_SCOPES } from './wish'
import { WISH_ACT_NAMES, WISH_LISTS, WISH_PERSON_ACTS, WISH_STATES, type WishPersonAct } from './workflow'

/** Limits of a wish: nothing but the title is required. */
export const WISH_TITLE_LENGTH = 60
export const WISH_TEXT_LENGTH = 500
export const WISH_WHERE_LENGTH = 40
export const WISH_WHEN_LENGTH = 40
export const WISH_NOTE_LENGTH = 200
export const OTHER_NAME_LENGTH = 20
/** Offers that may wait for one wish at once. */
export const OFFERS_AT_MOST = 20

const communityParams = z.object({ communityId: id })
const wishParams = z.object({ communityId: id, wishId: id })
/** A day in Asia/Shanghai. */
const day = z.iso.date()

const facts = {
  wishId: id,
  title: z.string(),
  kind: z.enum(WISH_KIND_CODES),
  /** What its author is called: a nickname, or 3号楼的一位住户. */
  byName: z.string(),
  /** Said for somebody else. */
  forOther: z.boolean(),
  state: z.enum(WISH_STATES),
  wantedBy: z.nullable(day),
  /** When it suits, in the author's words. */
  whenSuits: z.nullable(z.string()),
  standsUntil: z.nullable(instant),
  submittedAt: instant,
  changedAt: instant,
  /** Homes that want it too. */
  seconds: z.int(),
  secondsNeeded: z.int(),
  /** Who helps, as they want to be called; null for nobody, or a neighbour who isn't named. */
  helperName: z.nullable(z.string()),
  mine: z.boolean(),
  /** The reader is the helper. */
  helping: z.boolean(),
  /** The reader is of the organisation that holds the claim, whoever of it helps. */
  organisationHelps: z.boolean(),
  /** The organisation's member has left; until then another of it can go on. For its members and the author. */
  replaceUntil: z.nullable(instant),
}

/** A wish in a list. */
export const wishItem = z.object({
  ...facts,
  thumbUrl: z.nullable(z.string()),
  /** What its author said when it came true. */
  thanks: z.nullable(z.string()),
  /** Offers that wait for the reader's word; 0 for everybody but its author. */
  offersWaiting: z.int(),
})
export type WishItem = z.output<typeof wishItem>

const wishEntry = z.object({
  seq: z.int(),
  act: z.enum(['submit', ...WISH_ACT_NAMES]),
  at: instant,
  byName: z.nullable(z.string()),
  mine: z.boolean(),
  helperName: z.nullable(z.string()),
  note: z.nullable(z.string()),
})

/** Somebody's offer, as the author sees it. */
export const offerView = z.object({
  offerId: id,
  name: z.string(),
  note: z.nullable(z.string()),
  offeredAt: instant,
  lapsesAt: instant,
})
export type OfferView = z.output<typeof offerView>

export const wishView = z.object({
  ...facts,
  communityId: id,
  text: z.nullable(z.string()),
  /** Where to meet, in the author's words. */
  where: z.nullable(z.string()),
  scope: z.enum(WISH_SCOPES),
  scopeName: z.string(),
  placeName: z.string(),
  shownAs: z.enum(SHOWN_AS),
  /** For its author and moderators: what neighbours see of the words. */
  wordsState: z.nullable(z.enum(WORDS_STATES)),
  declinedReason: z.nullable(z.string()),
  publishedAt: z.nullable(instant),
  claimedAt: z.nullable(instant),
  contactedAt: z.nullable(instant),
  deliveredAt: z.nullable(instant),
  askedAgainAt: z.nullable(instant),
  /** For the author: offers that wait. */
  offers: z.array(offerView),
  /** How many wait, for everybody. */
  offersWaiting: z.int(),
  offered: z.boolean(),
  seconded: z.boolean(),
  maySecond: z.boolean(),
  mayTakeBackSecond: z.boolean(),
  /** For author and helper: the other's phone, masked; null when there is none to see. */
  contactMasked: z.nullable(z.string()),
  mayReadContact: z.boolean(),
  /** Organisations for which the reader may offer help; empty where they may not offer. */
  mayOfferFor: z.array(z.object({ organisationId: id, name: z.string() })),
  /** For author and moderators, of a wish said for somebody else; the name is forgotten some time after its end. */
  consent: z.nullable(z.object({ name: z.nullable(z.string()), way: z.enum(CONSENT_WAYS) })),
  proposal: z.nullable(
    z.object({
      kind: z.enum(MERGE_KINDS),
      id: z.nullable(id),
      title: z.nullable(z.string()),
      byName: z.string(),
      reason: z.string(),
    }),
  ),
  mergedInto: z.nullable(z.object({ kind: z.enum(MERGE_KINDS), id })),
  photos: z.array(photoView),
  timeline: z.array(wishEntry),
  revision: z.int(),
  acts: z.array(z.enum(WISH_PERSON_ACTS)),
  chain: chainOfView,
})
export type WishView = z.output<typeof wishView>

export const submitWishEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/wishes',
  summary: '说个心愿；替别人说的，写明本人怎么同意的',
  params: communityParams,
  body: z.object({
    /** The building it comes from; of a wish for oneself, one lives there. */
    placeId: id,
    scope: z.enum(WISH_SCOPES),
    kind: z.enum(WISH_KIND_CODES),
    title: requiredText(WISH_TITLE_LENGTH),
    text: optionalText(WISH_TEXT_LENGTH),
    wantedBy: z.optional(day),
    whenSuits: optionalText(WISH_WHEN_LENGTH),
    where: optionalText(WISH_WHERE_LENGTH),
    shownAs: z._default(z.enum(SHOWN_AS), 'resident'),
    photoIds,
    /** The action item of a round that it is to fulfil: linked as it is said. */
    itemId: z.optional(id),
    forOther: z.optional(
      z.object({
        name: requiredText(OTHER_NAME_LENGTH),
        way: z.enum(CONSENT_WAYS),
        /** To reach them instead of who writes it down; sealed at once. */
        phone: z.optional(callerPhone),
      }),
    ),
  }),
  response: wishView,
})

export const listWishesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/wishes',
  summary: '邻居的心愿：等人帮的最急的在前，别的新的在前；第一页带每一类有多少',
  params: communityParams,
  query: z.object({
    list: z._default(z.enum(WISH_LISTS), 'waiting'),
    placeId: z.optional(id),
    kind: z.optional(z.enum(WISH_KIND_CODES)),
    /** Only those of a list into which this wish may be merged, for who may ask its author; without counts. */
    mergeOf: z.optional(id),
    cursor,
  }),
  response: z.object({
    ...pageOf(wishItem).shape,
    /** Of each list, without regard to kind; each stops one above COUNT_CAP. On the first page only. */
    counts: z.nullable(z.object({ waiting: z.int(), helping: z.int(), fulfilled: z.int() })),
    /** What came true last at the same place, at most 2. On the first page of those that wait, without a kind, only. */
    lately: z.nullable(z.array(wishItem)),
  }),
})

export const WISH_PARTS = ['said', 'helping'] as const
export type WishPart = (typeof WISH_PARTS)[number]

export const listMyWishesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/wishes/mine',
  summary: '我说的心愿，或我帮的忙，新的在前',
  params: communityParams,
  query: z.object({ part: z._default(z.enum(WISH_PARTS), 'said'), cursor }),
  response: pageOf(wishItem),
})

export const wishOrigin = z.object({
  placeId: id,
  name: z.string(),
  /** I live there. */
  home: z.boolean(),
  scopes: z.array(z.object({ scope: z.enum(WISH_SCOPES), placeId: id, name: z.string() })),
})
export type WishOrigin = z.output<typeof wishOrigin>

export const listWishOriginsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/wish-origins',
  summary: '我能从哪栋楼说心愿，说给多大范围听；写一个地方，就是替那里的邻居说',
  params: communityParams,
  query: z.object({ placeId: z.optional(id) }),
  response: z.object({ items: z.array(wishOrigin) }),
})

export const readWishEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/wishes/:wishId',
  summary: '一个心愿和它的进展',
  params: wishParams,
  response: wishView,
})

export const actOnWishEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/wishes/:wishId/acts',
  summary: '愿意帮、点头、联系上、帮好了、帮到了、让给别人、撤回、合到一起等各步',
  params: wishParams,
  body: z.object({
    act: z.enum(WISH_PERSON_ACTS as [WishPersonAct, ...WishPersonAct[]]),
    revision: z.int(),
    note: optionalText(WISH_NOTE_LENGTH),
    /** Of accept_offer and decline_offer. */
    offerId: z.optional(id),
    /** Of offer: for one's organisation, which then holds the claim. */
    organisationId: z.optional(id),
    /** Of offer: how the helper wants to be called. */
    shownAs: z._default(z.enum(SHOWN_AS), 'nickname'),
    /** Of renew: another day, when the old one is over. */
    wantedBy: z.optional(day),
    /** Of ask_merge: into what; a new matter has no id. */
    into: z.optional(z.object({ kind: z.enum(MERGE_KINDS), id: z.optional(id) })),
    /** Of become_matter, and of agreeing to a new matter: what kind of matter it is. */
    serviceCode: z.optional(z.enum(SERVICE_CODES)),
    photoIds,
  }),
  response: wishView,
})

export const secondWishEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/wishes/:wishId/second',
  summary: '我也想要，一户一次',
  params: wishParams,
  response: wishView,
})

export const takeBackSecondEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/wishes/:wishId/second',
  summary: '我不要了',
  params: wishParams,
  response: wishView,
})

export const readWishContactEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/wishes/:wishId/contact-readings',
  summary: '看对方的电话，帮忙的人和说心愿的人互相看得到；看过会记下来',
  params: wishParams,
  response: z.object({ phone: z.nullable(z.string()) }),
})
