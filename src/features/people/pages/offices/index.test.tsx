import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { deferred } from '../../../../../tests/taro/deferred'
import { amei, COMMUNITY, community, grant, office, region, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import OfficesPage from '.'

const ADDRESS = '/features/people/pages/offices/index'
const LIST = `GET /regions/${COMMUNITY}/grants`
const PROPOSE = `POST /regions/${COMMUNITY}/grants`
const page = (items: unknown[]) => ({ items, nextCursor: null })
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const inOffice = (...roles: ReturnType<typeof office>[]) =>
  signedIn(amei({ communities: [community({ homes: [], roles })] }))

beforeEach(() => inOffice(office('community_staff')))

describe('the offices of a region', () => {
  it('show who holds which, where, until when and on what evidence', async () => {
    serve({ [LIST]: page([grant({ acts: [] })]) })
    render(<OfficesPage />)
    expect(await screen.findByText('张师傅（网格员）')).toBeTruthy()
    expect(screen.getByText('东湖社区第二网格')).toBeTruthy()
    expect(screen.getByText('2029年11月11日')).toBeTruthy()
    expect(screen.getByText('任用文件 2026-7')).toBeTruthy()
    expect(screen.getByText('在任')).toBeTruthy()
  })

  it('end with a reason only', async () => {
    const asked = serve({
      [LIST]: page([grant()]),
      [`POST /regions/${COMMUNITY}/grants/g1/acts`]: grant({ state: 'ended', reason: '调岗', acts: [] }),
    })
    render(<OfficesPage />)
    await press('结束职务')
    const sheet = await screen.findByRole('dialog', { name: '结束职务' })
    const send = () => userEvent.click(sheet.querySelector('.btn--primary') as Element)
    await send()
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: '为什么' }), '调岗')
    await send()
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ act: 'end', reason: '调岗' })
    expect(await screen.findByText('已结束')).toBeTruthy()
  })

  it('are agreed to by a second person after one question', async () => {
    const proposed = grant({ role: 'property_staff', state: 'proposed', acts: ['confirm', 'refuse'] })
    const asked = serve({
      [LIST]: page([proposed]),
      [`POST /regions/${COMMUNITY}/grants/g1/acts`]: { ...proposed, state: 'granted', acts: [] },
    })
    render(<OfficesPage />)
    expect(await screen.findByText('等第二个人确认')).toBeTruthy()
    await press('同意授予')
    const dialog = screen.getByRole('alertdialog', { name: '同意张师傅担任物业？' })
    await userEvent.click(dialog.querySelector('.btn--primary') as Element)
    expect(await screen.findByText('在任')).toBeTruthy()
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ act: 'confirm' })
  })

  it('say so when none may be seen, and try again after a bad network', async () => {
    let network: unknown = OFFLINE
    serve({ [LIST]: () => network })
    render(<OfficesPage />)
    expect(await screen.findByText('没打开职务列表')).toBeTruthy()
    network = page([])
    await press('再试一次')
    expect(await screen.findByText('这里没有您看得到的职务')).toBeTruthy()
  })

  it('may be those of the subdistrict one works for', async () => {
    const held = office('subdistrict_staff', '湖滨街道', 'subdistrict')
    signedIn(
      amei({
        communities: [community({ homes: [], roles: [held] })],
        regions: [region({ roles: [held] })],
      }),
    )
    serve({ [LIST]: page([]) })
    render(<OfficesPage />)
    await press('湖滨街道')
    expect(phone.moves).toEqual([`redirectTo ${ADDRESS}?regionId=subdistrict`])
  })

  it('offer the form only to offices that grant something', async () => {
    inOffice(office('grid_worker', '东湖社区第二网格', 'grid2'))
    serve({ [LIST]: page([]) })
    render(<OfficesPage />)
    await screen.findByText('这里没有您看得到的职务')
    expect(screen.queryByText('授予职务')).toBeNull()
  })
})

