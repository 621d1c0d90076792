import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { installCanvas } from '../../../../../tests/taro/canvas'
import { deferred } from '../../../../../tests/taro/deferred'
import { matter, photo } from '../../../../../tests/taro/matters'
import { afterConsent, consent } from '../../../../../tests/taro/consents'
import { amei, community, office, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ReportPage from '.'

installCanvas()

const SEND = 'POST /communities/*/matters'
const UPLOAD = 'POST /communities/*/photos'
const PLACES = 'GET /communities/*/places'
const what = () => screen.findByRole('textbox', { name: /^什么事/ })
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const write = async (name: RegExp, words: string) =>
  userEvent.type(await screen.findByRole('textbox', { name }), words)
const worker = (more = {}) =>
  amei({
    communities: [community({ roles: [office('grid_worker', '第二网格', 'g2')], hasDesk: true, ...more })],
  })

describe('staff', () => {
  it('put down what they were told on the phone, with the number to call back', async () => {
    signedIn(worker())
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    expect(screen.getByRole('button', { name: '我自己遇到的' }).getAttribute('aria-pressed')).toBe('true')
    await press('电话打来')
    expect(screen.queryByText('邻居看到')).toBeNull()
    await write(/^对方的电话/, '13800001234')
    await press('报给社区')
    expect(writes(asked)[0]?.body).toMatchObject({ channel: 'phone', callerPhone: '13800001234' })
    expect(writes(asked)[0]?.body).not.toHaveProperty('onSpot')
  })

  it('send no number with what they saw themselves', async () => {
    signedIn(worker())
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press('上门听说')
    await write(/^对方的电话/, '138')
    await press('巡查发现')
    expect(screen.queryByRole('textbox', { name: /^对方的电话/ })).toBeNull()
    await press('报给社区')
    expect(writes(asked)[0]?.body).toMatchObject({ channel: 'patrol' })
    expect(writes(asked)[0]?.body).not.toHaveProperty('callerPhone')
  })

  it('hear at the number what is wrong with it', async () => {
    signedIn(worker())
    serve({ [SEND]: new Refusal(400, 'PHONE_INVALID', '这个号码不对', 'callerPhone') })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press('电话打来')
    await write(/^对方的电话/, '12')
    await press('报给社区')
    const field = screen.getByRole('textbox', { name: /^对方的电话/ })
    expect(field.getAttribute('aria-invalid')).toBe('true')
  })

  it('write report and result in one when it was settled on the spot', async () => {
    signedIn(worker())
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    expect(screen.queryByRole('switch', { name: /^当场就办了/ })).toBeNull()
    await press('巡查发现')
    await userEvent.click(screen.getByRole('switch', { name: /^当场就办了/ }))
    await press('报给社区')
    expect(screen.getByText('请写一句办了什么')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await write(/^办了什么/, '灯泡松了')
    await press('说明白了')
    await press('报给社区')
    expect(writes(asked)[0]?.body).toMatchObject({
      channel: 'patrol',
      onSpot: { outcome: 'explained', note: '灯泡松了', photoIds: [] },
    })
  })

  it('are not asked for a result they are not shown any more', async () => {
    signedIn(worker())
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press('巡查发现')
    await userEvent.click(screen.getByRole('switch', { name: /^当场就办了/ }))
    await press('我自己遇到的')
    await press('报给社区')
    expect(writes(asked)).toHaveLength(1)
    expect(writes(asked)[0]?.body).not.toHaveProperty('onSpot')
  })

  it('find the photo of the result again', async () => {
    phone.chooses = ['blob:lamp']
    signedIn(worker())
    serve({ [UPLOAD]: photo({ photoId: 'lamp' }) })
    const { unmount } = render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press('巡查发现')
    await userEvent.click(screen.getByRole('switch', { name: /^当场就办了/ }))
    await userEvent.click((await screen.findAllByRole('button', { name: '拍一张' }))[0] as Element)
    await press('不用遮')
    await screen.findByRole('button', { name: '再拍一张' })
    unmount()
    render(<ReportPage />)
    expect(await screen.findByRole('img', { name: '第 1 张照片' })).toBeTruthy()
  })

  it('choose the place when they do not live there, and find what is only found on patrol', async () => {
    signedIn(worker({ homes: [] }))
    const building = { placeId: 'b3', kind: 'building', name: '3号楼', hasChildren: false }
    const asked = serve({ [SEND]: matter(), [PLACES]: { items: [building], nextCursor: null } })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    expect(screen.queryByRole('button', { name: '我自己遇到的' })).toBeNull()
    await press('巡查发现')
    await press('换一个')
    await press('巡查发现的隐患')
    await press('报给社区')
    expect(screen.getByText('请选一下在哪儿')).toBeTruthy()
    await press(/选一下在哪儿/)
    await press('3号楼')
    await press('报给社区')
    expect(writes(asked)[0]?.body).toMatchObject({ placeId: 'b3', channel: 'patrol', serviceCode: 'hazard' })
  })

  it('are offered no channel as residents, nor settling on the spot at the desk of the community', async () => {
    signedIn(amei({ communities: [community({ roles: [office('community_staff')], hasDesk: true })] }))
    render(<ReportPage />)
    await what()
    expect(screen.queryByRole('button', { name: '巡查发现' })).toBeNull()
    await press('电话打来')
    expect(screen.queryByRole('switch', { name: /^当场就办了/ })).toBeNull()
  })

  it('is a card that residents don’t see', async () => {
    signedIn(amei())
    render(<ReportPage />)
    await what()
    expect(screen.queryByText('怎么知道的')).toBeNull()
  })
})

describe('what comes along', () => {
  beforeEach(() => {
    signedIn(amei())
    phone.chooses = ['blob:lamp']
  })

  it('a photo, sent while one goes on writing', async () => {
    const asked = serve({ [SEND]: matter(), [UPLOAD]: photo({ photoId: 'lamp' }) })
    const { unmount } = render(<ReportPage />)
    await what()
    await press('拍一张')
    await press('不用遮')
    await userEvent.type(await what(), '灯')
    await press('报给社区')
    expect(writes(asked)[1]?.body).toMatchObject({ title: '灯', photoIds: ['lamp'] })
    unmount()
    render(<ReportPage />)
    expect(await what()).toHaveProperty('value', '')
    expect(screen.queryByRole('img', { name: /第 1 张照片/ })).toBeNull()
  })

  it('nothing a second time: the draft is gone also when the page was left while it was sent', async () => {
    const answer = deferred<object>()
    serve({ [SEND]: () => answer.promise })
    const { unmount } = render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press('报给社区')
    unmount()
    await act(async () => answer.resolve(matter()))
    render(<ReportPage />)
    expect(await what()).toHaveProperty('value', '')
    expect(phone.moves).toEqual([])
  })

  it('a photo that did not get through goes along with the report: both wait, and nothing is half', async () => {
    const asked = serve({ [SEND]: matter(), [UPLOAD]: OFFLINE })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press('拍一张')
    await press('不用遮')
    await press('报给社区')
    expect(await screen.findByText('没连上网，等着发送')).toBeTruthy()
    expect(writes(asked).filter(({ path }) => path.endsWith('/matters'))).toEqual([])
  })

  it('the lamp that is meant, where lamps are listed', async () => {
    const lamp = { placeId: 'lamp7', kind: 'facility', name: '7号灯', hasChildren: false }
    const home = { placeId: 'h1', kind: 'home', name: '602 室', hasChildren: false }
    const asked = serve({ [SEND]: matter(), [PLACES]: { items: [lamp, home], nextCursor: null } })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press('7号灯')
    expect(screen.queryByRole('button', { name: '602 室' })).toBeNull()
    await press('报给社区')
    expect(writes(asked)[0]?.body).toMatchObject({ placeId: 'lamp7' })
  })

  it('consent, asked for when it is first needed; then the report goes out by itself', async () => {
    const { act, give } = afterConsent(matter())
    serve({
      [SEND]: act,
      'GET /me/consents': { items: [consent()] },
      'POST /me/consents': give,
    })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await press('报给社区')
    await userEvent.click(await screen.findByRole('radio', { name: '我已满 14 岁' }))
    await press('同意')
    expect(phone.moves[0]).toMatch('redirectTo /features/matters/pages/detail/index')
  })
})
