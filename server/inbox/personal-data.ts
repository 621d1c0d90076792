import { INBOX_CHOICE_LABELS, INBOX_TOPIC_LABELS } from '#core/inbox'
import { AS_ID, ONLY_FOR_ORDER, personalTable, type PersonalArea } from '#server/platform/personal-data'

const TABLES_OF_ONE = ['inbox_items', 'inbox_groups', 'inbox_choices'] as const

/** What somebody was told, and how they want to be told. */
export const inboxData: PersonalArea = {
  tables: [
    personalTable({
      table: 'inbox_items',
      title: '收到的消息',
      mine: ['person_id'],
      order: ['item_id'],
      columns: {
        community_id: AS_ID,
        person_id: AS_ID,
        item_id: AS_ID,
        kind: AS_ID,
        about: '说的是',
        subject_kind: AS_ID,
        subject_id: AS_ID,
        at: '什么时候',
        held_until: ONLY_FOR_ORDER,
        seen: ONLY_FOR_ORDER,
      },
    }),
    personalTable({
      table: 'inbox_choices',
      title: '消息设置',
      mine: ['person_id'],
      order: ['topic'],
      columns: {
        community_id: AS_ID,
        person_id: AS_ID,
        topic: { title: '哪一类', words: (value) => INBOX_TOPIC_LABELS[value] },
        choice: { title: '怎么告诉', words: (value) => INBOX_CHOICE_LABELS[value] },
      },
    }),
  ],
  others: { 'inbox_groups.person_id': '同样的消息，按事情合在一起；一条一条的在「收到的消息」里' },
  stays: {},
  forget: async (db, { communityId, personId }) => {
    for (const table of TABLES_OF_ONE)
      await db
        .deleteFrom(table)
        .where('community_id', '=', communityId)
        .where('person_id', '=', personId)
        .execute()
  },
}
