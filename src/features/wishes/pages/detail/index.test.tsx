import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { dateInWords, startOfDay } from '#core/calendar'
import { consent } from '../../../../../tests/taro/consents'
import { photo } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn, signedOut } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { person, phone } from '../../../../../tests/taro/taro'
import { ACT, dialog, openWish, press, READ, sendIn } from '../../../../../tests/taro/wish-page'
import { inDays, WISH, wishEntry, wishView } from '../../../../../tests/taro/wishes'
import WishPage from '.'

const SECOND = 'PUT /communities/*/wishes/*/second'
const NO_MORE = 'DELETE /communities/*/wishes/*/second'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, wishId: WISH }
})

describe('a wish', () => {
  it('says for whom, by when, where, how it stands and what comes', async () => {
    const wantedBy = inDays(8)
    await openWish({ wantedBy, whenSuits: '白天都在家', seconds: 3 })
    for (const words of [
      '心愿 · 学东西',
      '湖光苑里的邻居能看到',
      '想请人教我用手机挂号',
      '每次复查都要女儿请假替我挂',
      '自己（3号楼的一位住户）',
      `${dateInWords(startOfDay(wantedBy))}前，白天都在家`,
      '楼下长椅',
      '3号楼的一位住户说出心愿',
      '邻居看得到了',
      '约好时间去帮',
      '已有 3 户也想要',
      '3 / 5 户',
      '再有 2 户，就可以提成一件事，请社区来办',
    ]) {
      expect(screen.getByText(words)).toBeTruthy()
    }
    expect(document.querySelector('[aria-current="step"]')?.textContent).toMatch('等人来帮')
    expect(screen.getByRole('button', { name: /举报/ })).toBeTruthy()
  })

  it('names who gave a name, with their building', async () => {
    await openWish({ byName: '阿梅', shownAs: 'nickname' })
    expect(screen.getByText('自己（阿梅，湖光苑 3号楼）')).toBeTruthy()
  })

  it('names who spoke for somebody, and not for whom', async () => {
    await openWish({ byName: '陈阿姨', forOther: true })
    expect(screen.getByText('邻居，由陈阿姨替着说的')).toBeTruthy()
    expect(screen.queryByText('替别人说的')).toBeNull()
  })

  it('shows pictures of the wish, and how it looks now that it is done', async () => {
    const photos = [photo({ photoId: 'p1', moment: 'other' }), photo({ photoId: 'p2', moment: 'after' })]
    await openWish({ state: 'fulfilled', photos })
    expect(screen.getByRole('button', { name: '照片，点开看' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '帮好以后，点开看' })).toBeTruthy()
    expect(screen.queryByText('也想要的邻居')).toBeNull()
  })

  it('tells what was said with a step, and where it went when it was merged', async () => {
    await openWish({
      state: 'merged',
      mergedInto: { kind: 'matter', id: 'm1' },
      timeline: [wishEntry(), wishEntry({ seq: 2, act: 'confirm', note: '谢谢小周' })],
    })
    expect(screen.getByText('谢谢小周')).toBeTruthy()
    await press(/提成一件事了，社区在办/)
    expect(phone.moves[0]).toMatch(/redirectTo \/features\/matters\/pages\/detail\/index\?.*matterId=m1$/)
  })

  it('a skeleton, then an error and a way to try again', async () => {
    serve({ [READ]: OFFLINE })
    render(<WishPage />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    expect(await screen.findByText('没打开这个心愿')).toBeTruthy()
    serve({ [READ]: wishView() })
    await press('再试一次')
    expect(await screen.findByText('现在')).toBeTruthy()
  })

  it('is loaded again when one comes back', async () => {
    await openWish({})
    serve({ [READ]: wishView({ state: 'claimed', helperName: '小周' }) })
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(screen.getByText('小周在帮')).toBeTruthy()
  })

  it('signed out, leads to the sign-in page and from there back', () => {
    signedOut()
    const asked = serve({})
    render(<WishPage />)
    expect(phone.moves[0]).toMatch(/reLaunch \/features\/people\/pages\/sign-in\/index\?next=.*wishId/)
    expect(asked).toEqual([])
  })
})

describe('我也想要', () => {
  it('stands beside 我来帮, and can be taken back', async () => {
    const asked = await openWish(
      { maySecond: true, acts: ['offer'] },
      {
        [SECOND]: wishView({ seconds: 1, seconded: true, mayTakeBackSecond: true, acts: ['offer'] }),
        [NO_MORE]: wishView({ maySecond: true, acts: ['offer'] }),
      },
    )
    expect(screen.getByText('帮忙不谈钱。认下后 7 天内联系就好。')).toBeTruthy()
    await press('我也想要')
    expect(screen.getByText('您也想要，有进展会告诉您')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '我也想要' })).toBeNull()
    await press('我不要了')
    expect(screen.getByRole('button', { name: '我也想要' })).toBeTruthy()
    expect(writes(asked).map(({ method, key }) => [method, typeof key])).toEqual([
      ['PUT', 'string'],
      ['DELETE', 'string'],
    ])
  })

  it('can’t be taken back once it is done', async () => {
    await openWish({ state: 'delivered', seconds: 1, seconded: true })
    expect(screen.getByText('您也想要，有进展会告诉您')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '我不要了' })).toBeNull()
  })

  it('says why it was refused while somebody helps, too', async () => {
    await openWish(
      { state: 'claimed', maySecond: true },
      { [SECOND]: new Refusal(409, 'WISH_OWN_HOME', '这是您家里人的心愿，不用再说一遍') },
    )
    await press('我也想要')
    expect(screen.getByRole('alert').textContent).toMatch('这是您家里人的心愿')
  })

  it('is there without 我来帮 as well, and says why it was refused', async () => {
    await openWish(
      { maySecond: true },
      { [SECOND]: new Refusal(409, 'WISH_HOME_SECONDED', '您家里已经有人说过也想要了') },
    )
    await press('我也想要')
    expect(screen.getByRole('alert').textContent).toMatch('您家里已经有人说过也想要了')
  })
})

