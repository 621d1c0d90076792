import fc from 'fast-check'
import {
  ACT_LABELS,
  CHANNEL_LABELS,
  CLOSING_LABELS,
  isClosingAct,
  OUTCOME_LABELS,
  STATE_TONES,
  type ClosingAct,
} from './labels'
import { CHANNELS } from './matter'
import { entryInWords, type TimelineEntry } from './timeline'
import { comingSteps, factsOf, stateInWords, type Standing } from './words'
import { MATTER_ACT_NAMES, MATTER_STATES, OUTCOMES, stateAfter, type MatterAct } from './workflow'

const NOW = new Date('2026-11-20T06:00:00Z')
const CLOSING = Object.keys(CLOSING_LABELS) as ClosingAct[]

const standing = (particulars: Partial<Standing>): Standing => ({
  state: 'submitted',
  holderName: '第三网格',
  leadName: null,
  outcome: null,
  closedBy: null,
  resolvedAt: null,
  changedAt: '2026-11-20T01:20:00.000Z',
  reviewAt: null,
  mine: false,
  awaitsAnswer: false,
  ...particulars,
})
const lampFixed = {
  leadName: '张师傅（网格员）',
  outcome: 'fixed',
  resolvedAt: '2026-11-20T01:20:00.000Z',
} as const
const entry = (particulars: Partial<TimelineEntry>): TimelineEntry => ({
  act: 'submit',
  at: NOW.toISOString(),
  byName: null,
  unitName: null,
  mine: false,
  teamName: null,
  outcome: null,
  note: null,
  toName: null,
  reviewAt: null,
  channel: null,
  ...particulars,
})

/** Plain speech: Chinese, none of the words of offices (design.md), no blanks left where a name should be. */
const PLAIN = /^[\p{Script=Han}\d:，。：；（）、「」 ]+$/u
const OFFICE_WORDS = /工单|流转|提交|派单|签收|承办|办结|系统|状态|操作/
const isPlain = (text: string) =>
  PLAIN.test(text) && !OFFICE_WORDS.test(text) && !/^[，。 ]|[，、 ]$|，，/.test(text)

const anyStanding = fc.record<Standing>({
  state: fc.constantFrom(...MATTER_STATES),
  holderName: fc.constantFrom('第三网格', '湖光社区'),
  leadName: fc.constantFrom(null, '湖光苑物业'),
  outcome: fc.constantFrom(...OUTCOMES),
  closedBy: fc.constantFrom(null, ...CLOSING),
  resolvedAt: fc.constantFrom(null, '2026-11-20T01:20:00.000Z'),
  changedAt: fc.constant('2026-11-20T01:20:00.000Z'),
  reviewAt: fc.constantFrom(null, '2026-12-01T16:00:00.000Z'),
  mine: fc.boolean(),
  awaitsAnswer: fc.boolean(),
})

describe('where a matter stands, in one line', () => {
  it.each<[string, Partial<Standing>]>([
    ['等第三网格来接', {}],
    ['第三网格看到了，正在找人办', { state: 'acknowledged' }],
    ['湖光苑物业接到了，还没开始', { state: 'assigned', leadName: '湖光苑物业' }],
    ['张师傅（网格员）正在处理', { state: 'in_progress', leadName: '张师傅（网格员）' }],
    ['办好了，等您看一眼', { state: 'resolved', ...lampFixed, mine: true, awaitsAnswer: true }],
    [
      '没能解决，等报的人看一眼',
      { state: 'resolved', ...lampFixed, outcome: 'not_fixed', awaitsAnswer: true },
    ],
    ['办好了，等别人核实', { state: 'resolved', ...lampFixed, mine: true }],
    ['您说解决了', { state: 'closed', ...lampFixed, closedBy: 'confirm', mine: true }],
    ['报的人说解决了', { state: 'closed', ...lampFixed, closedBy: 'confirm' }],
    ['核实过，解决了', { state: 'closed', ...lampFixed, closedBy: 'verify_passed' }],
    ['七天没等到回音，先结束了', { state: 'closed', ...lampFixed, closedBy: 'close_unconfirmed' }],
    ['第三网格说明了不归这里办', { state: 'declined' }],
    ['先放一放，12月2日（周三）再看', { state: 'deferred', reviewAt: '2026-12-01T16:00:00.000Z' }],
    ['您撤回了', { state: 'withdrawn', mine: true }],
    ['报的人撤回了', { state: 'withdrawn' }],
    ['和另一件并到一起办了', { state: 'merged' }],
  ])('%s', (words, particulars) => {
    expect(stateInWords(standing(particulars))).toBe(words)
  })

  it.each(CLOSING)(
    'never says that something is solved that could not be fixed, however it closed (%s)',
    (closedBy) => {
      const words = stateInWords(standing({ state: 'closed', outcome: 'not_fixed', closedBy }))
      expect(words).toBe('没能解决，已结束')
    },
  )

  it('is said plainly, in every state', () => {
    fc.assert(fc.property(anyStanding, (any) => isPlain(stateInWords(any))))
  })
})