describe('granting an office', () => {
  beforeEach(() => {
    phone.params = { regionId: COMMUNITY, propose: '1' }
  })
  const fill = async (name: RegExp, text: string) =>
    userEvent.type(screen.getByRole('textbox', { name }), text)

  it('says what is missing at each question', async () => {
    const asked = serve({})
    render(<OfficesPage />)
    await press('授予')
    expect(screen.getAllByText('这里还没写，请写上再试')).toHaveLength(3)
    expect(screen.getByText('请先选一个')).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('offers only the roles that one’s office may propose, with the evidence each needs', async () => {
    serve({})
    render(<OfficesPage />)
    await press('楼栋长')
    expect(screen.getByPlaceholderText('居民推选的时间和记录')).toBeTruthy()
    expect(screen.queryByText('社区工作人员')).toBeNull()
    expect(screen.queryByText('是这里的负责人')).toBeNull()
  })

  it('grants it at a grid chosen from the grids, until a day some years from today', async () => {
    const asked = serve({
      [`GET /communities/${COMMUNITY}/places`]: page([
        { placeId: 'grid2', kind: 'grid', name: '东湖社区第二网格', hasChildren: false },
      ]),
      [PROPOSE]: grant(),
    })
    render(<OfficesPage />)
    await screen.findByText('对方的编号')
    await fill(/编号/, 'N6NN FFP4 0RXZ')
    await fill(/怎么称呼/, '张师傅')
    await fill(/凭什么/, '任用文件 7 号')
    await press('网格员')
    await press('选一个地方')
    await press('东湖社区第二网格')
    await press('5 年')
    await press('授予')
    expect(asked[0]?.query).toEqual({ grids: 'true' })
    const body = asked[1]?.body as Record<string, unknown>
    expect(body).toMatchObject({
      personCode: 'N6NNFFP40RXZ',
      role: 'grid_worker',
      placeId: 'grid2',
      officialName: '张师傅',
      isLead: false,
      isActing: false,
      evidence: '任用文件 7 号',
    })
    const years = (Date.parse(String(body.endsAt)) - Date.now()) / (365.25 * 24 * 3600 * 1000)
    expect(years).toBeGreaterThan(4.99)
    expect(years).toBeLessThanOrEqual(5)
    expect(phone.moves).toEqual(['switchTab /pages/home/index'])
  })

  it('leaves a vacant office to somebody for some months, and says why it is vacant', async () => {
    const asked = serve({
      [`GET /communities/${COMMUNITY}/places`]: page([
        { placeId: 'grid2', kind: 'grid', name: '东湖社区第二网格', hasChildren: false },
      ]),
      [PROPOSE]: grant({ isActing: true }),
    })
    render(<OfficesPage />)
    await screen.findByText('对方的编号')
    await fill(/编号/, 'N6NN FFP4 0RXZ')
    await fill(/怎么称呼/, '张师傅')
    await press('网格员')
    await press('选一个地方')
    await press('东湖社区第二网格')
    await userEvent.click(screen.getByRole('switch', { name: /先请人代理/ }))
    await fill(/为什么空着/, '上一位调走了')
    await press('1 个月')
    await press('授予')
    const body = asked[1]?.body as Record<string, unknown>
    expect(body).toMatchObject({ isActing: true, evidence: '上一位调走了' })
    const days = (Date.parse(String(body.endsAt)) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(26)
    expect(days).toBeLessThanOrEqual(31)
  })

  it('names a property team’s first lead, where one may', async () => {
    inOffice(office('community_secretary'))
    serve({})
    render(<OfficesPage />)
    await press('物业')
    expect(screen.getByRole('switch', { name: /是这里的负责人/ })).toBeTruthy()
    await press('社区工作人员')
    expect(screen.queryByText('是这里的负责人')).toBeNull()
    expect(screen.getByText('东湖社区')).toBeTruthy()
  })

  it('says at the question what the server refuses, and sends once while busy', async () => {
    inOffice(office('community_secretary'))
    const answer = deferred<unknown>()
    const asked = serve({ [PROPOSE]: () => answer.promise })
    render(<OfficesPage />)
    await press('社区工作人员')
    await fill(/编号/, 'WRONG')
    await fill(/怎么称呼/, '王敏')
    await fill(/凭什么/, '任用文件')
    await press('授予')
    await press('正在授予…')
    expect(asked).toHaveLength(1)
    await act(async () =>
      answer.resolve(
        new Refusal(400, 'PERSON_UNKNOWN', '没找到这个编号的人，请对方在「我的」里再看一眼', 'personCode'),
      ),
    )
    expect(screen.getByText(/没找到这个编号的人/)).toBeTruthy()
    expect(screen.getByRole('textbox', { name: /编号/ }).getAttribute('aria-invalid')).toBe('true')
  })
})
