import type { InputOf } from '#core/contract'
import { reportMatterEndpoint } from '#core/matters'
import { listPostsEndpoint, writePostEndpoint, type PostView } from '#core/threads'
import type { TestServer } from '../api/test-server'
import type { Neighbourhood, SignedInPerson } from './neighbourhood'

type Body = Partial<NonNullable<InputOf<(typeof writePostEndpoint)['body']>>>

/** Talks in the thread of a matter through the API. */
export interface Talking {
  /** Reports a matter and answers what stands for its thread in calls. */
  thread(by: SignedInPerson, serviceCode?: 'stair_lamp' | 'counselling' | 'complaint'): Promise<ThreadParams>
  say(by: SignedInPerson, thread: ThreadParams, text: string, more?: Body): Promise<PostView>
  read(by: SignedInPerson, thread: ThreadParams): Promise<PostView[]>
}

/** Parameters of the calls about one thread. */
export interface ThreadParams {
  communityId: string
  subjectKind: 'matter'
  subjectId: string
}

/** Talking in the first community of a neighbourhood. */
export function talking(server: () => TestServer, place: () => Neighbourhood): Talking {
  return {
    thread: async (by, serviceCode = 'stair_lamp') => {
      const { communityId, buildingId } = place().community
      const { matterId } = await server().ok(reportMatterEndpoint, {
        as: by.token,
        params: { communityId },
        body: { placeId: buildingId, serviceCode, title: '楼道灯不亮' },
      })
      return { communityId, subjectKind: 'matter', subjectId: matterId }
    },
    say: (by, thread, text, more = {}) =>
      server().ok(writePostEndpoint, { as: by.token, params: thread, body: { text, ...more } }),
    read: async (by, thread) =>
      (await server().ok(listPostsEndpoint, { as: by.token, params: thread, query: {} })).items,
  }
}
