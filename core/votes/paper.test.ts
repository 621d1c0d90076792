import { settleBallots, type HandedIn } from './joint'
import {
  decideKeyed,
  decideKeyEnvelope,
  ENVELOPE_STATES,
  envelopeStateOf,
  isReadAlike,
  keyedAndOpen,
  keyedOf,
  KEYED_VOID_REASONS,
  settleEnvelope,
  waitsForTeller,
  type EnvelopeProgress,
  type Keyed,
} from './paper'
import {
  BALLOT_VOID_LABELS,
  ballotCode,
  ENVELOPE_STATE_LABELS,
  envelopeNumberIn,
  envelopesLeftInWords,
  readBallotCode,
  voidBallotsInWords,
} from './paper-words'
import { TELLER_SEATS, type TellerSeat } from './tellers'

const ITEMS = [
  { itemId: 'i1', options: ['approve', 'against', 'abstain'], maxChoices: null },
  { itemId: 'i2', options: ['长椅', '花坛', '晾衣架'], maxChoices: 2 },
]
const IDS = ['i1', 'i2']
const yes: Keyed = { choices: { i1: 'approve', i2: ['长椅', '花坛'] } }
const alike: Keyed = { choices: { i1: 'approve', i2: ['花坛', '长椅'] } }
const no: Keyed = { choices: { i1: 'against', i2: ['长椅'] } }
const half: Keyed = { choices: { i1: 'approve' } }
const blank: Keyed = { voidReason: 'blank' }
const marked: Keyed = { voidReason: 'marked' }

const progress = (keyedSeats: TellerSeat[] = [], more: Partial<EnvelopeProgress> = {}): EnvelopeProgress => ({
  castOnline: false,
  settled: false,
  keyedSeats,
  ...more,
})

describe('two who read the same ballot', () => {
  it('agree as choices do: in whatever order the options stand, and about what was left blank', () => {
    expect(isReadAlike(yes, alike, IDS)).toBe(true)
    expect(isReadAlike(yes, no, IDS)).toBe(false)
    expect(isReadAlike(yes, half, IDS)).toBe(false)
    expect(isReadAlike(half, { choices: { i1: ['approve'] } }, IDS)).toBe(true)
  })

  it('agree that it is void, whichever reason each of them saw', () => {
    expect(isReadAlike(blank, marked, IDS)).toBe(true)
    expect(isReadAlike(blank, yes, IDS)).toBe(false)
    expect(isReadAlike(yes, blank, IDS)).toBe(false)
  })
})

describe('an envelope', () => {
  it('is settled by the two, else by any two of three, else it is void', () => {
    expect(settleEnvelope({}, IDS)).toBeUndefined()
    expect(settleEnvelope({ 1: yes }, IDS)).toBeUndefined()
    expect(settleEnvelope({ 2: yes }, IDS)).toBeUndefined()
    expect(settleEnvelope({ 1: yes, 2: alike }, IDS)).toEqual({ ...yes, voidReason: null })
    expect(settleEnvelope({ 1: yes, 2: no }, IDS)).toBeUndefined()
    expect(settleEnvelope({ 1: yes, 2: no, 3: no }, IDS)).toEqual({ ...no, voidReason: null })
    expect(settleEnvelope({ 1: yes, 2: no, 3: alike }, IDS)).toEqual({ ...yes, voidReason: null })
    expect(settleEnvelope({ 1: yes, 2: no, 3: half }, IDS)).toEqual({ choices: {}, voidReason: 'differ' })
    expect(settleEnvelope({ 1: yes, 2: no, 3: blank }, IDS)).toEqual({ choices: {}, voidReason: 'differ' })
    expect(settleEnvelope({ 1: blank, 2: no, 3: marked }, IDS)).toEqual({ choices: {}, voidReason: 'blank' })
    expect(settleEnvelope({ 1: marked, 2: blank }, IDS)).toEqual({ choices: {}, voidReason: 'marked' })
  })

  it('is never settled by the third and one other alone', () => {
    expect(settleEnvelope({ 1: yes, 3: yes }, IDS)).toBeUndefined()
    expect(settleEnvelope({ 2: yes, 3: yes }, IDS)).toBeUndefined()
  })

  it('goes from received to settled, through the third where the two differ', () => {
    expect(envelopeStateOf(progress())).toBe('received')
    expect(envelopeStateOf(progress([1]))).toBe('keyed_once')
    expect(envelopeStateOf(progress([2]))).toBe('keyed_once')
    expect(envelopeStateOf(progress([1, 2]))).toBe('third')
    expect(envelopeStateOf(progress([1, 2, 3], { settled: true }))).toBe('settled')
    expect(envelopeStateOf(progress([1, 2], { settled: true }))).toBe('settled')
  })

  it('stays unopened where its voter cast online, whatever else happened', () => {
    expect(envelopeStateOf(progress([], { castOnline: true }))).toBe('unopened')
    expect(envelopeStateOf(progress([1], { castOnline: true, settled: true }))).toBe('unopened')
    for (const seat of TELLER_SEATS) {
      expect(waitsForTeller(seat, progress([], { castOnline: true }))).toBe(false)
      expect(decideKeyEnvelope(seat, progress([], { castOnline: true }))).toMatchObject({
        code: 'VOTE_ENVELOPE_UNOPENED',
      })
    }
  })

  it('waits for the two until each has keyed it in, then for the third if they differ', () => {
    const waitsFor = (one: EnvelopeProgress) => TELLER_SEATS.filter((seat) => waitsForTeller(seat, one))
    expect(waitsFor(progress())).toEqual([1, 2])
    expect(waitsFor(progress([1]))).toEqual([2])
    expect(waitsFor(progress([2]))).toEqual([1])
    expect(waitsFor(progress([1, 2]))).toEqual([3])
    expect(waitsFor(progress([1, 2], { settled: true }))).toEqual([])
  })

  it('may be corrected by who keyed it in until the other has', () => {
    const code = (seat: TellerSeat, one: EnvelopeProgress) => {
      const decided = decideKeyEnvelope(seat, one)
      return decided.allowed ? 'allowed' : decided.code
    }
    expect(code(1, progress([1]))).toBe('allowed')
    expect(keyedAndOpen(1, progress([1]))).toBe(true)
    expect(keyedAndOpen(2, progress([1]))).toBe(false)
    expect(code(2, progress([1]))).toBe('allowed')
    expect(code(1, progress([1, 2]))).toBe('VOTE_ENVELOPE_THIRD')
    expect(keyedAndOpen(1, progress([1, 2]))).toBe(false)
    expect(code(3, progress())).toBe('VOTE_THIRD_EARLY')
    expect(code(3, progress([1]))).toBe('VOTE_THIRD_EARLY')
    expect(code(3, progress([1, 2]))).toBe('allowed')
    expect(code(3, progress([1, 2, 3], { settled: true }))).toBe('VOTE_ENVELOPE_SETTLED')
    expect(code(1, progress([1, 2], { settled: true }))).toBe('VOTE_ENVELOPE_SETTLED')
  })
})

