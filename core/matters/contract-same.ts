import { z } from 'zod/mini'
import { endpoint, id, requiredText } from '../contract'
import { communityParams, matterItem, matterParams, matterView, TITLE_LENGTH } from './contract'
import { SERVICE_CODES } from './catalogue'

/** At most so many similar matters are offered (design, report page). */
export const SIMILAR_AT_MOST = 3

export const listSimilarMattersEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/matters/similar',
  summary: '这里有没有人报过同样的事',
  params: communityParams,
  query: z.object({ placeId: id, serviceCode: z.enum(SERVICE_CODES), title: requiredText(TITLE_LENGTH) }),
  response: z.object({ items: z.array(matterItem) }),
})

export const listMergeTargetsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/matters/:matterId/merge-targets',
  summary: '这件事可以并到哪些事里，最像的在前',
  params: matterParams,
  response: z.object({ items: z.array(matterItem) }),
})

export const joinMatterEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/matters/:matterId/joins',
  summary: '我也遇到了',
  params: matterParams,
  response: matterView,
})

export const leaveMatterEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/matters/:matterId/joins',
  summary: '我不再跟着这件事',
  params: matterParams,
  response: matterView,
})
