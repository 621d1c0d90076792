import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { deferred } from '../../../../../tests/taro/deferred'
import { MATTER, matter } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, community, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { person, phone } from '../../../../../tests/taro/taro'
import { outbox } from '@/platform/outbox'
import ReportPage from '.'

const SEND = 'POST /communities/*/matters'
const what = () => screen.findByRole('textbox', { name: /^什么事/ })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

beforeEach(() => signedIn(amei()))

describe('reporting', () => {
  it('needs one line: place and category are suggested, and it opens what was made', async () => {
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), '三楼的灯不亮')
    expect(screen.getByText(/归到「楼道灯」/)).toBeTruthy()
    expect(screen.getByText('会送到东湖社区')).toBeTruthy()
    await press('3 楼')
    await press('报给社区')
    expect(writes(asked)).toHaveLength(1)
    expect(writes(asked)[0]).toMatchObject({
      path: `/communities/${COMMUNITY}/matters`,
      key: expect.any(String),
      body: {
        placeId: 'entrance',
        serviceCode: 'stair_lamp',
        title: '三楼的灯不亮',
        text: '',
        floor: '3 楼',
        shownAs: 'resident',
        photoIds: [],
      },
    })
    expect(phone.moves).toEqual([
      `redirectTo /features/matters/pages/detail/index?communityId=${COMMUNITY}&matterId=${MATTER}`,
    ])
    expect(screen.getByText('报上去了，有人接了会告诉您')).toBeTruthy()
  })

  it('lets one say more, and choose the category by hand', async () => {
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), '有点吵')
    await press('多说两句')
    await userEvent.type(screen.getByRole('textbox', { name: /^多说两句/ }), '半夜')
    await press('换一个')
    await userEvent.click(await screen.findByRole('button', { name: '别的事' }))
    expect(screen.getByText('归到「别的事」')).toBeTruthy()
    await press('报给社区')
    expect(writes(asked)[0]?.body).toMatchObject({ serviceCode: 'other', text: '半夜' })
  })

  it('lets one choose the place, and more closely where', async () => {
    const building = { placeId: 'b3', kind: 'building', name: '3号楼', hasChildren: false }
    const grid = { placeId: 'g2', kind: 'grid', name: '第二网格', hasChildren: false }
    const places = { items: [grid, building], nextCursor: null }
    const asked = serve({ [SEND]: matter(), 'GET /communities/*/places': places })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press(/换地方/)
    await userEvent.click(await screen.findByRole('button', { name: '3号楼' }))
    expect(screen.queryByText('第二网格')).toBeNull()
    await press('6 楼')
    await press('6 楼')
    await userEvent.type(screen.getByRole('textbox', { name: /^再具体一点/ }), '电梯口')
    await press('报给社区')
    expect(writes(asked)[0]?.body).toMatchObject({ placeId: 'b3', floor: '电梯口' })
  })

  it('says what is missing at its field, before anything is sent', async () => {
    const asked = serve({})
    render(<ReportPage />)
    await what()
    await press('报给社区')
    expect(screen.getByText('请写一句话，说说是什么事')).toBeTruthy()
    expect((await what()).getAttribute('aria-invalid')).toBe('true')
    expect(writes(asked)).toEqual([])
    await userEvent.type(await what(), '灯')
    expect(screen.queryByText('请写一句话，说说是什么事')).toBeNull()
  })

  it("shows the server's refusal at its field, or above the button", async () => {
    serve({ [SEND]: new Refusal(400, 'TEXT_TOO_LONG', '写得太长了，请短一点', 'floor') })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press('报给社区')
    expect(screen.getByRole('textbox', { name: /^再具体一点/ }).getAttribute('aria-invalid')).toBe('true')
    serve({ [SEND]: new Refusal(429, 'TOO_MANY_REQUESTS', '点得太快了，请过一会儿再试') })
    await press('报给社区')
    expect(screen.getByRole('alert').textContent).toMatch('点得太快了')
    expect(screen.queryByText('写得太长了，请短一点')).toBeNull()
  })

  it('is busy while it sends, and sends once', async () => {
    const answer = deferred<unknown>()
    const asked = serve({ [SEND]: () => answer.promise })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press('报给社区')
    await press('正在报…')
    await act(async () => answer.resolve(matter()))
    expect(writes(asked)).toHaveLength(1)
  })
})

