import { DELIVERY_HOW_LABELS } from '#core/votes'
import { AS_ID, personalTable, SOMEBODY_ELSE } from '#server/platform/personal-data'

/** To whom somebody delivered a ballot, or that they got theirs. */
export const delivered = personalTable({
  table: 'vote_deliveries',
  title: '登记过的选票送达',
  mine: ['by_person'],
  order: ['vote_id', 'delivery_id'],
  columns: {
    community_id: AS_ID,
    vote_id: AS_ID,
    delivery_id: AS_ID,
    voter_id: AS_ID,
    how: { title: '怎么送的', words: (how) => DELIVERY_HOW_LABELS[how] },
    note: '邮寄的单号',
    at: '什么时候登记的',
    by_person: AS_ID,
    by_name: '署的名',
    ended_at: '什么时候不算了',
    ended_by: SOMEBODY_ELSE,
    ended_name: SOMEBODY_ELSE,
    end_reason: '为什么不算了',
  },
})

/** Other columns that name a person, and what stays of them when an account is closed. */
export const ofDeliveries = {
  others: {
    'vote_deliveries.ended_by': '是别人登记的；您说没收到或收回的，只改了那一条',
  },
  stays: {
    'vote_deliveries.by_person': '选票送没送到关系到结果，要查得到是谁登记的；只剩没有称呼的编号',
    'vote_deliveries.ended_by': '谁说没收到、谁收回的，要查得到；只剩没有称呼的编号',
  },
}