describe('我来帮', () => {
  it('asks for a few words and as whom, and says what it leads to', async () => {
    const asked = await openWish(
      { acts: ['offer'] },
      { [ACT]: wishView({ offered: true, acts: ['take_back_offer'], offersWaiting: 1 }) },
    )
    await press('我来帮')
    await dialog('我来帮')
    expect(screen.getByText(/帮忙不谈钱；认下后 7 天内联系，30 天内帮好就行/)).toBeTruthy()
    expect(screen.getByRole('radio', { name: /我的称呼：阿梅/ }).getAttribute('aria-checked')).toBe('true')
    await userEvent.type(screen.getByRole('textbox', { name: /想跟对方说什么/ }), ' 我周末在家 ')
    await userEvent.click(screen.getByRole('radio', { name: /^一位邻居/ }))
    await sendIn('我来帮')
    expect(writes(asked)[0]).toMatchObject({
      body: { act: 'offer', revision: 2, note: '我周末在家', shownAs: 'resident' },
      key: expect.any(String),
    })
    expect(screen.getByText('谢谢您！对方点了头，会马上告诉您')).toBeTruthy()
    expect(screen.getByText(/您说过愿意帮，等对方点头/)).toBeTruthy()
  })

  it('for an organisation of mine, by its name', async () => {
    const mayOfferFor = [{ organisationId: 'org1', name: '湖光老年互助社' }]
    const asked = await openWish({ acts: ['offer'], mayOfferFor }, { [ACT]: wishView() })
    await press('我来帮')
    await userEvent.click(await screen.findByRole('radio', { name: /湖光老年互助社/ }))
    await sendIn('我来帮')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'offer', organisationId: 'org1' })
    expect(writes(asked)[0]?.body).not.toHaveProperty('shownAs')
  })

  it('who has no name yet offers as a neighbour', async () => {
    signedIn(amei({ nickname: null }))
    const asked = await openWish({ acts: ['offer'] }, { [ACT]: wishView() })
    await press('我来帮')
    expect(screen.queryByRole('radio', { name: /我的称呼/ })).toBeNull()
    await sendIn('我来帮')
    expect(writes(asked)[0]?.body).toMatchObject({ shownAs: 'resident' })
  })

  it('without a verified phone leads to the page that binds one, and keeps the words', async () => {
    const refusal = new Refusal(403, 'PHONE_REQUIRED', '请先在「我的」里绑定手机号，再说给邻居听')
    await openWish({ acts: ['offer'] }, { [ACT]: refusal })
    await press('我来帮')
    await userEvent.type(await screen.findByRole('textbox', { name: /想跟对方说什么/ }), '我会')
    await sendIn('我来帮')
    await press('去绑定')
    expect(phone.moves).toEqual(['navigateTo /features/people/pages/phone/index'])
    expect(screen.getByRole('textbox', { name: /想跟对方说什么/ })).toHaveProperty('value', '我会')
  })

  it('asks for consent first where the server does, and then does it', async () => {
    const required = new Refusal(403, 'CONSENT_REQUIRED', '请先看一看个人信息的说明')
    await openWish(
      { acts: ['offer'] },
      {
        [ACT]: required,
        'GET /consents': { items: [consent()] },
        'GET /me/consents': { items: [consent()] },
      },
    )
    await press('我来帮')
    await sendIn('我来帮')
    expect(await screen.findByRole('dialog', { name: '个人信息处理说明' })).toBeTruthy()
  })

  it('can be taken back, without blame', async () => {
    const asked = await openWish({ offered: true, acts: ['take_back_offer'] }, { [ACT]: wishView() })
    await press('这次帮不了了')
    expect(await screen.findByText(/没有什么影响/)).toBeTruthy()
    await sendIn('这次帮不了了')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'take_back_offer' })
  })

  it('who comes too late sees how things stand now', async () => {
    await openWish({ acts: ['offer'] }, { [ACT]: new Refusal(409, 'STATE_CHANGED', '情况变了') })
    await press('我来帮')
    await dialog('我来帮')
    const asked = serve({
      [READ]: wishView({ state: 'claimed', helperName: '小周' }),
      [ACT]: new Refusal(409, 'STATE_CHANGED', '情况变了'),
    })
    await sendIn('我来帮')
    expect(await screen.findByText('小周在帮')).toBeTruthy()
    expect(screen.getByText('情况变了，这一页已经换成最新的了。')).toBeTruthy()
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET'])
  })

  it('keeps what was written when it did not get through, and sends it once', async () => {
    const asked = await openWish({ acts: ['offer'] }, { [ACT]: OFFLINE })
    await press('我来帮')
    await sendIn('我来帮')
    expect(screen.getByRole('alert').textContent).toMatch('没连上网')
    await sendIn('我来帮')
    expect(writes(asked)[1]?.key).toBe(writes(asked)[0]?.key)
  })
})
