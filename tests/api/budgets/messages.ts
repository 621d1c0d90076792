import { chooseInboxTopicEndpoint, listInboxChoicesEndpoint, markSubjectReadEndpoint } from '#core/inbox'
import {
  listNoticesEndpoint,
  markNoticeReadEndpoint,
  pinNoticeEndpoint,
  publishNoticeEndpoint,
  readNoticeEndpoint,
  readPublicNoticeEndpoint,
  withdrawNoticeEndpoint,
} from '#core/notices'
import { searchEndpoint } from '#core/search'
import { manyNotices } from '../many-notices'
import { HERE, here, ON_RECORD, ONCE, read, write, type AreaBudgets, type Budget, type Scene } from './budget'

const SHOWN = 2 // its photos; how many read it
const PINNED = 2 // what is over makes room; what is taken

const noticesHere: Budget = {
  endpoint: listNoticesEndpoint,
  statements: HERE + 3, // the place; on top; the others
  input: ({ busy }) => ({
    params: { communityId: busy.ids.communityId },
    query: { placeId: busy.ids.placeId },
  }),
}

const notices = (scene: Scene, count: number) =>
  manyNotices(scene.server, scene.busy.ids.communityId as string, count, scene.busy.everywhere.personId)

/** The inbox's settings, notices and search. */
export const messageBudgets: AreaBudgets = {
  reads: {
    'what I chose': read(listInboxChoicesEndpoint, HERE + 1),
    'notices of a place': noticesHere,
    'notices of mine': read(listNoticesEndpoint, HERE + 1, { mine: 'true' }),
    'a notice': read(readNoticeEndpoint, HERE + 1 + SHOWN), // itself
    'a notice for everybody': {
      endpoint: readPublicNoticeEndpoint,
      statements: 1, // itself
      input: async (scene) => {
        const [noticeId = ''] = await notices(scene, 1)
        await scene.server.db
          .updateTable('notices')
          .set({ is_public: true })
          .where('notice_id', '=', noticeId)
          .execute()
        return { params: { ...here(scene), noticeId } }
      },
    },
    search: {
      endpoint: searchEndpoint,
      statements: HERE + 3, // the newest; all hits; the notices among them
      input: async (scene) => {
        await notices(scene, 1)
        return { params: here(scene), query: { q: '停水' } }
      },
    },
  },
  writes: {
    'open what a message is about': write(markSubjectReadEndpoint, HERE + ONCE + 3, ({ busy }) => ({
      kind: 'matter',
      id: busy.ids.matterId,
    })), // what is kept back; saved; unread
    'choose a topic': write(chooseInboxTopicEndpoint, HERE + ONCE + 1, () => ({
      topic: 'talk',
      choice: 'daily',
    })),
    'publish a notice': write(
      publishNoticeEndpoint,
      HERE + ONCE + 3 + PINNED + SHOWN + ON_RECORD, // itself; found; told by a job
      ({ busy }) => ({ placeId: busy.ids.communityId, title: '通知', text: '周四停电', pinDays: 1 }),
    ),
    'read a notice': write(markNoticeReadEndpoint, HERE + ONCE + 5, () => ({})), // itself; counted; its messages, kept back and told; what is left unread
    'pin a notice': write(pinNoticeEndpoint, HERE + ONCE + 3 + PINNED + SHOWN + ON_RECORD, () => ({
      pinDays: 1,
    })), // locked; freed; pinned
    'withdraw a notice': write(withdrawNoticeEndpoint, HERE + ONCE + 6 + SHOWN + ON_RECORD, () => ({
      reason: '改期了',
    })), // locked; saved; not found any more; told, kept back and listed without its title
  },
  // With the reads' own four no more than a page: of more, the newest would do.
  twenty: (scene) => notices(scene, 16),
}
