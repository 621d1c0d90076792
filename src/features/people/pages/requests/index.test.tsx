import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { deferred } from '../../../../../tests/taro/deferred'
import { amei, COMMUNITY, community, membership, office, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import RequestsPage from '.'

const LIST = `GET /communities/${COMMUNITY}/memberships`
const ACT = `POST /communities/${COMMUNITY}/memberships/m1/acts`
const page = (items: unknown[], nextCursor: string | null = null) => ({ items, nextCursor })
const press = async (words: string) => userEvent.click(await screen.findByText(words))

beforeEach(() => {
  signedIn(amei())
  phone.params = { list: 'to_decide' }
})

describe('requests that wait for my word', () => {
  it('show the home, who asks, what they wrote and where it stands', async () => {
    const asked = serve({ [LIST]: page([membership()]) })
    render(<RequestsPage />)
    expect(await screen.findByText('湖光苑 3号楼 1单元 101 室')).toBeTruthy()
    expect(screen.getByText('小林 · 家人 · 已满 18 岁')).toBeTruthy()
    expect(screen.getByText('我是老林的女儿')).toBeTruthy()
    expect(screen.getByText('等人确认')).toBeTruthy()
    expect(asked[0]?.query).toEqual({ list: 'to_decide' })
  })

  it('are confirmed after one question', async () => {
    const asked = serve({ [LIST]: page([membership()]), [ACT]: membership({ state: 'confirmed', acts: [] }) })
    render(<RequestsPage />)
    await press('是这家人')
    const dialog = screen.getByRole('alertdialog', { name: '小林真的住这户吗？' })
    await userEvent.click(dialog.querySelector('.btn--primary') as Element)
    expect(await screen.findByText('已确认')).toBeTruthy()
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ act: 'confirm' })
    expect(screen.queryByText('不是这家人')).toBeNull()
  })

  it('are left alone when the question is answered with no', async () => {
    const asked = serve({ [LIST]: page([membership()]) })
    render(<RequestsPage />)
    await press('是这家人')
    await press('先不办')
    expect(asked.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('are refused with a reason only', async () => {
    const asked = serve({
      [LIST]: page([membership()]),
      [ACT]: membership({ state: 'refused', reason: '这户没有这个人', acts: [] }),
    })
    render(<RequestsPage />)
    await press('不是这家人')
    const sheet = await screen.findByRole('dialog', { name: '不是这家人' })
    const send = () => userEvent.click(sheet.querySelector('.btn--primary') as Element)
    await send()
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: '为什么' }), '这户没有这个人')
    await send()
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      act: 'refuse',
      reason: '这户没有这个人',
    })
    expect(await screen.findByText('没有通过')).toBeTruthy()
  })

  it('say when somebody else was first', async () => {
    serve({
      [LIST]: page([membership()]),
      [ACT]: new Refusal(409, 'STATE_CHANGED', '刚刚有人先办了，请看看最新情况'),
    })
    render(<RequestsPage />)
    await press('不是这家人')
    await userEvent.type(await screen.findByRole('textbox', { name: '为什么' }), '不认识')
    const sheet = screen.getByRole('dialog', { name: '不是这家人' })
    await userEvent.click(sheet.querySelector('.btn--primary') as Element)
    expect((await screen.findByRole('alert')).textContent).toMatch('刚刚有人先办了')
  })

  it('are sent once while busy', async () => {
    const answer = deferred<unknown>()
    const asked = serve({ [LIST]: page([membership()]), [ACT]: () => answer.promise })
    render(<RequestsPage />)
    await press('不是这家人')
    await userEvent.type(await screen.findByRole('textbox', { name: '为什么' }), '不认识')
    const sheet = screen.getByRole('dialog', { name: '不是这家人' })
    await userEvent.click(sheet.querySelector('.btn--primary') as Element)
    await press('正在办…')
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
    await act(async () => answer.resolve(membership({ acts: [] })))
  })
})

describe('the lists', () => {
  it('come page by page, and try again after a bad network', async () => {
    let network: unknown = OFFLINE
    serve({
      [LIST]: ({ query }: { query: Record<string, string> }) =>
        query.cursor ? page([membership({ membershipId: 'm2', personName: '小顾' })]) : network,
    })
    render(<RequestsPage />)
    expect(await screen.findByText('没打开列表')).toBeTruthy()
    network = page([membership()], 'next')
    await press('再试一次')
    await press('看更多')
    expect(await screen.findByText(/小顾/)).toBeTruthy()
  })

  it('teach what to do when they are empty', async () => {
    serve({ [LIST]: page([]) })
    render(<RequestsPage />)
    expect(await screen.findByText('现在没有要您确认的')).toBeTruthy()
    await press('家里人')
    expect(await screen.findByText('家里还没有别人')).toBeTruthy()
    await press('我的申请')
    expect(await screen.findByText('您还没申请过')).toBeTruthy()
    await press('绑定我的家')
    expect(phone.moves).toEqual(['navigateTo /features/people/pages/bind/index'])
  })

  it('hide what can never be one’s own to decide', async () => {
    signedIn(
      amei({
        communities: [community({ homes: [], roles: [office('property_staff', '湖光苑', 'estate')] })],
      }),
    )
    phone.params = {}
    serve({ [LIST]: page([]) })
    render(<RequestsPage />)
    await screen.findByText('您还没申请过')
    expect(screen.queryByText('等我确认')).toBeNull()
  })

  it('send a newcomer to bind a home first', async () => {
    signedIn(amei({ communities: [] }))
    phone.params = { list: 'household' }
    const asked = serve({})
    render(<RequestsPage />)
    expect(await screen.findByText('您还没绑定家')).toBeTruthy()
    expect(asked).toEqual([])
  })
})
