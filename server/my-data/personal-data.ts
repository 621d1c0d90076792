import { WORDS_CHOICE_LABELS } from '#core/my-data'
import {
  AS_ID,
  leftOut,
  ONLY_FOR_ORDER,
  personalTable,
  type PersonalArea,
} from '#server/platform/personal-data'

/** Archives that were asked for, and the wish to close the account. What goes of them goes with the account itself. */
export const myDataData: PersonalArea = {
  tables: [
    personalTable({
      table: 'data_archives',
      title: '要过的数据',
      mine: ['person_id'],
      order: ['archive_id'],
      columns: {
        person_id: AS_ID,
        archive_id: AS_ID,
        state: ONLY_FOR_ORDER,
        asked_at: '什么时候要的',
        ready_at: leftOut('做的时候还不知道'),
        ends_at: '存到什么时候',
        pieces: ONLY_FOR_ORDER,
        bytes: leftOut('做的时候还不知道'),
      },
    }),
    personalTable({
      table: 'account_closings',
      title: '要求注销',
      mine: ['person_id'],
      order: ['person_id'],
      columns: {
        person_id: AS_ID,
        words: { title: '说过的话', words: (value) => WORDS_CHOICE_LABELS[value].title },
        asked_at: '什么时候说的',
        due_at: '什么时候注销',
        waits_since: '从什么时候起，等交回职务',
      },
    }),
  ],
  others: {},
  stays: {},
}
