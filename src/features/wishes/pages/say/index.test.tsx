import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { dateInWords, startOfDay } from '#core/calendar'
import { amei, COMMUNITY, community, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { outbox } from '@/platform/outbox'
import { person, phone } from '../../../../../tests/taro/taro'
import { inDays, origin, WISH, wishView } from '../../../../../tests/taro/wishes'
import MyWishesPage from '../mine'
import SayPage from '.'

const SEND = 'POST /communities/*/wishes'
const ORIGINS = 'GET /communities/*/wish-origins'
const HERE = { [ORIGINS]: { items: [origin()] } }
const what = () => screen.findByRole('textbox', { name: /^想要什么/ })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const pick = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const box = (name: RegExp) => screen.getByRole('textbox', { name })

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY }
})

describe('saying a wish', () => {
  it('needs one line: kind and scope are suggested, and it opens what was made', async () => {
    const asked = serve({ ...HERE, [SEND]: wishView() })
    render(<SayPage />)
    await userEvent.type(await what(), '想请人教我用手机')
    expect(screen.getByText(/归到「学东西」/)).toBeTruthy()
    expect(screen.getByText('小区里的邻居（湖光苑）')).toBeTruthy()
    await press('说给邻居听')
    expect(writes(asked)[0]).toMatchObject({
      path: `/communities/${COMMUNITY}/wishes`,
      key: expect.any(String),
      body: {
        placeId: 'b3',
        scope: 'estate',
        kind: 'teach',
        title: '想请人教我用手机',
        shownAs: 'resident',
        photoIds: [],
      },
    })
    expect(writes(asked)[0]?.body).not.toHaveProperty('forOther')
    expect(phone.moves).toEqual([
      `redirectTo /features/wishes/pages/detail/index?communityId=${COMMUNITY}&wishId=${WISH}`,
    ])
    expect(screen.getByText('说出去了，有人愿意帮会告诉您')).toBeTruthy()
  })

  it('more words, another kind, a day, when and where, to whom and as whom: all by choice', async () => {
    const asked = serve({ ...HERE, [SEND]: wishView() })
    render(<SayPage />)
    await userEvent.type(await what(), '换个灯泡')
    await press('换一个')
    await userEvent.click(await screen.findByRole('button', { name: '跑腿搭手' }))
    await press('多说两句')
    await userEvent.type(box(/^多说两句/), '够不着')
    await press(/^最晚哪天/)
    await pick(dateInWords(startOfDay(inDays(5))))
    await userEvent.type(box(/^什么时候方便/), '白天')
    await userEvent.type(box(/^在哪儿见/), '楼下')
    await press(/^说给谁听/)
    await pick('本楼的邻居，3号楼')
    await press(/^邻居看到/)
    await pick(/^阿梅/)
    await press('说给邻居听')
    expect(writes(asked)[0]?.body).toMatchObject({
      kind: 'errand',
      text: '够不着',
      wantedBy: inDays(5),
      whenSuits: '白天',
      where: '楼下',
      scope: 'building',
      shownAs: 'nickname',
    })
  })

  it('from either of two homes', async () => {
    const second = origin({ placeId: 'b5', name: '湖光苑 5号楼' })
    const asked = serve({ [ORIGINS]: { items: [origin(), second] }, [SEND]: wishView() })
    render(<SayPage />)
    await userEvent.type(await what(), '借梯子')
    await press(/^从哪儿说/)
    await pick('湖光苑 5号楼')
    await press('说给邻居听')
    expect(writes(asked)[0]?.body).toMatchObject({ placeId: 'b5' })
  })

  it('says what is missing at its field, before anything is sent', async () => {
    const asked = serve(HERE)
    render(<SayPage />)
    await what()
    await press('说给邻居听')
    expect(screen.getByText('请写一句话，说说您的心愿')).toBeTruthy()
    expect((await what()).getAttribute('aria-invalid')).toBe('true')
    expect(writes(asked)).toEqual([])
  })

  it("shows the server's refusal at its field, or above the button", async () => {
    serve({ ...HERE, [SEND]: new Refusal(400, 'WISH_ASKS_MONEY', '心愿里不谈钱，免得有人上当', 'title') })
    render(<SayPage />)
    await userEvent.type(await what(), '周转一下')
    await press('说给邻居听')
    expect(screen.getByText('心愿里不谈钱，免得有人上当')).toBeTruthy()
    expect((await what()).getAttribute('aria-invalid')).toBe('true')
    serve({ ...HERE, [SEND]: new Refusal(429, 'TOO_MANY_REQUESTS', '点得太快了，请过一会儿再试') })
    await press('说给邻居听')
    expect(screen.getByRole('alert').textContent).toMatch('点得太快了')
  })
})

