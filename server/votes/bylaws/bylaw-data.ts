import { BYLAW_STATE_LABELS } from '#core/votes'
import { AS_ID, dayOf, personalTable, SOMEBODY_ELSE } from '#server/platform/personal-data'

/** Bylaws that somebody recorded for the owners of a place. */
export const recordedBylaws = personalTable({
  table: 'bylaws',
  title: '备案过的规约',
  mine: ['recorded_by'],
  order: ['bylaw_id'],
  columns: {
    community_id: AS_ID,
    bylaw_id: AS_ID,
    place_id: AS_ID,
    place_name: '哪里的',
    jurisdiction: AS_ID,
    title: '叫什么',
    clause: '没交票的怎么算',
    adopted_on: '哪天通过的',
    state: { title: '现在', words: (state) => BYLAW_STATE_LABELS[state] },
    recorded_by: AS_ID,
    recorded_name: '署的名',
    recorded_at: '什么时候备案的',
    decided_by: SOMEBODY_ELSE,
    decided_name: '谁看的',
    decided_at: '什么时候看的',
    ended_by: SOMEBODY_ELSE,
    ended_name: '谁停用的',
    ended_at: '什么时候停用的',
    reason: '没确认、停用的原因',
  },
  read: (row) => ({ adopted_on: dayOf(row.adopted_on) }),
})

/** Other columns that name a person, and what stays of them when an account is closed. */
export const ofBylaws = {
  others: {
    'bylaws.decided_by': '是别人备案的规约；您确认过的，是办公时做的，在「办过的事的记录」里',
    'bylaws.ended_by': '是别人备案的规约；您停用过的，是办公时做的，在「办过的事的记录」里',
  },
  stays: {
    'bylaws.recorded_by': '规约算不算数，要查得到是谁备案的；只剩没有称呼的编号',
    'bylaws.decided_by': '办公时确认过规约，要查得到',
    'bylaws.ended_by': '办公时停用过规约，要查得到',
  },
}
