import fc from 'fast-check'
import { VOTE_ACT_LABELS, VOTE_LIST_LABELS } from './labels'
import {
  hasResult,
  STATES_OF_VOTE_LIST,
  VOTE_ACT_NAMES,
  VOTE_ACTS,
  VOTE_CLOCK_ACTS,
  VOTE_LISTS,
  VOTE_PERSON_ACTS,
  VOTE_STATES,
  voteStateAfter,
  voteTransition,
  type VoteAct,
  type VoteState,
} from './workflow'

describe('the table of votes', () => {
  // Written by hand from domain.md 7: the table in code is compared with it, not with itself.
  const HAND: Record<VoteAct, string> = {
    give_notice: 'draft → notice',
    revise: 'notice → draft, with a reason',
    withdraw: 'draft,notice → withdrawn, with a reason',
    open: 'notice → open',
    count: 'open → counting',
    close: 'counting → closed',
    certify: 'closed → certified',
    ask_void: 'closed,certified → same, with a reason',
    refuse_void: 'closed,certified → same, with a reason',
    agree_void: 'closed,certified → void',
  }

  it.each(VOTE_ACT_NAMES)('%s leads where domain.md says', (act) => {
    const { from, to, reason } = VOTE_ACTS[act]
    expect(`${from.join(',')} → ${to}${reason ? ', with a reason' : ''}`).toBe(HAND[act])
  })

  it('has the states of domain.md, and nothing leads out of withdrawn and void', () => {
    expect(VOTE_STATES.join()).toBe('draft,notice,open,counting,closed,certified,withdrawn,void')
    expect(VOTE_ACT_NAMES.flatMap((act) => voteTransition(act).from)).toEqual(
      expect.not.arrayContaining(['withdrawn', 'void']),
    )
  })

  it('leaves nothing to a person between the opening and the result', () => {
    for (const act of VOTE_PERSON_ACTS)
      expect(voteTransition(act).from).toEqual(expect.not.arrayContaining(['open', 'counting']))
    expect(VOTE_CLOCK_ACTS.join()).toBe('open,count,close')
  })

  it('gives every act to a person or to the clock, never to both', () => {
    expect([...VOTE_PERSON_ACTS, ...VOTE_CLOCK_ACTS].sort()).toEqual([...VOTE_ACT_NAMES].sort())
  })

  it('names every act a person has, and every list, in other words than the others', () => {
    expect(Object.keys(VOTE_ACT_LABELS).sort()).toEqual([...VOTE_PERSON_ACTS].sort())
    for (const labels of [VOTE_ACT_LABELS, VOTE_LIST_LABELS])
      expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length)
  })

  it('shows every state in exactly one list', () => {
    const listed = VOTE_LISTS.flatMap((list) => STATES_OF_VOTE_LIST[list])
    expect([...listed].sort()).toEqual([...VOTE_STATES].sort())
  })

  it('has a result from its posting on, a void one too', () => {
    expect(VOTE_STATES.filter(hasResult)).toEqual(['closed', 'certified', 'void'])
  })
})

describe('whatever is done in whatever order', () => {
  const walk = (acts: readonly VoteAct[]) =>
    acts.reduce<VoteState[]>(
      (path, act) => {
        const state = path[path.length - 1] as VoteState
        return voteTransition(act).from.includes(state) ? [...path, voteStateAfter(act, state)] : path
      },
      ['draft'],
    )
  const anyActs = fc.array(fc.constantFrom(...VOTE_ACT_NAMES), { maxLength: 40 })
  const ORDER: readonly VoteState[] = ['notice', 'open', 'counting', 'closed', 'certified']

  it('nobody changes a text, a roll or a ballot once it has opened', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const path = walk(acts)
        const opened = path.indexOf('open')
        if (opened < 0) return
        expect(path.slice(opened)).toEqual(expect.not.arrayContaining(['draft', 'notice', 'withdrawn']))
      }),
    )
  })

  it('a state is reached only through those before it', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const path = walk(acts)
        for (const [index, state] of ORDER.entries())
          if (path.includes(state)) expect(path).toEqual(expect.arrayContaining(ORDER.slice(0, index)))
        if (path.includes('void')) expect(path).toContain('closed')
      }),
    )
  })
})
