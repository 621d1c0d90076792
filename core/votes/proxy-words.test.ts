import { PROXY_ACT_NAMES, PROXY_STATES } from './proxies'
import {
  principalsInWords,
  PROXY_ACT_LABELS,
  proxyReasonAsked,
  proxyStateInWords,
  proxyVotedInWords,
} from './proxy-words'

describe('a proxy in words', () => {
  it('says for how many one may vote', () => {
    expect(principalsInWords('homes', 1)).toBe('可以委托别人代投，每人最多代 1 户')
    expect(principalsInWords('owners', 3)).toBe('可以委托别人代投，每人最多代 3 位')
    expect(principalsInWords('homes', 0)).toBe('不接受委托，都由本人投')
  })

  it('has a word of its own for each state and act', () => {
    expect(new Set(PROXY_STATES.map((state) => proxyStateInWords(state, false))).size).toBe(
      PROXY_STATES.length,
    )
    expect(new Set(PROXY_ACT_NAMES.map((act) => PROXY_ACT_LABELS[act])).size).toBe(PROXY_ACT_NAMES.length)
  })

  it('no longer waits when voting is over', () => {
    expect(proxyStateInWords('asked', true)).toBe('截止前没有核对，没用上')
    expect(proxyStateInWords('accepted', true)).toBe(proxyStateInWords('accepted', false))
  })

  it('says whether somebody voted, never how, and whose ballot has precedence', () => {
    expect(proxyVotedInWords(true, 'principal')).toBe('已经替您投了；您自己投了，以您的为准')
    expect(proxyVotedInWords(true, 'agent')).toMatch(/以本人的为准/)
    expect(proxyVotedInWords(false, 'agent')).toBe('您还没有代投')
  })

  it('asks officials for a reason, and nobody else', () => {
    expect(proxyReasonAsked('refuse', 'official')).toBe('委托书哪里不对')
    expect(proxyReasonAsked('revoke', 'official')).toBe('为什么收回')
    expect(proxyReasonAsked('revoke', 'principal')).toBeNull()
    expect(proxyReasonAsked('accept', 'official')).toBeNull()
  })
})
