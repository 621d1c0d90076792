import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { installCanvas } from '../../../../../tests/taro/canvas'
import { deferred } from '../../../../../tests/taro/deferred'
import { photo } from '../../../../../tests/taro/matters'
import { notice } from '../../../../../tests/taro/notices'
import { amei, COMMUNITY, community, office, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { outbox } from '@/platform/outbox'
import { phone } from '../../../../../tests/taro/taro'
import PublishPage from '.'

installCanvas()

const UPLOAD = 'POST /communities/*/photos'
const PUBLISH = 'POST /communities/*/notices'
const PLACES = 'GET /communities/*/places'
const head = () =>
  amei({ communities: [community({ roles: [office('building_head', '湖光苑 3号楼', 'building')] })] })
const fill = async () => {
  await userEvent.type(await screen.findByRole('textbox', { name: '标题' }), '周四停水')
  await userEvent.type(screen.getByRole('textbox', { name: /^内容/ }), '请提前接水')
}
const send = () => userEvent.click(screen.getByRole('button', { name: '发出去' }))

beforeEach(() => {
  signedIn(head())
  phone.stored.clear()
  phone.params = { communityId: COMMUNITY }
})

describe('publishing a notice', () => {
  it('takes a title, a text and a place, and opens it', async () => {
    const asked = serve({ [PUBLISH]: notice() })
    render(<PublishPage />)
    await fill()
    expect(screen.getByRole('radio', { name: '湖光苑 3号楼' }).getAttribute('aria-checked')).toBe('true')
    await userEvent.click(screen.getByRole('switch', { name: /^置顶/ }))
    await userEvent.click(screen.getByRole('button', { name: '7 天' }))
    await send()
    expect(asked[0]).toMatchObject({
      body: { placeId: 'building', title: '周四停水', text: '请提前接水', photoIds: [], pinDays: 7 },
      key: expect.any(String),
    })
    expect(phone.moves).toEqual([
      `redirectTo /features/notices/pages/detail/index?communityId=${COMMUNITY}&noticeId=n1`,
    ])
  })

  it('says what is missing before it is sent', async () => {
    const asked = serve({})
    render(<PublishPage />)
    await screen.findByRole('textbox', { name: '标题' })
    await send()
    expect(screen.getByText('请写个标题')).toBeTruthy()
    expect(screen.getByText('请写上要通知什么')).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('may be for a smaller place inside one’s own', async () => {
    const asked = serve({
      [PLACES]: {
        items: [
          { placeId: 'entrance', kind: 'entrance', name: '2单元', hasChildren: true },
          { placeId: 'home', kind: 'home', name: '602', hasChildren: false },
        ],
        nextCursor: null,
      },
      [PUBLISH]: notice(),
    })
    render(<PublishPage />)
    await fill()
    await userEvent.click(screen.getByRole('button', { name: '选小一点的地方' }))
    await userEvent.click(await screen.findByRole('button', { name: '2单元' }))
    expect(screen.queryByRole('button', { name: '602' })).toBeNull()
    await send()
    expect(asked[0]?.query).toEqual({ parentId: 'building' })
    expect(asked[1]?.body).toMatchObject({ placeId: 'entrance' })
  })

  it('waits on the phone when it did not get through, and goes out once', async () => {
    const asked = serve({ [PUBLISH]: OFFLINE })
    render(<PublishPage />)
    await fill()
    await send()
    expect(await screen.findByText('没连上网，先存在手机里，有网了自动发。')).toBeTruthy()
    expect(phone.moves).toEqual(['redirectTo /features/outbox/pages/waiting/index'])
    const again = serve({ [PUBLISH]: notice() })
    expect(await outbox.sendAll()).toBe(true)
    expect(writes(again)).toMatchObject([{ key: writes(asked)[0]?.key, body: { title: '周四停水' } }])
  })

  it('keeps what was written when it is refused', async () => {
    serve({ [PUBLISH]: new Refusal(409, 'NOTICE_PINS_FULL', '这里已经置顶三条了，请先取下一条', 'pinDays') })
    const { unmount } = render(<PublishPage />)
    await fill()
    await send()
    expect(await screen.findByText(/已经置顶三条/)).toBeTruthy()
    expect(outbox.list()).toEqual([])
    unmount()
    render(<PublishPage />)
    expect(await screen.findByRole('textbox', { name: '标题' })).toHaveProperty('value', '周四停水')
  })

  it('is not for residents, who are told who may', async () => {
    signedIn(amei())
    render(<PublishPage />)
    expect(await screen.findByText('您在这里不能发通知')).toBeTruthy()
  })

  it('keeps words and photos for who wrote them, until it is sent, also when the page was left meanwhile', async () => {
    const answer = deferred<object>()
    phone.chooses = ['blob:door']
    serve({ [UPLOAD]: photo({ photoId: 'door' }), [PUBLISH]: () => answer.promise })
    const again = () => {
      cleanup()
      render(<PublishPage />)
      return screen.findByRole('textbox', { name: '标题' })
    }
    render(<PublishPage />)
    await fill()
    await userEvent.click(screen.getByRole('button', { name: '拍一张' }))
    await userEvent.click(await screen.findByRole('button', { name: '不用遮' }))
    await screen.findByRole('button', { name: '再拍一张' })
    signedIn({ ...head(), personId: 'laolin' })
    expect(await again()).toHaveProperty('value', '')
    signedIn(head())
    expect(await again()).toHaveProperty('value', '周四停水')
    expect(screen.getByRole('img', { name: '第 1 张照片' })).toBeTruthy()
    await send()
    cleanup()
    await act(async () => answer.resolve(notice()))
    expect(await again()).toHaveProperty('value', '')
    expect(screen.queryByRole('img', { name: '第 1 张照片' })).toBeNull()
    expect(phone.moves).toEqual([])
  })
})
