import { ROLE_LABELS } from '#core/permissions'
import { AS_ID, ONLY_FOR_ORDER, personalTable, type PersonalArea } from '#server/platform/personal-data'

const published = personalTable({
  table: 'notices',
  title: '发过的通知',
  mine: ['author_id'],
  order: ['notice_id'],
  columns: {
    community_id: AS_ID,
    notice_id: AS_ID,
    place_id: AS_ID,
    place_name: '发到哪里',
    jurisdiction: ONLY_FOR_ORDER,
    inside: ONLY_FOR_ORDER,
    author_id: AS_ID,
    by_name: '署的名',
    unit_name: '代表哪里',
    role: { title: '以什么职务', words: (value) => ROLE_LABELS[value] },
    title: '标题',
    text: '内容',
    words_state: ONLY_FOR_ORDER,
    pinned_until: '置顶到',
    pin_slot: ONLY_FOR_ORDER,
    is_public: { title: '谁都能看', words: (value) => (value ? '是' : '否') },
    published_at: '什么时候发的',
    withdrawn_at: '什么时候撤下',
    withdrawn_reason: '为什么撤下',
    told_after: ONLY_FOR_ORDER,
    told_at: ONLY_FOR_ORDER,
  },
})

const read = personalTable({
  table: 'notice_readers',
  title: '看过的通知',
  mine: ['person_id'],
  order: ['notice_id'],
  columns: { community_id: AS_ID, notice_id: AS_ID, person_id: AS_ID, read_at: '什么时候看的' },
})

/** What somebody published, and read. */
export const noticeData: PersonalArea = {
  tables: [published, read],
  others: {},
  stays: { 'notices.author_id': '通知是在职务上发的，谁发的要查得到' },
  forget: async (db, { communityId, personId }) => {
    await db
      .deleteFrom('notice_readers')
      .where('community_id', '=', communityId)
      .where('person_id', '=', personId)
      .execute()
  },
}
