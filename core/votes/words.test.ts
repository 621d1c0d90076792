import { VOTE_ACT_NAMES, VOTE_OVERDUES, VOTE_STATES } from './workflow'
import {
  bindingInWords,
  comingVoteSteps,
  objectionsOpenInWords,
  voteEntryInWords,
  sealedInWords,
  seenInWords,
  voteNextInWords,
  voteShareInWords,
  voteStateInWords,
  voteUntilInWords,
  votingSpanInWords,
} from './words'

const NOW = new Date('2026-11-28T02:00:00.000Z')
type Shown = Parameters<typeof voteNextInWords>[0]
const progress = (more: Partial<Shown> = {}): Shown => ({
  state: 'notice',
  opensAt: '2026-11-21T16:00:00.000Z',
  closesAt: '2026-11-28T12:00:00.000Z',
  rollObjectionsUntil: '2026-11-21T16:00:00.000Z',
  resultObjectionsUntil: null,
  certifier: 'community_secretary',
  certifierGap: null,
  objections: { rollOpen: 0 },
  ...more,
})

describe('a vote in words', () => {
  it('says the day of opening, and the hour of closing by how far it is', () => {
    expect(voteUntilInWords(progress(), NOW)).toBe('11月22日（周日）开始投')
    expect(voteUntilInWords(progress({ state: 'open' }), NOW)).toBe('今天 20:00 截止')
    expect(voteUntilInWords(progress({ state: 'open' }), new Date('2026-11-27T15:59:59.999Z'))).toBe(
      '明天 20:00 截止',
    )
  })

  it('names the last day on which something is possible, not the midnight after it', () => {
    const closed = progress({ state: 'closed', resultObjectionsUntil: '2026-12-05T16:00:00.000Z' })
    expect(voteUntilInWords(closed, NOW)).toBe('公示到 12月5日（周六）')
    expect(voteNextInWords(progress())).toBe('名册不对的，11月21日（周六）为止都可以提')
    const overNewYear = progress({ state: 'closed', resultObjectionsUntil: '2026-12-31T16:00:00.000Z' })
    expect(voteUntilInWords(overNewYear, NOW)).toBe('公示到 12月31日（周四）')
  })

  it('says of a result that is posted whose office certifies it, never the convener’s own', () => {
    const closed = progress({ state: 'closed' })
    expect(voteNextInWords(closed)).toBe('有疑问都可以提，会公开答复；公示期满由社区书记确认')
    expect(voteNextInWords({ ...closed, certifier: 'owners_committee' })).toMatch(
      '由业委会里召集人以外的委员确认',
    )
  })

  it('says of a result that nobody can certify why, and who sees to it', () => {
    const closed = progress({ state: 'closed' })
    expect(voteNextInWords({ ...closed, certifierGap: 'vacant' })).toBe(
      '有疑问都可以提，会公开答复；现在没有社区书记，还不能确认。等街道指定代理书记，由代理书记确认',
    )
    expect(voteNextInWords({ ...closed, certifierGap: 'convener_alone' })).toBe(
      '有疑问都可以提，会公开答复；社区书记就是召集人，不能自己确认。等街道再派一位书记，由那一位确认',
    )
    expect(voteNextInWords({ ...closed, state: 'certified', certifierGap: 'vacant' })).toBeNull()
  })

  it('says of a roll that is settled that it is', () => {
    expect(voteNextInWords(progress({ rollObjectionsUntil: null }))).toBe('名册定下来了，到日子就开始投')
  })

  it('says what holds the opening: objections to the roll without an answer, once their days are over', () => {
    const objections = { rollOpen: 2 }
    expect(voteNextInWords(progress({ objections }))).toMatch(/^名册不对的/)
    expect(voteNextInWords(progress({ objections, rollObjectionsUntil: null }))).toBe(
      '有 2 条疑问还没答复，答复了才开始投',
    )
    expect(voteNextInWords(progress({ objections, state: 'open' }))).toBe('截止以后公布结果')
  })

  it('says while it is open that nobody sees the count, and until when', () => {
    expect(voteNextInWords(progress({ state: 'open' }))).toBe('截止以后公布结果')
    expect(sealedInWords(progress().closesAt, NOW)).toMatch(/^截止前谁也看不到票数.*；今天 20:00 截止/)
    const days = new Date('2026-11-23T02:00:00.000Z')
    expect(sealedInWords(progress().closesAt, days)).toMatch(/；11月28日 20:00 截止以后公布结果$/)
  })

  it('has no such day where nothing is waited for', () => {
    for (const state of ['draft', 'counting', 'certified', 'withdrawn', 'void'] as const)
      expect(voteUntilInWords(progress({ state }), NOW)).toBeNull()
    for (const state of ['draft', 'certified', 'withdrawn', 'void'] as const)
      expect(voteNextInWords(progress({ state }))).toBeNull()
    expect(voteUntilInWords(progress({ state: 'closed' }), NOW)).toBeNull()
  })

  it('says its span with the years that it crosses', () => {
    const span = { opensAt: '2026-12-27T16:00:00.000Z', closesAt: '2027-01-03T12:00:00.000Z' }
    expect(votingSpanInWords(span)).toBe('2026年12月28日 到 2027年1月3日 20:00')
    expect(votingSpanInWords(span, NOW)).toBe('12月28日 到 2027年1月3日 20:00')
  })

  it('says one year once, and not at all while it is this one', () => {
    expect(votingSpanInWords(progress())).toBe('2026年11月22日 到 11月28日 20:00')
    expect(votingSpanInWords(progress(), NOW)).toBe('11月22日 到 11月28日 20:00')
    expect(votingSpanInWords(progress(), new Date('2027-02-01T02:00:00.000Z'))).toBe(
      '2026年11月22日 到 11月28日 20:00',
    )
  })
})