describe('the four facts', () => {
  it('say who holds it, since when, until when and what comes next', () => {
    expect(
      factsOf(standing({ state: 'resolved', ...lampFixed, mine: true, awaitsAnswer: true }), NOW),
    ).toEqual({
      where: '您手里，请看看好了没有',
      since: '今天 9:20',
      until: '11月27日（周五）',
      next: '您说解决了就结束；没解决，张师傅（网格员）接着办',
    })
  })

  it('name the unit until somebody handles it, then who handles it', () => {
    expect(factsOf(standing({ state: 'acknowledged' }), NOW).where).toBe('第三网格')
    expect(factsOf(standing({ state: 'in_progress', leadName: '湖光苑物业' }), NOW).where).toBe('湖光苑物业')
  })

  it('promise a day only while the reporter may still answer, or until it is looked at again', () => {
    fc.assert(
      fc.property(anyStanding, (any) => {
        const answering = any.awaitsAnswer && any.resolvedAt !== null
        const putOff = any.state === 'deferred'
        expect(factsOf(any, NOW).until !== null).toBe(putOff ? any.reviewAt !== null : answering)
      }),
    )
  })

  it('tell a reporter of a closed matter that they may still speak, and nobody else', () => {
    const closed = standing({ state: 'closed', ...lampFixed, closedBy: 'verify_passed', awaitsAnswer: true })
    expect(factsOf({ ...closed, mine: true }, NOW).next).toContain('您还可以说一声')
    expect(factsOf(closed, NOW).next).toBe('都记在下面，随时能看')
  })

  it('are said plainly, in every state', () => {
    fc.assert(
      fc.property(anyStanding, (any) => {
        const { where, since, until, next } = factsOf(any, NOW)
        for (const words of [where, since, until ?? '无', next])
          expect([words, isPlain(words)]).toEqual([words, true])
      }),
    )
  })
})

