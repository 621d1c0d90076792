import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { item, MATTER, matter } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes, type Asked } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ReportPage from '.'

const SIMILAR = 'GET /communities/*/matters/similar'
const SEND = 'POST /communities/*/matters'
const JOIN = 'POST /communities/*/matters/*/joins'
const ASKED = '楼里有人报过，是这件事吗？'
const what = () => screen.findByRole('textbox', { name: /^什么事/ })
const offered = async () => within(await screen.findByRole('region', { name: ASKED }))
const questions = (asked: readonly Asked[]) => asked.filter(({ path }) => path.endsWith('/similar'))
/** Longer than who types is waited for. */
const waits = () => new Promise((resolve) => setTimeout(resolve, 700))

beforeEach(() => signedIn(amei()))

describe('the same matter', () => {
  const found = { items: [item({ title: '三楼灯坏了', joinedHomes: 2 })] }

  it('is looked for once somebody stops typing, in its place and category', async () => {
    const asked = serve({ [SIMILAR]: found })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯坏了')
    const near = await offered()
    expect(near.getByText('三楼灯坏了')).toBeTruthy()
    expect(near.getByText('等第二网格来接')).toBeTruthy()
    expect(near.getByText('湖光苑 3号楼 2单元 · 3 户')).toBeTruthy()
    expect(questions(asked)[0]?.query).toEqual({
      placeId: 'entrance',
      serviceCode: 'stair_lamp',
      title: '灯坏了',
    })
  })

  it('is joined instead of filed again, and nothing of the report is kept', async () => {
    const asked = serve({ [SIMILAR]: found, [JOIN]: matter({ joined: true }) })
    const { unmount } = render(<ReportPage />)
    await userEvent.type(await what(), '灯坏了')
    await userEvent.click((await offered()).getByRole('button', { name: '我也遇到了' }))
    expect(await screen.findByText('记下了，有进展会告诉您')).toBeTruthy()
    expect(writes(asked).map(({ path }) => path)).toEqual([
      `/communities/${COMMUNITY}/matters/${MATTER}/joins`,
    ])
    expect(phone.moves).toEqual([
      `redirectTo /features/matters/pages/detail/index?communityId=${COMMUNITY}&matterId=${MATTER}`,
    ])
    unmount()
    render(<ReportPage />)
    expect(await what()).toHaveProperty('value', '')
  })

  it('can be looked at first', async () => {
    serve({ [SIMILAR]: found })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯坏了')
    await userEvent.click((await offered()).getByRole('button', { name: /^三楼灯坏了/ }))
    expect(phone.moves[0]).toMatch(`navigateTo /features/matters/pages/detail/index?communityId=${COMMUNITY}`)
  })

  it('says why it could not be joined, and lets one file it', async () => {
    serve({
      [SIMILAR]: found,
      [JOIN]: new Refusal(409, 'STATE_CHANGED', '这件事刚刚结束了'),
      [SEND]: matter(),
    })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯坏了')
    await userEvent.click((await offered()).getByRole('button', { name: '我也遇到了' }))
    expect((await screen.findByRole('alert')).textContent).toMatch('这件事刚刚结束了')
    await userEvent.click(screen.getByRole('button', { name: '报给社区' }))
    expect(phone.moves[0]).toMatch('redirectTo')
  })

  it('is silent when it can’t be had: one goes on writing', async () => {
    serve({ [SIMILAR]: OFFLINE })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯坏了')
    await waits()
    expect(screen.queryByText(ASKED)).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is not looked for when it is nobody else’s business', async () => {
    const asked = serve({ [SIMILAR]: found })
    render(<ReportPage />)
    await userEvent.type(await what(), '想请人调解')
    await waits()
    expect(questions(asked)).toEqual([])
  })
})

describe('who sees it', () => {
  it('neighbours see a resident, until one chooses one’s own name', async () => {
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), '灯')
    await userEvent.click(screen.getByRole('button', { name: /邻居看到.*一位住户/ }))
    await userEvent.click(await screen.findByRole('radio', { name: /^我的称呼/ }))
    expect(await screen.findByRole('button', { name: /邻居看到.*我的称呼/ })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '报给社区' }))
    expect(writes(asked)[0]?.body).toMatchObject({ shownAs: 'nickname' })
  })

  it.each([
    ['想请人调解', '这一类只有您和办事的人看得到，邻居看不到。'],
    ['想申请低保', '这一类只有您和社区指定的专人知道，别的工作人员也看不到。'],
  ])('%s: says who knows of it, and asks for no name', async (title, words) => {
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), title)
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.queryByText('邻居看到')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '报给社区' }))
    expect(writes(asked)[0]?.body).toMatchObject({ shownAs: 'resident' })
  })

  it('a complaint may say whom it is about, or not', async () => {
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), '投诉物业')
    await userEvent.click(screen.getByRole('button', { name: '网格' }))
    await userEvent.click(screen.getByRole('button', { name: '物业' }))
    await userEvent.click(screen.getByRole('button', { name: '报给社区' }))
    expect(writes(asked)[0]?.body).toMatchObject({ serviceCode: 'complaint', complained: 'property' })
  })

  it('what it was about is not sent with another category', async () => {
    const asked = serve({ [SEND]: matter() })
    render(<ReportPage />)
    await userEvent.type(await what(), '投诉物业')
    await userEvent.click(screen.getByRole('button', { name: '物业' }))
    await userEvent.click(screen.getByRole('button', { name: '换一个' }))
    await userEvent.click(await screen.findByRole('button', { name: '噪音' }))
    await userEvent.click(screen.getByRole('button', { name: '报给社区' }))
    expect(writes(asked)[0]?.body).not.toHaveProperty('complained')
  })
})
