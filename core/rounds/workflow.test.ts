import { PHASE_LABELS, ROUND_ACT_LABELS, ROUND_STATE_LABELS } from './labels'
import { phaseInWords, roundEntryInWords } from './words'
import {
  hasReached,
  phaseOf,
  ROUND_ACT_NAMES,
  ROUND_ACTS,
  ROUND_CLOCK_ACTS,
  ROUND_PERSON_ACTS,
  ROUND_PHASES,
  ROUND_STATES,
  roundStateAfter,
  roundTransition,
  STATES_OF_ROUND_LIST,
  type RoundAct,
} from './workflow'

describe('the table of rounds', () => {
  const OPEN = 'agenda,discussion,action,evaluation'
  // Written by hand from domain.md 6: the table in code is compared with it, not with itself.
  const HAND: Record<RoundAct, string> = {
    invite: 'agenda → same',
    publish_agenda: 'agenda → discussion, through its gate',
    begin_action: 'discussion → action, through its gate',
    begin_evaluation: 'action → evaluation, through its gate',
    close: 'evaluation → closed, through its gate',
    withdraw: 'agenda → withdrawn, with a reason',
    name_convener: `${OPEN} → same, with a reason`,
    take_over: `${OPEN} → same`,
    refuse_over: `${OPEN} → same`,
    idle: `${OPEN} → same`,
    abandon: `${OPEN} → abandoned`,
  }

  it.each(ROUND_ACT_NAMES)('%s leads where domain.md says', (act) => {
    const { from, to, reason, gated } = ROUND_ACTS[act]
    const words = `${from.join(',')} → ${to}${reason ? ', with a reason' : ''}${gated ? ', through its gate' : ''}`
    expect(words).toBe(HAND[act])
  })

  it('leads through all four phases to its end, each through its gate, and no phase is left out', () => {
    const way = ROUND_PHASES.map((phase) =>
      ROUND_ACT_NAMES.filter(
        (act) => roundTransition(act).gated && roundTransition(act).from.includes(phase),
      ),
    )
    expect(way.map((acts) => acts.length)).toEqual([1, 1, 1, 1])
    expect(way.flat().map((act) => roundStateAfter(act, 'agenda'))).toEqual([
      'discussion',
      'action',
      'evaluation',
      'closed',
    ])
  })

  it('has nothing leading out of what is over', () => {
    const left = new Set(ROUND_ACT_NAMES.flatMap((act) => roundTransition(act).from))
    expect(STATES_OF_ROUND_LIST.over.filter((state) => left.has(state))).toEqual([])
    expect([...STATES_OF_ROUND_LIST.current, ...STATES_OF_ROUND_LIST.over].sort()).toEqual(
      [...ROUND_STATES].sort(),
    )
  })

  it('gives every act to a person or to the clock, never to both', () => {
    expect([...ROUND_PERSON_ACTS, ...ROUND_CLOCK_ACTS].sort()).toEqual([...ROUND_ACT_NAMES].sort())
  })

  it('knows how far a round has come: a closed one through all phases, a given up one through none', () => {
    expect(ROUND_PHASES.filter((phase) => hasReached('action', phase))).toEqual([
      'agenda',
      'discussion',
      'action',
    ])
    expect(ROUND_PHASES.every((phase) => hasReached('closed', phase))).toBe(true)
    expect(ROUND_PHASES.some((phase) => hasReached('abandoned', phase))).toBe(false)
  })
})

describe('a round in words', () => {
  it('says which of the four steps it is in', () => {
    expect(phaseInWords('discussion')).toBe('共四步，现在第二步：开会讨论')
    expect(phaseInWords('closed')).toBe('办完了')
    expect(ROUND_PHASES.map((phase) => PHASE_LABELS[phase]).join()).toBe(
      '议题准备,开会讨论,采取行动,效果评估',
    )
    expect(phaseOf('withdrawn')).toBeUndefined()
  })

  it('has a Chinese sentence for every step, button and state, each its own', () => {
    for (const labels of [ROUND_ACT_LABELS, ROUND_STATE_LABELS])
      expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length)
    for (const act of [...ROUND_ACT_NAMES, 'convene', 'change'] as const)
      expect(roundEntryInWords({ act, byName: '陈阿姨', mine: false, otherName: '老吴' })).toMatch(
        /^[\p{Script=Han}，、]+$/u,
      )
    expect(roundEntryInWords({ act: 'convene', byName: '陈阿姨', mine: true, otherName: null })).toBe(
      '您召集大家来谈',
    )
  })
})
