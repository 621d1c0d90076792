import { proxyStateInWords } from '#core/votes'
import { AS_ID, personalTable, SOMEBODY_ELSE } from '#server/platform/personal-data'

/** For whom somebody votes by proxy. */
export const proxied = personalTable({
  table: 'vote_proxies',
  title: '受委托代投',
  mine: ['agent_id'],
  order: ['vote_id', 'proxy_id'],
  columns: {
    community_id: AS_ID,
    vote_id: AS_ID,
    proxy_id: AS_ID,
    voter_id: AS_ID,
    voter_name: '替哪一户投',
    principal_name: '委托人，照委托书写的',
    agent_id: AS_ID,
    agent_name: '受托人，照委托书写的',
    state: { title: '现在', words: (state) => proxyStateInWords(state, false) },
    asked_at: '什么时候申请的',
    decided_at: '什么时候核对或收回的',
    decided_by: SOMEBODY_ELSE,
    decided_name: '谁核对的',
    reason: '写的原因',
  },
})

/** Other columns that name a person, and what stays of them when an account is closed. */
export const ofProxies = {
  others: {
    'vote_proxies.decided_by': '是别人受的委托；您核对或收回的，是办公时做的，或在收到的消息里',
  },
  stays: {
    'vote_proxies.agent_id': '代投过的票照样算数，要查得到是谁代的；只剩没有称呼的编号',
    'vote_proxies.decided_by': '办公时核对过委托，或自己收回过，要查得到是谁办的',
  },
}