describe('where nobody has raised anything', () => {
  const SETTLED = '名册已经定了；公布结果以后，有疑问可以在这里提。'
  const AFTER_CLOSE = { resultObjectionsUntil: '2026-12-05T16:00:00.000Z' }

  it.each([
    ['2026-11-21T15:59:59.999Z', {}, '名册不对的，11月21日（周六）为止都可以提；会公开答复。'],
    ['2026-11-21T16:00:00.000Z', {}, SETTLED],
    ['2026-11-21T02:00:00.000Z', { rollObjectionsUntil: null }, SETTLED],
    ['2026-11-20T02:00:00.000Z', { state: 'open' }, SETTLED],
    ['2026-11-28T13:00:00.000Z', { state: 'counting' }, SETTLED],
    [
      '2026-12-05T15:59:59.999Z',
      { state: 'closed', ...AFTER_CLOSE },
      '对结果有疑问的，12月5日（周六）为止都可以提；会公开答复。',
    ],
    ['2026-12-05T16:00:00.000Z', { state: 'closed', ...AFTER_CLOSE }, '提疑问的日子已经过了。'],
    ['2026-12-07T02:00:00.000Z', { state: 'certified', ...AFTER_CLOSE }, '提疑问的日子已经过了。'],
    ['2026-11-20T02:00:00.000Z', { state: 'withdrawn' }, '这次表决不办了。'],
  ] as const)('at %s it is said what can be raised, or when: %j', (now, more, words) => {
    expect(objectionsOpenInWords(progress(more), new Date(now))).toBe(words)
  })
})

describe('what a result is worth', () => {
  it('is said for what binds and for what only advises', () => {
    expect(bindingInWords('binding', 'homes')).toContain('不能代替业主')
    expect(bindingInWords('advisory', 'owners')).toContain('仅供参考')
    expect(bindingInWords('binding', 'owners')).toContain('确认后生效')
    expect(bindingInWords('advisory', 'homes')).toBe(bindingInWords('advisory', 'residents'))
    expect(bindingInWords('advisory', 'residents')).toContain('不作决定')
  })

  it('says who will see what one chose, and of owners that an area may tell whose ballot it is', () => {
    expect(seenInWords({ disclosure: 'totals', electorate: 'homes' })).toBe(
      '实名保存，只公布总数，不公布各家选什么',
    )
    expect(seenInWords({ disclosure: 'totals', electorate: 'owners' })).toMatch(/；公报里有面积.*认得出/)
    expect(seenInWords({ disclosure: 'by_unit', electorate: 'owners' })).toBe('实名保存，公布各家选了什么')
  })
})

describe('what happened', () => {
  it.each([...VOTE_ACT_NAMES, 'create', 'amend', ...VOTE_OVERDUES] as const)(
    'is told in plain words: %s',
    (act) => {
      const told = voteEntryInWords({ act, byName: '赵大爷（楼栋长）' })
      expect(told).toMatch(/\p{Script=Han}/u)
      expect(told).not.toMatch(/流转|提交|工单|系统|undefined/)
      const isClocks = (['open', 'count', 'close', ...VOTE_OVERDUES] as string[]).includes(act)
      expect(told.includes('赵大爷（楼栋长）')).toBe(!isClocks)
      expect(voteEntryInWords({ act, byName: null })).not.toMatch(/null|undefined/)
    },
  )

  it('tells no two acts alike', () => {
    const told = [...VOTE_ACT_NAMES, ...VOTE_OVERDUES, 'create' as const, 'amend' as const].map((act) =>
      voteEntryInWords({ act, byName: '王敏' }),
    )
    expect(new Set(told).size).toBe(told.length)
  })
})

describe('states and what comes', () => {
  it('has other words for each state', () => {
    expect(new Set(VOTE_STATES.map(voteStateInWords)).size).toBe(VOTE_STATES.length)
  })

  it.each(['notice', 'open'] as const)(
    'stands at what is going on, and what follows comes after: %s',
    (state) => {
      expect(comingVoteSteps(state)[0]).toBe(voteStateInWords(state))
      expect(comingVoteSteps(state)[1]).not.toBe(voteStateInWords(state))
    },
  )

  it('has no more to come with any step, and nothing after the last', () => {
    const left = (['draft', 'notice', 'open', 'counting', 'closed', 'certified'] as const).map(
      (state) => comingVoteSteps(state).length,
    )
    expect(left).toEqual([...left].sort((one, other) => other - one))
    for (const state of ['certified', 'withdrawn', 'void'] as const)
      expect(comingVoteSteps(state)).toEqual([])
  })
})

describe('what a card in a chat says', () => {
  const card = {
    title: '楼道里停不停车',
    placeName: '3号楼',
    opensAt: '2026-11-21T16:00:00.000Z',
    closesAt: '2026-11-28T12:00:00.000Z',
  }

  it.each([
    ['notice', '表决 · 3号楼：楼道里停不停车（11月22日（周日）开始投）'],
    ['open', '表决 · 3号楼：楼道里停不停车（11月28日（周六） 20:00 截止）'],
    ['certified', '表决 · 3号楼：楼道里停不停车（结果已确认）'],
  ] as const)('of one that is %s', (state, words) => {
    expect(voteShareInWords({ ...card, state })).toBe(words)
  })
})