describe('money', () => {
  it('has no place in a wish: why, and where to go instead, before it is sent', async () => {
    const asked = serve({ ...HERE, [SEND]: wishView() })
    render(<SayPage />)
    await userEvent.type(await what(), '想借点钱看病')
    expect(screen.getByRole('alert').textContent).toMatch(/心愿里不谈钱.*困难救助/)
    await press('说给邻居听')
    expect((await what()).getAttribute('aria-invalid')).toBe('true')
    expect(writes(asked)).toEqual([])
  })

  it('is meant by neither who wants none nor who learns to pay', async () => {
    serve(HERE)
    render(<SayPage />)
    await userEvent.type(await what(), '想学怎么用手机付款码，不谈钱')
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('what is written', () => {
  it('waits on the phone without a network, and is sent once: the same key goes out again', async () => {
    const asked = serve({ ...HERE, [SEND]: OFFLINE })
    render(<SayPage />)
    await userEvent.type(await what(), '借梯子')
    await press('说给邻居听')
    expect(await screen.findByText('没连上网，等着发送')).toBeTruthy()
    expect(screen.getByText('心愿：借梯子')).toBeTruthy()
    const again = serve({ ...HERE, [SEND]: wishView() })
    await press('现在再发一次')
    expect(writes(again)[0]).toMatchObject({ key: writes(asked)[0]?.key, body: { title: '借梯子' } })
    expect(phone.moves).toEqual([
      `redirectTo /features/wishes/pages/detail/index?communityId=${COMMUNITY}&wishId=${WISH}`,
    ])
    expect(outbox.list()).toEqual([])
  })

  it('leaves the form for another one, and stands among my wishes as 等待发送', async () => {
    serve({ ...HERE, [SEND]: OFFLINE })
    const { unmount } = render(<SayPage />)
    await userEvent.type(await what(), '借梯子')
    await press('说给邻居听')
    await press('先回首页，等着发')
    expect(phone.moves).toEqual(['switchTab /pages/home/index'])
    unmount()
    const { unmount: close } = render(<SayPage />)
    expect(await what()).toHaveProperty('value', '')
    close()
    render(<MyWishesPage />)
    expect(await screen.findByText(/^等待发送/)).toBeTruthy()
    await press(/心愿：借梯子/)
    expect(phone.moves[1]).toBe('navigateTo /features/outbox/pages/waiting/index')
  })

  it('is taken back to be changed, once its writer knows that it may have arrived', async () => {
    serve({ ...HERE, [SEND]: new Refusal(503, 'SERVER_STOPPING', '服务正在重启，请过一会儿再试') })
    const { unmount } = render(<SayPage />)
    await userEvent.type(await what(), '借梯子')
    await press('说给邻居听')
    expect(await screen.findByText('还没说出去')).toBeTruthy()
    expect(screen.getByText(/服务正在重启，请过一会儿再试。字和照片/)).toBeTruthy()
    await press('改一改')
    await userEvent.click(await screen.findByRole('button', { name: '还是要改' }))
    expect(phone.moves).toEqual([`redirectTo /features/wishes/pages/say/index?communityId=${COMMUNITY}`])
    unmount()
    render(<SayPage />)
    expect(await what()).toHaveProperty('value', '借梯子')
    expect(outbox.list()).toEqual([])
  })

  it('is nobody else’s on the same phone, and forgets a day that is over', async () => {
    serve(HERE)
    phone.stored.set(`linli.wish.amei.${COMMUNITY}`, {
      forOther: false,
      otherName: '',
      otherPhone: '',
      title: '借梯子',
      text: '',
      wantedBy: '2020-01-01',
      whenSuits: '',
      where: '',
      shownAs: 'resident',
      photos: [],
    })
    const { unmount } = render(<SayPage />)
    expect(await what()).toHaveProperty('value', '借梯子')
    expect(screen.getByText('不急')).toBeTruthy()
    unmount()
    signedIn(amei({ personId: 'zhou' }))
    render(<SayPage />)
    expect(await what()).toHaveProperty('value', '')
  })

  it('stays while a phone is bound, where one is needed', async () => {
    const refusal = new Refusal(403, 'PHONE_REQUIRED', '请先在「我的」里绑定手机号，再说给邻居听')
    serve({ ...HERE, [SEND]: refusal })
    render(<SayPage />)
    await userEvent.type(await what(), '借梯子')
    await press('说给邻居听')
    await press('去绑定')
    expect(phone.moves).toEqual(['navigateTo /features/people/pages/phone/index'])
    expect(await what()).toHaveProperty('value', '借梯子')
  })
})

describe('who may say one', () => {
  it('without a home here: how to go on; once it is bound, one may', async () => {
    const stranger = amei({ communities: [community({ homes: [] })] })
    signedIn(stranger)
    serve({ 'GET /me': stranger, [ORIGINS]: { items: [] } })
    render(<SayPage />)
    await userEvent.click(await screen.findByRole('button', { name: '绑定我的家' }))
    await press('先看看邻居的心愿')
    expect(phone.moves).toEqual([
      'navigateTo /features/people/pages/bind/index',
      'redirectTo /features/wishes/pages/list/index',
    ])
    serve({ 'GET /me': amei(), ...HERE })
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(await what()).toBeTruthy()
  })

  it('an error, and a way to try again', async () => {
    serve({ [ORIGINS]: OFFLINE })
    render(<SayPage />)
    expect(await screen.findByText('没打开，没说成')).toBeTruthy()
    serve(HERE)
    await press('再试一次')
    expect(await what()).toBeTruthy()
  })
})