describe('what is keyed in', () => {
  it('is choices or a reason, never both, never neither', () => {
    expect(keyedOf({})).toBeUndefined()
    expect(keyedOf({ choices: { i1: 'approve' }, voidReason: 'blank' })).toBeUndefined()
    expect(keyedOf({ choices: { i1: 'approve' } })).toEqual(half)
    expect(keyedOf({ voidReason: 'blank' })).toEqual(blank)
  })

  it('may leave out what was left blank, but not everything, and chooses only what there is', () => {
    for (const good of [yes, half, blank, { choices: { i2: [] } }] as Keyed[])
      expect(decideKeyed(ITEMS, good).allowed).toBe(true)
    for (const [bad, field] of [
      [{ choices: {} }, 'choices'],
      [{ choices: { i1: 'perhaps' } }, 'choices.i1'],
      [{ choices: { i3: 'approve' } }, 'choices.i3'],
      [{ choices: { i2: ['长椅', '花坛', '晾衣架'] } }, 'choices.i2'],
      [{ choices: { i1: ['approve'] } }, 'choices.i1'],
    ] as [Keyed, string][])
      expect(decideKeyed(ITEMS, bad)).toMatchObject({ code: 'VOTE_CHOICE_WRONG', field })
  })
})

describe('a ballot on paper among others', () => {
  const handed = (more: Partial<HandedIn>): HandedIn => ({
    ballotId: 'b',
    casterId: null,
    channel: 'paper',
    at: 0,
    choices: { i1: 'approve' },
    ...more,
  })
  const statuses = (ballots: HandedIn[]) =>
    Object.fromEntries(settleBallots(ballots, ['i1'], null).map((one) => [one.ballotId, one.status]))

  it('gives way to one that was cast online, void or not, and goes before a proxy’s', () => {
    const online = handed({ ballotId: 'online', channel: 'online', casterId: 'me', at: 1 })
    const proxy = handed({ ballotId: 'proxy', channel: 'proxy', casterId: 'other', at: 9 })
    const paper = handed({ ballotId: 'paper', at: 5 })
    const spoilt = handed({ ballotId: 'paper', at: 5, choices: {}, voidReason: 'blank' })
    expect(statuses([online, paper])).toEqual({ online: 'counted', paper: 'replaced' })
    expect(statuses([online, spoilt])).toEqual({ online: 'counted', paper: 'replaced' })
    expect(statuses([paper, proxy])).toEqual({ paper: 'counted', proxy: 'replaced' })
    expect(statuses([spoilt, proxy])).toEqual({ paper: 'void', proxy: 'replaced' })
    expect(statuses([spoilt])).toEqual({ paper: 'void' })
  })
})

describe('words', () => {
  it('has some for every state and reason', () => {
    for (const state of ENVELOPE_STATES) expect(ENVELOPE_STATE_LABELS[state]).toMatch(/\p{Script=Han}/u)
    for (const reason of [...KEYED_VOID_REASONS, 'differ' as const])
      expect(BALLOT_VOID_LABELS[reason]).toMatch(/\p{Script=Han}/u)
    expect(KEYED_VOID_REASONS).not.toContain('differ')
    expect(voidBallotsInWords(0)).toBeNull()
    expect(voidBallotsInWords(2)).toBe('纸质票里有废票 2 张，不算参加')
    expect(envelopesLeftInWords(3)).toBe('还剩 3 个信封要录')
    expect(envelopesLeftInWords(0)).toBe('都录好了')
  })

  it('reads back what is printed on a ballot, and knows one of another vote', () => {
    expect(ballotCode('v1', 12)).toBe('LINLI-BALLOT v1 12')
    expect(readBallotCode(' LINLI-BALLOT v1 12 ', 'v1')).toBe(12)
    expect(readBallotCode('LINLI-BALLOT v2 12', 'v1')).toBe('other_vote')
    for (const text of ['', '12', 'LINLI-BALLOT v1', 'LINLI-BALLOT v1 0', 'LINLI-BALLOT v1 1 2', 'x v1 1'])
      expect(readBallotCode(text, 'v1')).toBe('no_ballot')
    expect(envelopeNumberIn(' 7 ')).toBe(7)
    for (const typed of ['', '0', '-1', '1.5', '7号', '1234567890'])
      expect(envelopeNumberIn(typed)).toBeUndefined()
  })
})
