import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { dateInWords, startOfDay } from '#core/calendar'
import type { WishView } from '#core/wishes'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { ACT, dialog, openWish, press, sendIn } from '../../../../../tests/taro/wish-page'
import { inDays, offerView, WISH, wishView } from '../../../../../tests/taro/wishes'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, wishId: WISH }
})

const bodies = (asked: Parameters<typeof writes>[0]) => writes(asked).map(({ body }) => body)

describe('offers', () => {
  const OFFERED: Partial<WishView> = {
    mine: true,
    offers: [offerView(), offerView({ offerId: 'o2', name: '一位邻居', note: null })],
    offersWaiting: 2,
    acts: ['accept_offer', 'decline_offer', 'withdraw'],
  }

  it('stand first, each with who, what they say, and two answers', async () => {
    const asked = await openWish(OFFERED, {
      [ACT]: wishView({ mine: true, state: 'claimed', helperName: '小周', acts: ['release', 'withdraw'] }),
    })
    const offer = within(screen.getByRole('group', { name: '小周' }))
    expect(offer.getByText('我周末都在家')).toBeTruthy()
    expect(offer.getByText(/前没点头，这次就算了/)).toBeTruthy()
    await userEvent.click(offer.getByRole('button', { name: '请他来帮：小周' }))
    expect(await screen.findByText(/互相看得到电话，由他来联系您/)).toBeTruthy()
    await sendIn('请他来帮')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'accept_offer', offerId: 'o1' })])
    expect(screen.getByText('小周在帮')).toBeTruthy()
    expect(screen.queryByText('愿意来帮的')).toBeNull()
  })

  it('can be thanked for and declined, without a reason', async () => {
    const asked = await openWish(OFFERED, { [ACT]: wishView({ mine: true }) })
    await press('谢谢，先不用：一位邻居')
    await dialog('谢谢，先不用')
    await sendIn('谢谢，先不用')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'decline_offer', offerId: 'o2' })])
  })

  it('are nobody else’s to see', async () => {
    await openWish({ offersWaiting: 2 })
    expect(screen.getByText('有 2 位愿意帮，等说心愿的人点头')).toBeTruthy()
    expect(screen.queryByText('愿意来帮的')).toBeNull()
  })
})

describe('once somebody helps', () => {
  const CLAIMED: Partial<WishView> = {
    mine: true,
    state: 'claimed',
    helperName: '小周',
    claimedAt: '2026-11-16T08:20:00.000Z',
    contactMasked: '138****0001',
    mayReadContact: true,
    acts: ['contact', 'release', 'withdraw'],
  }

  it('their phone is masked until it is asked for; that is on record, and it can be called', async () => {
    const asked = await openWish(CLAIMED, {
      'POST /communities/*/wishes/*/contact-readings': { phone: '13800000001' },
    })
    expect(screen.getByText('电话 138****0001')).toBeTruthy()
    expect(screen.getByText(/看过会记下来/)).toBeTruthy()
    expect(screen.getByText('11月23日（周一）前联系')).toBeTruthy()
    await press('看电话')
    await press('打 13800000001')
    expect(phone.dialled).toEqual(['13800000001'])
    expect(writes(asked)[0]?.key).toBeTruthy()
  })

  it('says so where there is no phone to see', async () => {
    await openWish({ ...CLAIMED, contactMasked: null })
    expect(screen.getByText(/对方没有留电话/)).toBeTruthy()
  })

  it('is masked again once the wish has come true', async () => {
    await openWish({ ...CLAIMED, state: 'fulfilled', mayReadContact: false, acts: [] })
    expect(screen.getByText('电话 138****0001')).toBeTruthy()
    expect(screen.getByText('忙帮完了，电话又遮起来了。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '看电话' })).toBeNull()
  })

  it('another can be asked instead, with a word or none, and without consequences', async () => {
    const asked = await openWish(CLAIMED, { [ACT]: wishView({ mine: true }) })
    await press('更多')
    await userEvent.click(await screen.findByRole('button', { name: '另请人帮' }))
    expect(await screen.findByText(/不算谁的错/)).toBeTruthy()
    await sendIn('另请人帮')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'release', note: '' })])
  })
})

