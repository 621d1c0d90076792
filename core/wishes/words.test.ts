import {
  asksForMoney,
  secondsInWords,
  WISH_KINDS,
  WISH_STATES,
  wishKindIn,
  wishKindName,
  wishNextInWords,
  wishStateInWords,
  wishUntilInWords,
  type WishProgress,
} from '.'

describe('asking for money', () => {
  it.each([
    '想借五千块钱应急',
    '谁能借我点钱',
    '借我两万',
    '求捐款救救我爸',
    '家里困难，求好心人资助我上学',
    '急需用钱，可以转账给我',
    '给我发个红包吧',
    '扫我的收款码献爱心',
    '想筹 三 万 元 做手术',
    '缺钱交学费',
    '帮忙垫付一下房租',
    '募捐一台轮椅的钱',
    '凑五百元给孩子过生日',
    '众筹一个健身器材',
    '借款五千',
    '想借一笔款',
    '借我点款周转',
  ])('is seen: %s', (words) => {
    expect(asksForMoney(words)).toBe(true)
  })

  it.each([
    '借一架两米高的人字梯，换客厅的灯',
    '想请人教我用手机挂号',
    '谁会修水龙头？材料费我出',
    '帮忙买菜，菜钱我自己出',
    '想学怎么用手机发红包',
    '不会用微信转账，想请人教',
    '有人能换点零钱吗，过年用',
    '想要一把旧藤椅，不要钱的那种',
    '帮忙不谈钱，请吃饭',
    '找人一起给花坛翻土，我管茶水',
    '想找回丢的钱包，棕色的',
    '借电钻用半天',
    '代买一袋米，钱我出',
    '借一款老式收音机',
    '想借两款桌游，周末还',
    '小周没要钱，谢谢他',
    '给他钱也不收，真不好意思',
    '塞红包没要，谢谢小周',
  ])('isn’t: %s', (words) => {
    expect(asksForMoney(words)).toBe(false)
  })
})

describe('the kind of a wish', () => {
  it.each(WISH_KINDS.filter(({ example }) => example !== ''))(
    '$code is known by its example',
    ({ code, example }) => {
      expect(wishKindIn(example)).toBe(code)
    },
  )

  it('is left open where no word says it', () => {
    expect(wishKindIn('嗯')).toBeUndefined()
  })

  it('says nothing about a person', () => {
    for (const { code } of WISH_KINDS) expect(wishKindName(code)).not.toMatch(/老|病|残|穷|困难|低保|孤/)
  })
})

describe('where it stands', () => {
  const progress = (more: Partial<WishProgress>): WishProgress => ({
    state: 'published',
    mine: false,
    helping: false,
    organisationHelps: false,
    replaceUntil: null,
    helperName: null,
    claimedAt: '2026-11-18T02:00:00.000Z',
    contactedAt: null,
    askedAgainAt: null,
    standsUntil: '2026-11-30T16:00:00.000Z',
    offers: 0,
    ...more,
  })

  it('is said in plain words, in every state', () => {
    for (const state of WISH_STATES) {
      expect(wishStateInWords(progress({ state }))).toMatch(/^[\p{Script=Han}，]+$/u)
      for (const mine of [true, false])
        expect(wishNextInWords(progress({ state, mine })) ?? '好').not.toMatch(/[A-Za-z]|工单|流转/)
    }
  })

  it('names the last day of the present step', () => {
    expect(wishUntilInWords(progress({}))).toBe('11月30日（周一）')
    expect(wishUntilInWords(progress({ state: 'claimed' }))).toBe('11月25日（周三）前联系')
    expect(wishUntilInWords(progress({ state: 'claimed', contactedAt: '2026-11-19T02:00:00.000Z' }))).toBe(
      '12月18日（周五）前帮好',
    )
    expect(wishUntilInWords(progress({ state: 'fulfilled' }))).toBeNull()
  })

  it('is told as it is when an organisation’s member left: to the author, and to the others of it', () => {
    const left = {
      state: 'claimed',
      helperName: '修鞋铺',
      contactedAt: '2026-11-19T02:00:00.000Z',
      replaceUntil: '2026-11-28T16:00:00.000Z',
    } as const
    expect(wishStateInWords(progress(left))).toBe('修鞋铺在换人')
    expect(wishUntilInWords(progress(left))).toBe('11月28日（周六）换好人')
    expect(wishNextInWords(progress({ ...left, mine: true }))).toContain('组织另请一位')
    expect(wishNextInWords(progress({ ...left, organisationHelps: true }))).toContain('请组织里换个人')
  })

  it('asks to get in touch who helps, and nobody else of their organisation', () => {
    const claimed = { state: 'claimed', organisationHelps: true } as const
    expect(wishNextInWords(progress({ ...claimed, helping: true }))).toContain('请先联系')
    expect(wishNextInWords(progress(claimed))).toContain('您那边有人在帮')
  })

  it('is never told as fulfilled while its author is silent', () => {
    expect(wishStateInWords(progress({ state: 'delivered', askedAgainAt: '2026-11-18T02:00:00.000Z' }))).toBe(
      '说是帮好了，还没等到回话',
    )
  })

  it('says how many homes are missing', () => {
    expect(secondsInWords(4, 5)).toContain('再有 1 户')
    expect(secondsInWords(5, 5)).toContain('可以提成一件事')
  })
})
