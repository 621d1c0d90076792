import { isPossibleDay, type WishDoing, type WishPersonAct } from '#core/wishes'
import { DomainError } from '#core/errors'
import { signedAs } from '#core/permissions'
import { enforceHelper, listOrganisationsOf } from '#server/organisations/index'
import { enforceConsent, isVerified } from '#server/people/index'
import type { DoingWish } from './act-on-wish'
import { endWithdrawn } from './act-unasked'
import { mergeAgreed, becomeMatter, becomeTopic, mergingOffice, proposalOf } from './merge-wish'
import { authorName, helperNames } from './names'
import { endOffers, findWaitingOffer, saveOffer, setOffer } from './offers'
import type { StoredWish } from './repository'
import { tellOfWish } from './tell'

/** What one act found out and did besides the wish's own row. */
export interface Carried {
  /** What who did it is called on the timeline. */
  byName: string | null
  doing?: Partial<WishDoing>
  columns?: Partial<StoredWish>
}

type Carrying = (doing: DoingWish) => Promise<Carried>

const byAuthor = (doing: DoingWish): Carried => ({ byName: authorName(doing.row) })
const byHelper = ({ row }: DoingWish): Carried => ({ byName: row.helper_name })

/** 我来帮: by a person with a verified phone, for themselves or for an organisation of theirs. */
const offer: Carrying = async ({ tx, context, row, input, now }) => {
  const { actor, region } = context
  await enforceConsent(tx, actor.personId)
  await enforceHelper(tx, actor.personId)
  const organisation = input.organisationId
    ? (await listOrganisationsOf(tx, region.regionId, actor.personId)).find(
        ({ organisationId }) => organisationId === input.organisationId,
      )
    : undefined
  if (input.organisationId && !organisation) throw new DomainError('ORGANISATION_NOT_YOURS', 'organisationId')
  const person = await tx
    .selectFrom('people')
    .select('nickname')
    .where('person_id', '=', actor.personId)
    .executeTakeFirst()
  const names = helperNames(input.shownAs, person?.nickname ?? null, organisation?.name)
  await saveOffer(tx, row, {
    personId: actor.personId,
    organisationId: organisation?.organisationId ?? null,
    ...names,
    // For the author alone, to whom it is said.
    note: input.note ? input.note : null,
    now,
  })
  return { byName: names.shownName }
}

const takeBackOffer: Carrying = async ({ tx, context, row }) => {
  const own = await findWaitingOffer(tx, row, { personId: context.actor.personId })
  if (!own) throw new DomainError('STATE_CHANGED')
  await setOffer(tx, own, 'taken_back')
  return { byName: own.shown_name }
}

const namedOffer = async ({ tx, row, input }: DoingWish) => {
  const found = input.offerId ? await findWaitingOffer(tx, row, { offerId: input.offerId }) : undefined
  if (!found) throw new DomainError('WISH_OFFER_GONE', 'offerId')
  return found
}

/** 请他来帮: who offered too is thanked and told. */
const acceptOffer: Carrying = async (doing) => {
  const { tx, row, context, now } = doing
  const accepted = await namedOffer(doing)
  // They may have deleted their phone meanwhile; the author would wait for nobody.
  if (!(await isVerified(tx, accepted.person_id))) throw new DomainError('WISH_HELPER_NO_PHONE', 'offerId')
  await setOffer(tx, accepted, 'accepted')
  const others = await endOffers(tx, row, 'waiting', 'declined')
  await tellOfWish(tx, row, 'wish_offer_ended', others, { byPersonId: context.actor.personId, at: now })
  return {
    ...byAuthor(doing),
    doing: { helper: { personId: accepted.person_id, organisationId: accepted.organisation_id } },
    columns: { helper_name: accepted.shown_name },
  }
}

const declineOffer: Carrying = async (doing) => {
  const { tx, row, context, now } = doing
  const declined = await namedOffer(doing)
  await setOffer(tx, declined, 'declined')
  await tellOfWish(tx, row, 'wish_offer_ended', [declined.person_id], {
    byPersonId: context.actor.personId,
    at: now,
  })
  return byAuthor(doing)
}

const endClaim =
  (by: (doing: DoingWish) => Carried): Carrying =>
  async (doing) => {
    await endOffers(doing.tx, doing.row, 'accepted', 'ended')
    return by(doing)
  }

/** 帮到了: the thanks stand where neighbours read them, if they may. */
const confirm: Carrying = (doing) =>
  Promise.resolve({
    ...byAuthor(doing),
    columns: { thanks: doing.input.note && doing.wordsShown ? doing.input.note : null },
  })

const withdraw: Carrying = async (doing) => {
  const { tx, row, context, now } = doing
  await endWithdrawn(tx, row, { byPersonId: context.actor.personId, at: now })
  return byAuthor(doing)
}

/** 还想要: by another day, or by none when the old one is over. */
const renew: Carrying = (doing) => {
  const { input, row, now } = doing
  if (input.wantedBy && !isPossibleDay(input.wantedBy, now))
    throw new DomainError('WISH_DAY_WRONG', 'wantedBy')
  const kept = row.wanted_by && isPossibleDay(row.wanted_by, now) ? row.wanted_by : null
  return Promise.resolve({ ...byAuthor(doing), doing: { wantedBy: input.wantedBy ?? kept } })
}

/** 组织里换个人来: who takes over is known behind the scenes, as who offers is (domain.md 4). */
const takeOver: Carrying = async (doing) => {
  const { tx, context } = doing
  await enforceConsent(tx, context.actor.personId)
  await enforceHelper(tx, context.actor.personId)
  return byHelper(doing)
}

const askMerge: Carrying = async (doing) => {
  const { context, row, input } = doing
  const proposal = await proposalOf(doing)
  const held = mergingOffice(context.actor.roles, row)
  const byName = held ? signedAs(held) : ''
  return {
    byName,
    doing: { proposal },
    columns: {
      proposal_kind: proposal.kind,
      proposal_id: proposal.id,
      proposal_by: proposal.byId,
      proposal_by_name: byName,
      proposal_reason: input.note ?? '',
    },
  }
}

const CARRYING: Record<WishPersonAct, Carrying> = {
  offer,
  take_back_offer: takeBackOffer,
  decline_offer: declineOffer,
  accept_offer: acceptOffer,
  contact: (doing) =>
    Promise.resolve(doing.wish.authorId === doing.context.actor.personId ? byAuthor(doing) : byHelper(doing)),
  hand_back: endClaim(byHelper),
  release: endClaim(byAuthor),
  take_over: takeOver,
  deliver: (doing) => Promise.resolve(byHelper(doing)),
  confirm,
  not_yet: (doing) => Promise.resolve(byAuthor(doing)),
  withdraw,
  renew,
  ask_merge: askMerge,
  refuse_merge: (doing) => Promise.resolve(byAuthor(doing)),
  agree_merge: async (doing) => ({ ...byAuthor(doing), columns: await mergeAgreed(doing) }),
  become_matter: async (doing) => ({ ...byAuthor(doing), columns: await becomeMatter(doing) }),
  become_topic: async (doing) => ({ ...byAuthor(doing), columns: await becomeTopic(doing) }),
}

/** Does what an act does besides changing the wish's own row; throws what stands against it. */
export function carryOut(doing: DoingWish): Promise<Carried> {
  return CARRYING[doing.input.act](doing)
}