describe('once it is said to be done', () => {
  const DELIVERED: Partial<WishView> = {
    mine: true,
    state: 'delivered',
    helperName: '小周',
    acts: ['confirm', 'not_yet'],
    revision: 7,
  }

  it('asks whether it helped, with two equal answers, and takes thanks', async () => {
    const asked = await openWish(DELIVERED, { [ACT]: wishView({ mine: true, state: 'fulfilled' }) })
    expect(screen.getByText('帮到您了吗？')).toBeTruthy()
    const looks = ['帮到了', '还没有'].map((name) => screen.getByRole('button', { name }).className)
    expect(looks).toEqual([expect.stringContaining('btn--equal'), expect.stringMatching(/btn--equal/)])
    await press('帮到了')
    await userEvent.type(await screen.findByRole('textbox', { name: /想说句谢谢吗/ }), '谢谢小周')
    await sendIn('帮到了')
    expect(bodies(asked)).toEqual([
      expect.objectContaining({ act: 'confirm', note: '谢谢小周', photoIds: [], revision: 7 }),
    ])
    expect(screen.getByText('圆了')).toBeTruthy()
  })

  it('还没有 needs no reason', async () => {
    const asked = await openWish(DELIVERED, { [ACT]: wishView({ mine: true, state: 'claimed' }) })
    await press('还没有')
    await dialog('还没有')
    await sendIn('还没有')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'not_yet' })])
  })
})

describe('the end of a wish, and what it may become', () => {
  it('what is no longer wanted is withdrawn, after it is said what that means', async () => {
    const asked = await openWish(
      { mine: true, acts: ['withdraw'] },
      { [ACT]: wishView({ mine: true, state: 'withdrawn' }) },
    )
    await press('不用了，撤回')
    expect(await screen.findByText(/撤回以后邻居就看不到了/)).toBeTruthy()
    await sendIn('不用了，撤回')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'withdraw' })])
    expect(screen.getByText('说的人撤回了')).toBeTruthy()
  })

  it('what has expired is put out again, by another day', async () => {
    const asked = await openWish(
      { mine: true, state: 'expired', acts: ['renew'] },
      { [ACT]: wishView({ mine: true }) },
    )
    await press('还想要，再挂出来')
    await dialog('还想要，再挂出来')
    await press('再往后看')
    await userEvent.click(screen.getByRole('radio', { name: dateInWords(startOfDay(inDays(20))) }))
    await sendIn('还想要，再挂出来')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'renew', wantedBy: inDays(20) })])
  })

  it('what many want becomes a matter of a kind', async () => {
    const asked = await openWish(
      { mine: true, seconds: 5, acts: ['withdraw', 'become_matter'] },
      { [ACT]: wishView({ mine: true, state: 'merged', mergedInto: { kind: 'matter', id: 'm1' } }) },
    )
    await press('提成一件事，请社区来办')
    await dialog('提成一件事，请社区来办')
    expect(screen.queryByRole('button', { name: '困难救助' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '楼道灯' }))
    await sendIn('提成一件事，请社区来办')
    expect(bodies(asked)).toEqual([
      expect.objectContaining({ act: 'become_matter', serviceCode: 'stair_lamp' }),
    ])
  })

  const ASKED: Partial<WishView> = {
    mine: true,
    acts: ['withdraw', 'agree_merge', 'refuse_merge'],
    proposal: {
      kind: 'wish',
      id: 'w2',
      title: '也想学手机',
      byName: '王敏（社区工作者）',
      reason: '合起来办一次课',
    },
  }

  it('is merged only with the author’s word: two equal answers', async () => {
    const asked = await openWish(ASKED, { [ACT]: wishView({ mine: true }) })
    expect(screen.getByText('王敏（社区工作者）说：合起来办一次课')).toBeTruthy()
    await press(/合到另一个心愿：也想学手机/)
    expect(phone.moves[0]).toMatch(/navigateTo .*wishes\/pages\/detail.*wishId=w2$/)
    expect(screen.getByRole('button', { name: '好，合到一起' }).className).toMatch('btn--equal')
    await press('还是分开')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'refuse_merge' })])
  })

  it('agreeing to a new matter says what kind of matter it is', async () => {
    const proposal = { kind: 'matter' as const, id: null, title: null, byName: '王敏', reason: '该社区办' }
    const asked = await openWish({ ...ASKED, proposal }, { [ACT]: wishView({ mine: true }) })
    await press('好，合到一起')
    await dialog('好，合到一起')
    await userEvent.click(screen.getByRole('button', { name: '楼道灯' }))
    await sendIn('好，合到一起')
    expect(bodies(asked)).toEqual([
      expect.objectContaining({ act: 'agree_merge', serviceCode: 'stair_lamp' }),
    ])
  })

  it('tells the author what the community decided, and what neighbours see', async () => {
    await openWish({
      mine: true,
      state: 'declined',
      wordsState: 'hidden',
      declinedReason: '请不要写别人的门牌号',
    })
    expect(screen.getByText('没有给邻居看：请不要写别人的门牌号')).toBeTruthy()
    expect(screen.getByText('社区收起来了，邻居看不到')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /举报/ })).toBeNull()
  })

  it('a refusal is said where the button is', async () => {
    await openWish(
      { mine: true, state: 'claimed', acts: ['contact'] },
      { [ACT]: new Refusal(429, 'TOO_MANY_REQUESTS', '点得太快了，请过一会儿再试') },
    )
    await press('联系上了')
    expect(screen.getByRole('alert').textContent).toMatch('点得太快了')
  })
})
