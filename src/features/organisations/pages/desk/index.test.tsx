import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { organisation, volunteerRequest } from '../../../../../tests/taro/organisations'
import { amei, COMMUNITY, community, office, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import OrganisationDeskPage from '.'

const LIST = `GET /communities/${COMMUNITY}/organisations`
const REQUESTS = `GET /communities/${COMMUNITY}/volunteer-requests`
const ACT = `POST /communities/${COMMUNITY}/volunteer-requests/r1/acts`
const page = (items: unknown[]) => ({ items, nextCursor: null })
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const waiting = () => volunteerRequest({ mine: false, personName: '小林', acts: ['approve', 'refuse'] })

beforeEach(() => {
  signedIn(amei({ communities: [community({ homes: [], roles: [office('community_staff')] })] }))
  phone.params = { communityId: COMMUNITY }
})

describe('who wants to be a volunteer', () => {
  it('is shown with what they can do, and approved after one question', async () => {
    const asked = serve({
      [REQUESTS]: page([waiting()]),
      [ACT]: { ...waiting(), state: 'approved', until: '2028-11-18T02:00:00.000Z', acts: [] },
    })
    render(<OrganisationDeskPage />)
    expect(await screen.findByText('会修电器')).toBeTruthy()
    await press('同意当志愿者')
    const dialog = await screen.findByRole('alertdialog', { name: '同意小林当志愿者？' })
    await userEvent.click(dialog.querySelector('.btn--primary') as Element)
    expect(await screen.findByText('是志愿者')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ act: 'approve' })
    expect(asked[0]?.query).toEqual({ list: 'to_decide' })
  })

  it('is refused with a reason, and a colleague may have been first', async () => {
    serve({
      [REQUESTS]: page([waiting()]),
      [ACT]: new Refusal(409, 'STATE_CHANGED', '刚刚有人先办了，请看看最新情况'),
    })
    render(<OrganisationDeskPage />)
    await press('这次不行')
    await userEvent.type(await screen.findByRole('textbox', { name: '为什么' }), '先培训')
    const sheet = screen.getByRole('dialog', { name: '这次不行' })
    await userEvent.click(sheet.querySelector('.btn--primary') as Element)
    expect((await screen.findByRole('alert')).textContent).toMatch('刚刚有人先办了')
  })

  it('may be nobody; and the list tries again', async () => {
    let network: unknown = OFFLINE
    serve({ [REQUESTS]: () => network })
    render(<OrganisationDeskPage />)
    expect(await screen.findByText('没打开列表')).toBeTruthy()
    network = page([])
    await press('再试一次')
    expect(await screen.findByText('现在没有人等社区回话')).toBeTruthy()
  })
})

describe('the organisations', () => {
  it('are listed, and one is made', async () => {
    serve({ [REQUESTS]: page([]), [LIST]: page([organisation()]) })
    render(<OrganisationDeskPage />)
    await press('互助组织')
    expect(await screen.findByText('湖光志愿队')).toBeTruthy()
    await press('成立一个互助组织')
    await press('正在当志愿者的')
    expect(phone.moves).toEqual([
      `navigateTo /features/organisations/pages/create/index?communityId=${COMMUNITY}`,
      `navigateTo /features/people/pages/offices/index?regionId=${COMMUNITY}`,
    ])
  })
})

it('who doesn’t work there is led to where one offers help', async () => {
  signedIn(amei())
  const asked = serve({})
  render(<OrganisationDeskPage />)
  await press('去看看')
  expect(phone.moves).toEqual(['redirectTo /features/organisations/pages/mine/index'])
  expect(asked).toEqual([])
})
