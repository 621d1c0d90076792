import { VOTE_ACT_NAMES, VOTE_STATES } from './workflow'
import {
  bindingInWords,
  comingVoteSteps,
  voteEntryInWords,
  sealedInWords,
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

  it('says while it is open that nobody sees the count, and until when', () => {
    expect(voteNextInWords(progress({ state: 'open' }))).toBe('截止以后公布结果')
    expect(sealedInWords(progress({}).closesAt)).toMatch(/截止前谁也看不到票数.*20:00/)
  })

  it('has no such day where nothing is waited for', () => {
    for (const state of ['draft', 'counting', 'certified', 'withdrawn', 'void'] as const)
      expect(voteUntilInWords(progress({ state }), NOW)).toBeNull()
    for (const state of ['draft', 'certified', 'withdrawn', 'void'] as const)
      expect(voteNextInWords(progress({ state }))).toBeNull()
    expect(voteUntilInWords(progress({ state: 'closed' }), NOW)).toBeNull()
  })

  it('says its span with the year, which it may cross', () => {
    expect(
      votingSpanInWords({ opensAt: '2026-12-27T16:00:00.000Z', closesAt: '2027-01-03T12:00:00.000Z' }),
    ).toBe('2026年12月28日 到 2027年1月3日 20:00')
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
})

describe('what happened', () => {
  it.each([...VOTE_ACT_NAMES, 'create', 'amend'] as const)('is told in plain words: %s', (act) => {
    const told = voteEntryInWords({ act, byName: '赵大爷（楼栋长）' })
    expect(told).toMatch(/\p{Script=Han}/u)
    expect(told).not.toMatch(/流转|提交|工单|系统|undefined/)
    const isClocks = (['open', 'count', 'close'] as string[]).includes(act)
    expect(told.includes('赵大爷（楼栋长）')).toBe(!isClocks)
    expect(voteEntryInWords({ act, byName: null })).not.toMatch(/null|undefined/)
  })

  it('tells no two acts alike', () => {
    const told = [...VOTE_ACT_NAMES, 'create' as const, 'amend' as const].map((act) =>
      voteEntryInWords({ act, byName: '王敏' }),
    )
    expect(new Set(told).size).toBe(told.length)
  })
})

describe('states and what comes', () => {
  it('has other words for each state', () => {
    expect(new Set(VOTE_STATES.map(voteStateInWords)).size).toBe(VOTE_STATES.length)
  })

  it('has less to come with every step, and nothing after the last', () => {
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
