import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, optionalText, pageOf } from '../contract'
import { photoView } from '../photos'
import { VOTE_REASON_LENGTH } from './contract'
import {
  DELIVERY_ACT_NAMES,
  DELIVERY_LISTS,
  DELIVERY_NUMBER_LENGTH,
  DELIVERY_PHOTOS_AT_MOST,
} from './deliveries'
import { DELIVERY_WAYS } from './delivery-ways'
import { deliveryNote } from './silence-view'

const voteParams = z.object({ communityId: id, voteId: id })

/** One on the roll, and the proof that the ballot reached them; null: there is none. */
export const deliveryRow = z.object({
  voterId: id,
  name: z.string(),
  /** In 0.01 m². */
  areaCentiM2: z.int(),
  delivery: z.nullable(z.object({ ...deliveryNote.shape, photos: z.array(photoView) })),
  /** The voter said that nothing came, the last time, and in which words; null: they never did. */
  contested: z.nullable(z.object({ words: z.nullable(z.string()), at: instant })),
})
export type DeliveryRow = z.output<typeof deliveryRow>

export const recordDeliveryEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/deliveries',
  summary: '登记选票送到了：当面签收附照片，邮寄写单号；或者自己确认收到',
  params: voteParams,
  body: z.object({
    voterId: id,
    how: z.enum(DELIVERY_WAYS),
    /** Of what was posted (`decideDeliveryProof`). */
    number: optionalText(DELIVERY_NUMBER_LENGTH),
    /** Of the signature (`decideDeliveryProof`). */
    photoIds: z._default(
      z.array(id).check(
        z.maxLength(DELIVERY_PHOTOS_AT_MOST, 'VOTE_DELIVERY_PROOF'),
        z.refine((ids: string[]) => new Set(ids).size === ids.length, 'PHOTO_UNKNOWN'),
      ),
      [],
    ),
  }),
  response: deliveryRow,
})

export const listDeliveriesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/deliveries',
  summary: '选票送到了哪些，还差哪些',
  params: voteParams,
  query: z.object({ list: z._default(z.enum(DELIVERY_LISTS), 'all'), cursor }),
  response: pageOf(deliveryRow),
})

export const actOnDeliveryEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/deliveries/:deliveryId/acts',
  summary: '说没有收到；登记错的收回。开始投票以前都可以',
  params: z.object({ communityId: id, voteId: id, deliveryId: id }),
  body: z.object({ act: z.enum(DELIVERY_ACT_NAMES), reason: optionalText(VOTE_REASON_LENGTH) }),
  response: deliveryRow,
})
