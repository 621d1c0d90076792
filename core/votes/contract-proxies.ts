import { z } from 'zod/mini'
import { cursor, endpoint, id, optionalText, pageOf, requiredText } from '../contract'
import { photoView } from '../photos'
import { VOTE_REASON_LENGTH } from './contract'
import { PROXY_ACT_NAMES, PROXY_NAME_LENGTH, PROXY_PHOTOS_AT_MOST } from './proxies'
import { proxyNote } from './proxy-note'

const voteParams = z.object({ communityId: id, voteId: id })

/** A proxy with the photos of the written authority. */
export const proxyView = z.object({ ...proxyNote.shape, photos: z.array(photoView) })
export type ProxyView = z.output<typeof proxyView>

/** Which proxies an official looks through. */
export const PROXY_LISTS = ['waiting', 'all'] as const
export type ProxyList = (typeof PROXY_LISTS)[number]

export const fileProxyEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/proxies',
  summary: '代别人投：写明受谁委托，附上委托书的照片，等社区核对',
  params: voteParams,
  body: z.object({
    voterId: id,
    principalName: requiredText(PROXY_NAME_LENGTH),
    agentName: requiredText(PROXY_NAME_LENGTH),
    /** Of the written authority: at least one (`decideProxyPhotos`). */
    photoIds: z.array(id).check(
      z.maxLength(PROXY_PHOTOS_AT_MOST, 'VOTE_PROXY_PHOTOS'),
      z.refine((ids: string[]) => new Set(ids).size === ids.length, 'PHOTO_UNKNOWN'),
    ),
  }),
  response: proxyView,
})

export const listProxiesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/proxies',
  summary: '委托：核对名册的人看全部，别人看自己代的和代自己家的',
  params: voteParams,
  query: z.object({ list: z._default(z.enum(PROXY_LISTS), 'all'), cursor }),
  response: pageOf(proxyView),
})

export const actOnProxyEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/proxies/:proxyId/acts',
  summary: '核对委托、不认、撤回申请、收回委托；截止以前都可以收回',
  params: z.object({ communityId: id, voteId: id, proxyId: id }),
  body: z.object({ act: z.enum(PROXY_ACT_NAMES), reason: optionalText(VOTE_REASON_LENGTH) }),
  response: proxyView,
})