describe('without a network', () => {
  it('keeps the words and sends them once: the same key goes out again', async () => {
    const asked = serve({ [SEND]: OFFLINE })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯不亮')
    await press('报给社区')
    expect(screen.getByText('没连上网，等着发送')).toBeTruthy()
    expect(screen.getByText('字和照片都存在手机里，有网了自动报，不用再写。')).toBeTruthy()
    expect(screen.getByText('报事：灯不亮')).toBeTruthy()
    const again = serve({ [SEND]: matter() })
    await press('现在再发一次')
    expect(writes(again)[0]?.key).toBe(writes(asked)[0]?.key)
    expect(phone.moves[0]).toMatch('redirectTo')
  })

  it('waits on the phone when the page was closed in between, and the form is free for another one', async () => {
    const asked = serve({ [SEND]: OFFLINE })
    const { unmount } = render(<ReportPage />)
    await userEvent.type(await what(), '灯不亮')
    await press('报给社区')
    await press('先回首页，等着发')
    expect(phone.moves).toEqual(['switchTab /pages/home/index'])
    unmount()
    render(<ReportPage />)
    expect(await what()).toHaveProperty('value', '')
    const again = serve({ [SEND]: matter() })
    expect(await outbox.sendAll()).toBe(true)
    expect(writes(again)[0]?.key).toBe(writes(asked)[0]?.key)
    expect(outbox.list()).toEqual([])
  })

  it('leads back to the words, and says that they may have arrived; other words are another report', async () => {
    const asked = serve({ [SEND]: new Refusal(503, 'SERVER_STOPPING', '服务正在重启，请过一会儿再试') })
    const { unmount } = render(<ReportPage />)
    await userEvent.type(await what(), '灯不亮')
    await press('报给社区')
    expect(screen.getByText(/服务正在重启，请过一会儿再试。字和照片/)).toBeTruthy()
    await press('改一改')
    await userEvent.click(await screen.findByRole('button', { name: '还是要改' }))
    expect(phone.moves).toEqual(['redirectTo /features/matters/pages/report/index'])
    unmount()
    render(<ReportPage />)
    expect(await what()).toHaveProperty('value', '灯不亮')
    await userEvent.type(await what(), '了')
    await press('报给社区')
    expect(writes(asked)[1]?.key).not.toBe(writes(asked)[0]?.key)
  })

  it("does not show one person's words to another on the same phone", async () => {
    const { unmount } = render(<ReportPage />)
    await userEvent.type(await what(), '灯不亮')
    unmount()
    signedIn(amei({ personId: 'zhou' }))
    render(<ReportPage />)
    expect(await what()).toHaveProperty('value', '')
  })
})

describe('danger to life', () => {
  it('shows the emergency numbers before the form, and they can be called', async () => {
    render(<ReportPage />)
    await userEvent.type(await what(), '三楼楼道有很重的燃气味')
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toMatch('听着像有危险，请先打电话')
    const position = alert.compareDocumentPosition(await what())
    expect(position & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    await press('火警 119')
    await press('急救 120')
    expect(phone.dialled).toEqual(['119', '120'])
    expect(screen.getByRole('button', { name: '打过了，也报给社区' })).toBeTruthy()
  })
})

describe('where one may report', () => {
  it('at a door, by its code, and nowhere else', async () => {
    signedIn(amei({ communities: [] }))
    phone.params = { communityId: COMMUNITY, placeId: 'lift', placeName: '湖光苑 电梯', doorCode: 'CODE' }
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), '电梯卡住')
    expect(screen.getByText('湖光苑 电梯')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /换地方/ })).toBeNull()
    await press('报给社区')
    expect(writes(asked)[0]?.body).toMatchObject({ placeId: 'lift', doorCode: 'CODE' })
  })

  it('without either, it says how to go on, and sees when a home has been bound', async () => {
    const stranger = amei({ communities: [community({ homes: [] })] })
    signedIn(stranger)
    serve({ 'GET /me': stranger })
    render(<ReportPage />)
    await userEvent.click(await screen.findByRole('button', { name: '绑定我的家' }))
    expect(phone.moves).toEqual(['navigateTo /features/people/pages/bind/index'])
    serve({ 'GET /me': amei() })
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(await what()).toBeTruthy()
  })

  it('an error, and a way to try again', async () => {
    signedIn()
    serve({ 'GET /me': OFFLINE })
    render(<ReportPage />)
    expect(await screen.findByText('没打开报事')).toBeTruthy()
    serve({ 'GET /me': amei() })
    await press('再试一次')
    expect(await what()).toBeTruthy()
  })
})
