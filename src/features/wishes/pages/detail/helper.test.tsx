import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { WishView } from '#core/wishes'
import { amei, COMMUNITY, office, community, signedIn } from '../../../../../tests/taro/people'
import { writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { ACT, dialog, openWish, press, sendIn } from '../../../../../tests/taro/wish-page'
import { WISH, wishItem, wishPage, wishView } from '../../../../../tests/taro/wishes'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, wishId: WISH }
})

const bodies = (asked: Parameters<typeof writes>[0]) => writes(asked).map(({ body }) => body)

const HELPING: Partial<WishView> = {
  state: 'claimed',
  helping: true,
  helperName: '阿梅',
  claimedAt: '2026-11-16T08:20:00.000Z',
  contactMasked: '139****0002',
  mayReadContact: true,
  acts: ['contact', 'hand_back', 'deliver'],
}

describe('who helps', () => {
  it('gets in touch first, then says that it is done', async () => {
    const asked = await openWish(HELPING, {
      [ACT]: wishView({
        ...HELPING,
        contactedAt: '2026-11-17T08:20:00.000Z',
        acts: ['hand_back', 'deliver'],
      }),
    })
    expect(screen.getByText('联系说心愿的人')).toBeTruthy()
    expect(screen.getByText('请先联系，联系上了点一下「联系上了」')).toBeTruthy()
    expect(screen.getByRole('button', { name: '联系上了' }).className).toMatch('btn--primary')
    await press('联系上了')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'contact' })])
    expect(screen.getByRole('button', { name: '帮好了' }).className).toMatch('btn--primary')
    expect(screen.getByText('12月16日（周三）前帮好')).toBeTruthy()
  })

  it('says what was done, in a few words or none', async () => {
    const asked = await openWish(
      { ...HELPING, contactedAt: '2026-11-17T08:20:00.000Z', acts: ['hand_back', 'deliver'] },
      { [ACT]: wishView({ state: 'delivered', helping: true, helperName: '阿梅' }) },
    )
    await press('帮好了')
    await userEvent.type(await screen.findByRole('textbox', { name: /帮了什么/ }), '教会了')
    expect(screen.getByRole('button', { name: '拍一张' })).toBeTruthy()
    await sendIn('帮好了')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'deliver', note: '教会了', photoIds: [] })])
    expect(screen.getByText('您说帮好了，等对方说一声')).toBeTruthy()
    expect(screen.getByText('等说心愿的人说一声')).toBeTruthy()
  })

  it('of an organisation is asked to go on once its member has left, and told until when', async () => {
    const left = {
      ...HELPING,
      helping: false,
      organisationHelps: true,
      helperName: '修鞋铺',
      mayReadContact: false,
    }
    await openWish({ ...left, replaceUntil: '2026-11-28T16:00:00.000Z', acts: ['hand_back', 'take_over'] })
    expect(screen.getByText('修鞋铺在换人')).toBeTruthy()
    expect(screen.getByText('11月28日（周六）换好人')).toBeTruthy()
    expect(screen.getByText('来帮的人离开了，请组织里换个人接着帮')).toBeTruthy()
    expect(screen.queryByText('请先联系，联系上了点一下「联系上了」')).toBeNull()
  })

  it('leaves it to others without consequences', async () => {
    const asked = await openWish(HELPING, { [ACT]: wishView() })
    await press('帮不了了，让给别人')
    expect(await screen.findByText(/让给别人，不会有什么影响/)).toBeTruthy()
    await sendIn('帮不了了，让给别人')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'hand_back' })])
    expect(screen.queryByText('联系说心愿的人')).toBeNull()
  })
})

describe('an organisation', () => {
  it('lets another member go on once the first has left', async () => {
    const asked = await openWish(
      { ...HELPING, contactMasked: null, mayReadContact: false, acts: ['hand_back', 'take_over'] },
      { [ACT]: wishView(HELPING) },
    )
    expect(screen.getByRole('button', { name: '我来接着帮' }).className).toMatch('btn--primary')
    await press('我来接着帮')
    expect(await screen.findByText(/以后由您来联系/)).toBeTruthy()
    await sendIn('我来接着帮')
    expect(bodies(asked)).toEqual([expect.objectContaining({ act: 'take_over' })])
    expect(screen.getByText('联系说心愿的人')).toBeTruthy()
  })
})

describe('a moderator', () => {
  const MODERATED: Partial<WishView> = {
    forOther: true,
    wordsState: 'shown',
    consent: { name: '李奶奶', way: 'in_person' },
    acts: ['ask_merge'],
  }

  beforeEach(() => signedIn(amei({ communities: [community({ roles: [office('community_staff')] })] })))

  it('sees whose wish it is and how they agreed; the name stands nowhere else', async () => {
    await openWish(MODERATED)
    expect(screen.getByText('李奶奶')).toBeTruthy()
    expect(screen.getByText('当面说的')).toBeTruthy()
    expect(screen.getByText(/只有说的人和社区工作人员看得到/)).toBeTruthy()
    expect(screen.getByText('邻居，由3号楼的一位住户替着说的')).toBeTruthy()
  })

  it('asks the author to let it be merged: into what, and why', async () => {
    const others = [wishItem({ wishId: 'w2', title: '也想学手机', byName: '老吴' })]
    const asked = await openWish(MODERATED, {
      'GET /communities/*/wishes': wishPage(others),
      [ACT]: wishView({ ...MODERATED, acts: [] }),
    })
    await press('请他合到一起')
    await dialog('请他合到一起')
    await sendIn('请他合到一起')
    expect(screen.getByText('请选合到哪里')).toBeTruthy()
    // What it can't be merged into, and a new matter before enough homes want it, isn't offered.
    expect(asked.find(({ path }) => path.endsWith('/wishes'))?.query).toMatchObject({ mergeOf: WISH })
    expect(screen.queryByRole('radio', { name: /提成一件事/ })).toBeNull()
    await userEvent.click(await screen.findByRole('radio', { name: '也想学手机，老吴说的' }))
    await sendIn('请他合到一起')
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    expect(bodies(asked)).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: /为什么/ }), '合起来办一次课')
    await sendIn('请他合到一起')
    expect(bodies(asked)).toEqual([
      expect.objectContaining({ act: 'ask_merge', note: '合起来办一次课', into: { kind: 'wish', id: 'w2' } }),
    ])
  })

  it('or into a new matter, once enough homes want it', async () => {
    const many = { ...MODERATED, seconds: 5 }
    const asked = await openWish(many, {
      'GET /communities/*/wishes': wishPage([]),
      [ACT]: wishView({ ...MODERATED, acts: [] }),
    })
    await press('请他合到一起')
    await userEvent.click(await screen.findByRole('radio', { name: '提成一件事，由社区来办' }))
    await userEvent.type(screen.getByRole('textbox', { name: /为什么/ }), '该社区办')
    await sendIn('请他合到一起')
    expect(bodies(asked)).toEqual([expect.objectContaining({ into: { kind: 'matter' } })])
  })
})
