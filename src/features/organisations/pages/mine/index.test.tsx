import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  ORGANISATION,
  organisation,
  standing,
  volunteerRequest,
} from '../../../../../tests/taro/organisations'
import { amei, COMMUNITY, community, office, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import MinePage from '.'

const LIST = `GET /communities/${COMMUNITY}/organisations`
const REQUESTS = `GET /communities/${COMMUNITY}/volunteer-requests`
const ASK = `POST /communities/${COMMUNITY}/volunteer-requests`
const ACT = `POST /communities/${COMMUNITY}/volunteer-requests/r1/acts`
const page = (items: unknown[], nextCursor: string | null = null) => ({ items, nextCursor })
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const yes = async (name: string) => {
  const dialog = await screen.findByRole('alertdialog', { name })
  await userEvent.click(dialog.querySelector('.btn--primary') as Element)
}

beforeEach(() => {
  signedIn(amei())
  phone.params = {}
})

describe('being a volunteer', () => {
  it('is asked for with a word for the staff, if one likes', async () => {
    const asked = serve({ [LIST]: page([]), [REQUESTS]: page([]), [ASK]: volunteerRequest() })
    render(<MinePage />)
    await press('我想当志愿者')
    await userEvent.type(await screen.findByRole('textbox', { name: /您能帮什么忙/ }), '会修电器')
    await press('告诉社区')
    expect(await screen.findByText('等社区回话')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ note: '会修电器' })
    expect(asked.find(({ path }) => path.endsWith('volunteer-requests'))?.query).toEqual({ list: 'mine' })
  })

  it('says what is missing first: a phone', async () => {
    const refusal = new Refusal(403, 'HELPER_PHONE_REQUIRED', '请先在「我的」里绑定手机号，有事才联系得到您')
    serve({ [LIST]: page([]), [REQUESTS]: page([]), [ASK]: refusal })
    render(<MinePage />)
    await press('我想当志愿者')
    await press('告诉社区')
    expect((await screen.findByRole('alert')).textContent).toMatch('绑定手机号')
  })

  it('is stopped after one question, and may be asked for again', async () => {
    const until = '2028-11-18T02:00:00.000Z'
    const asked = serve({
      [LIST]: page([]),
      [REQUESTS]: page([volunteerRequest({ state: 'approved', until, acts: ['stop'] })]),
      [ACT]: volunteerRequest({ state: 'ended', until, acts: [] }),
    })
    render(<MinePage />)
    expect(await screen.findByText('是志愿者，到 2028年11月18日')).toBeTruthy()
    await press('不当志愿者了')
    await yes('不当志愿者了？')
    expect(await screen.findByText('再申请一次')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ act: 'stop' })
  })

  it('says why it was refused', async () => {
    serve({
      [LIST]: page([]),
      [REQUESTS]: page([volunteerRequest({ state: 'refused', reason: '先参加培训', acts: [] })]),
    })
    render(<MinePage />)
    expect(await screen.findByText('先参加培训')).toBeTruthy()
    expect(screen.getByText('没有通过')).toBeTruthy()
  })
})

describe('organisations', () => {
  it('show what they do and my part in them, and open', async () => {
    serve({ [LIST]: page([organisation({ standing: standing() })]), [REQUESTS]: page([]) })
    render(<MinePage />)
    expect(await screen.findByText('志愿队 · 周末帮老人跑腿')).toBeTruthy()
    expect(screen.getByText('是成员')).toBeTruthy()
    await press('湖光志愿队')
    expect(phone.moves).toEqual([
      `navigateTo /features/organisations/pages/detail/index?communityId=${COMMUNITY}&organisationId=${ORGANISATION}`,
    ])
  })

  it('are mine on demand, and teach when there are none', async () => {
    const asked = serve({ [LIST]: page([]), [REQUESTS]: page([]) })
    render(<MinePage />)
    expect(await screen.findByText('这里还没有互助组织')).toBeTruthy()
    await press('我在的')
    expect(await screen.findByText('您还没加入哪一个')).toBeTruthy()
    expect(asked[asked.length - 1]?.query).toEqual({ mine: 'true' })
  })

  it('try again after a bad network', async () => {
    let network: unknown = OFFLINE
    serve({ [LIST]: () => network, [REQUESTS]: page([]) })
    render(<MinePage />)
    expect(await screen.findByText('没打开互助组织')).toBeTruthy()
    network = page([organisation()])
    await press('再试一次')
    expect(await screen.findByText('湖光志愿队')).toBeTruthy()
  })

  it('send who is nowhere to bind a home', async () => {
    signedIn(amei({ communities: [] }))
    const asked = serve({})
    render(<MinePage />)
    await press('绑定我的家')
    expect(phone.moves).toEqual(['navigateTo /features/people/pages/bind/index'])
    expect(asked).toEqual([])
  })

  it('lead the staff, and nobody else, to those who wait for them', async () => {
    serve({ [LIST]: page([]), [REQUESTS]: page([]) })
    const { unmount } = render(<MinePage />)
    await screen.findByText('这里还没有互助组织')
    expect(screen.queryByText('等社区回话的志愿者和互助组织')).toBeNull()
    unmount()
    signedIn(amei({ communities: [community({ roles: [office('community_staff')] })] }))
    render(<MinePage />)
    await press('等社区回话的志愿者和互助组织')
    expect(phone.moves[0]).toMatch(/organisations\/pages\/desk/)
  })
})