describe('the timeline', () => {
  it.each<[string, Partial<TimelineEntry>]>([
    ['您报了这件事', { mine: true }],
    ['一位住户报了这件事', {}],
    ['小林报了这件事', { byName: '小林' }],
    ['第三网格看到了', { act: 'acknowledge', unitName: '第三网格', byName: '王网格（网格长）' }],
    ['湖光社区说明不归这里办', { act: 'decline', unitName: '湖光社区' }],
    ['请湖光苑物业来办', { act: 'assign', teamName: '湖光苑物业' }],
    ['张师傅（网格员）去办了', { act: 'start', byName: '张师傅（网格员）' }],
    ['您去办了', { act: 'start', byName: '张师傅（网格员）', mine: true }],
    ['办好了', { act: 'resolve', outcome: 'fixed' }],
    ['说明白了', { act: 'resolve', outcome: 'explained' }],
    ['没能解决', { act: 'resolve', outcome: 'not_fixed' }],
    ['您说解决了', { act: 'confirm', mine: true }],
    ['一位住户说没解决，接着办', { act: 'dispute' }],
    ['李网格（网格员）核实过，情况属实', { act: 'verify_passed', byName: '李网格（网格员）' }],
    ['李网格（网格员）核实过，还没好，接着办', { act: 'verify_failed', byName: '李网格（网格员）' }],
    ['七天没等到回音，先结束了', { act: 'close_unconfirmed' }],
    ['张师傅（网格员）记下了这件事（上门听说）', { channel: 'visit', byName: '张师傅（网格员）' }],
    ['张师傅（网格员）记下了这件事（巡查发现）', { channel: 'patrol', byName: '张师傅（网格员）' }],
    ['一位住户请湖光社区再看看', { act: 'ask_review', toName: '湖光社区' }],
    ['一位住户说不是一件事，分了出来', { act: 'unmerge' }],
    ['换湖光苑物业来办', { act: 'reassign', teamName: '湖光苑物业' }],
    ['张师傅（网格员）办不了，请另找人办', { act: 'return', byName: '张师傅（网格员）' }],
    ['第一网格撤了，由第二网格接着管', { act: 'grid_dissolved', teamName: '第一网格', toName: '第二网格' }],
    ['第一网格撤了，由社区接着管', { act: 'grid_dissolved', teamName: '第一网格' }],
    ['湖光苑物业不在了，另请人办', { act: 'team_ended', teamName: '湖光苑物业' }],
    ['第三网格请湖光社区来办', { act: 'escalate', unitName: '第三网格', toName: '湖光社区' }],
    ['湖光社区请第三网格来办', { act: 'send_down', unitName: '湖光社区', toName: '第三网格' }],
    ['先放一放，到12月2日（周三）再看', { act: 'defer', reviewAt: '2026-12-01T16:00:00.000Z' }],
    ['到了再看的日子，接着办', { act: 'review_due' }],
    ['当场办好了', { act: 'resolve_on_spot', outcome: 'fixed' }],
    ['一位住户说又不行了，接着办', { act: 'reopen' }],
    ['孙师傅（网格员）复查过，还好着', { act: 'reinspect_passed', byName: '孙师傅（网格员）' }],
    ['您撤回了', { act: 'withdraw', mine: true }],
    ['一位住户退出了，由也遇到的一户接着跟', { act: 'hand_over' }],
  ])('%s', (words, particulars) => {
    expect(entryInWords(entry(particulars))).toBe(words)
  })

  it('has plain words for every act, with or without names', () => {
    const name = fc.constantFrom(null, '湖光社区')
    const anyEntry = fc.record({
      act: fc.constantFrom<MatterAct | 'submit'>('submit', ...MATTER_ACT_NAMES),
      byName: name,
      unitName: name,
      teamName: name,
      mine: fc.boolean(),
      outcome: fc.constantFrom(null, ...OUTCOMES),
      toName: name,
      reviewAt: fc.constantFrom(null, '2026-12-01T16:00:00.000Z'),
      channel: fc.constantFrom(null, ...CHANNELS),
    })
    fc.assert(fc.property(anyEntry, (any) => isPlain(entryInWords(entry(any)))))
  })

  it('says of a matter that is over that nothing is to come, and of an open one who has the last word', () => {
    for (const state of MATTER_STATES) {
      const steps = comingSteps({ state, mine: false, awaitsAnswer: state === 'resolved' })
      if (['closed', 'declined', 'withdrawn', 'merged'].includes(state)) expect(steps).toEqual([])
      else expect(steps.slice(-1)).toEqual(['报的人说解决没有'])
      expect(steps.every(isPlain)).toBe(true)
    }
    expect(comingSteps({ state: 'resolved', mine: true, awaitsAnswer: true })).toEqual(['请您看一眼'])
    expect(comingSteps({ state: 'resolved', mine: true, awaitsAnswer: false })).toEqual(['另一位去核实'])
  })

  it('knows which acts close, and where each leads', () => {
    expect(MATTER_ACT_NAMES.filter(isClosingAct)).toEqual(['confirm', 'verify_passed', 'close_unconfirmed'])
    const ending = MATTER_ACT_NAMES.filter((act) => stateAfter(act, 'resolved', true) === 'closed')
    expect(ending).toEqual(MATTER_ACT_NAMES.filter(isClosingAct))
  })
})

describe('labels', () => {
  it('are plain, and never the same for two acts or two outcomes', () => {
    for (const labels of [ACT_LABELS, OUTCOME_LABELS, CLOSING_LABELS, CHANNEL_LABELS]) {
      const words = Object.values(labels)
      expect(words.every(isPlain)).toBe(true)
      expect(new Set(words).size).toBe(words.length)
    }
  })

  it('colour every state', () => {
    expect(Object.keys(STATE_TONES).sort()).toEqual([...MATTER_STATES].sort())
  })
})
