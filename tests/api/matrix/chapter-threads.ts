import { reportWordsEndpoint } from '#core/moderation'
import {
  blockAuthorEndpoint,
  deletePostEndpoint,
  listPostsEndpoint,
  lockThreadEndpoint,
  takeBackThanksEndpoint,
  thankPostEndpoint,
  unblockEndpoint,
  unlockThreadEndpoint,
  writePostEndpoint,
} from '#core/threads'
import { manyWords } from '../many-words'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'

const here = ({ place }: Stage) => ({ communityId: place.community.communityId })

/** The thread of a new matter of the building. */
async function thread(stage: Stage) {
  const subjectId = await stage.matter({ state: 'submitted' })
  return { ...here(stage), subjectKind: 'matter' as const, subjectId }
}

async function lockedThread(stage: Stage) {
  const params = await thread(stage)
  await stage.server.db
    .insertInto('thread_locks')
    .values({
      community_id: params.communityId,
      subject_kind: params.subjectKind,
      subject_id: params.subjectId,
      locked_by: stage.persons.community_staff.personId,
      by_name: '工作人员',
      reason: '修好了',
      locked_at: stage.server.clock.now,
    })
    .execute()
  return params
}

/** A post that `the reporter` wrote there. */
async function post(stage: Stage) {
  const { communityId, subjectId } = await thread(stage)
  const words = manyWords(stage.server, communityId)
  const [postId = ''] = await words.posts(1, subjectId, stage.persons['the reporter'].personId)
  return { communityId, postId }
}

/** `neighbour` doesn't listen to somebody. */
async function block(stage: Stage) {
  const { communityId } = here(stage)
  const { personId } = await stage.place.person()
  const words = manyWords(stage.server, communityId)
  const [blockId = ''] = await words.blocks(stage.persons.neighbour.personId, [personId])
  return { communityId, blockId }
}

/**
 * domain.md 8: who may read a thread is who may read what it is about; only who moderates locks, only the author
 * deletes, and nobody thanks, reports or blocks themselves.
 */
export const THREADS: Chapter = {
  about: 'the thread of a matter',
  columns: {
    read: calls(listPostsEndpoint)(async (stage) => ({ params: await thread(stage), query: {} })),
    say: acts(writePostEndpoint)(async (stage) => ({
      params: await thread(stage),
      body: { text: '我家也是' },
    })),
    thank: calls(thankPostEndpoint)(async (stage) => ({ params: await post(stage) })),
    unthank: calls(takeBackThanksEndpoint)(async (stage) => ({ params: await post(stage) })),
    report: acts(reportWordsEndpoint)(async (stage) => ({
      params: here(stage),
      body: { target: { kind: 'post', id: (await post(stage)).postId }, category: 'insult' },
    })),
    block: calls(blockAuthorEndpoint)(async (stage) => ({ params: await post(stage) })),
    unblock: calls(unblockEndpoint)(async (stage) => ({ params: await block(stage) })),
    lock: acts(lockThreadEndpoint)(async (stage) => ({
      params: await thread(stage),
      body: { reason: '修好了' },
    })),
    unlock: acts(unlockThreadEndpoint)(async (stage) => ({ params: await lockedThread(stage) })),
    delete: acts(deletePostEndpoint)(async (stage) => ({ params: await post(stage) })),
  },
  table: `
                                  | read | say | thank | unthank | report | block | unblock | lock | unlock | delete
nobody                            | 401  | 401 | 401   | 401     | 401    | 401   | 401     | 401  | 401    | 401
the reporter                      | 200  | 200 | 403   | 403     | 403    | 403   | 404     | 403  | 403    | 200
neighbour                         | 200  | 200 | 200   | 200     | 200    | 200   | 200     | 403  | 403    | 403
resident of the home              | 200  | 200 | 200   | 200     | 200    | 200   | 404     | 403  | 403    | 403
resident elsewhere                | 200  | 200 | 200   | 200     | 200    | 200   | 404     | 403  | 403    | 403
grid_worker                       | 200  | 200 | 200   | 200     | 200    | 200   | 404     | 403  | 403    | 403
grid_worker who handled           | 200  | 200 | 200   | 200     | 200    | 200   | 404     | 403  | 403    | 403
grid_chief, grid_chief who handled| 200  | 200 | 200   | 200     | 200    | 200   | 404     | 403  | 403    | 403
grid_specialist                   | 200  | 200 | 200   | 200     | 200    | 200   | 404     | 403  | 403    | 403
community_secretary               | 200  | 200 | 200   | 200     | 200    | 200   | 404     | 403  | 403    | 403
subdistrict_staff, district_staff | 200  | 200 | 200   | 200     | 200    | 200   | 404     | 403  | 403    | 403
community_staff                   | 200  | 200 | 200   | 200     | 200    | 200   | 404     | 200  | 200    | 403
community_staff who handled       | 200  | 200 | 200   | 200     | 200    | 200   | 404     | 200  | 200    | 403
visitor, the asker                | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
building_head                     | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
building_head of another building | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
owners_committee                  | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
property_staff, property lead     | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
property_staff of another estate  | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
grid_worker of another grid       | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
grid_chief of another grid        | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
grid_specialist of another grid   | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
residents_committee               | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
auditor, administrator            | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404
the other community               | 404  | 404 | 404   | 404     | 404    | 404   | 404     | 404  | 404    | 404`,
}
