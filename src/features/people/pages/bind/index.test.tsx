import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { deferred } from '../../../../../tests/taro/deferred'
import { afterConsent, consent } from '../../../../../tests/taro/consents'
import { amei, COMMUNITY, membership, signedIn, signedOut } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import BindPage from '.'

const ADDRESS = '/features/people/pages/bind/index'
const HOME = {
  placeId: 'h602',
  communityId: COMMUNITY,
  communityName: '东湖社区',
  kind: 'home',
  name: '602',
  path: [
    { placeId: 'b3', kind: 'building', name: '3号楼' },
    { placeId: 'h602', kind: 'home', name: '602' },
  ],
  gridName: null,
  mayIssueDoorCode: false,
}
const page = (items: unknown[]) => ({ items, nextCursor: null })
const press = async (words: string) => userEvent.click(await screen.findByText(words))

beforeEach(() => signedIn(amei({ communities: [] })))

describe('the first question: which community', () => {
  it('lists them, and asks the next question on a page of its own', async () => {
    serve({
      'GET /communities': page([{ communityId: COMMUNITY, name: '东湖社区', subdistrictName: '湖滨街道' }]),
    })
    render(<BindPage />)
    expect(await screen.findByRole('heading', { name: '您住在哪个社区？' })).toBeTruthy()
    await press('东湖社区')
    expect(phone.moves).toEqual([`navigateTo ${ADDRESS}?communityId=${COMMUNITY}`])
  })

  it('shows that it loads, tries again after a failure, and says what to do when there is none', async () => {
    let answer: unknown = OFFLINE
    serve({ 'GET /communities': () => answer })
    render(<BindPage />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    expect(await screen.findByText('没打开社区列表')).toBeTruthy()
    answer = page([])
    await press('再试一次')
    expect(await screen.findByText('这里还没有社区')).toBeTruthy()
    await press('回到「我的」')
    expect(phone.moves).toEqual(['switchTab /pages/me/index'])
  })

  it('asks to sign in first, and keeps where one was', () => {
    signedOut()
    phone.params = { communityId: COMMUNITY }
    render(<BindPage />)
    const next = encodeURIComponent(`${ADDRESS}?communityId=${COMMUNITY}`)
    expect(phone.moves).toEqual([`reLaunch /features/people/pages/sign-in/index?next=${next}`])
  })
})

describe('the second question: which home', () => {
  it('walks down to a home, past what has none', async () => {
    phone.params = { communityId: COMMUNITY }
    serve({
      [`GET /communities/${COMMUNITY}/places`]: ({ query }: { query: Record<string, string> }) =>
        query.parentId === undefined
          ? page([
              { placeId: 'b3', kind: 'building', name: '3号楼', hasChildren: true },
              { placeId: 'shop', kind: 'premises', name: '便民超市', hasChildren: false },
            ])
          : page([{ placeId: 'h602', kind: 'home', name: '602', hasChildren: false }]),
    })
    render(<BindPage />)
    await press('3号楼')
    expect(screen.queryByText('便民超市')).toBeNull()
    await press('602 室')
    expect(phone.moves).toEqual([`navigateTo ${ADDRESS}?communityId=${COMMUNITY}&homeId=h602`])
  })
})

describe('the third question: who one is there', () => {
  const open = (answer: object | (() => unknown)) => {
    phone.params = { communityId: COMMUNITY, homeId: 'h602' }
    const asked = serve({
      [`GET /communities/${COMMUNITY}/places/h602`]: HOME,
      [`POST /communities/${COMMUNITY}/memberships`]: answer,
      'GET /me': amei(),
    })
    render(<BindPage />)
    return asked
  }

  it('says what is missing before anything is sent', async () => {
    const asked = open(membership())
    await press('申请绑定')
    expect(screen.getByText('请先选一个')).toBeTruthy()
    expect(asked.some(({ method }) => method === 'POST')).toBe(false)
    await press('家人')
    expect(screen.queryByText('请先选一个')).toBeNull()
  })

  it('asks for the home, and shows where the request stands on a page one does not come back from', async () => {
    const asked = open(membership({ membershipId: 'm9', mine: true }))
    expect(await screen.findByText('东湖社区 3号楼 602 室')).toBeTruthy()
    await press('家人')
    await userEvent.click(screen.getByRole('switch', { name: /18/ }))
    await userEvent.type(screen.getByRole('textbox', { name: /写一句/ }), '老林的女儿')
    await press('申请绑定')
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      homeId: 'h602',
      relation: 'family',
      isAdult: false,
      note: '老林的女儿',
    })
    expect(phone.moves).toEqual([`reLaunch ${ADDRESS}?communityId=${COMMUNITY}&membershipId=m9`])
  })

  it('keeps what was answered for whoever goes back and comes again, until it is sent', async () => {
    open(membership())
    await press('家人')
    await userEvent.click(screen.getByRole('textbox', { name: /写一句/ }))
    await userEvent.paste('老林的女儿')
    cleanup()
    const asked = open(membership())
    const note = await screen.findByRole('textbox', { name: /写一句/ })
    expect((note as HTMLTextAreaElement).value).toBe('老林的女儿')
    await press('申请绑定')
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
      relation: 'family',
      note: '老林的女儿',
    })
    cleanup()
    open(membership())
    expect(((await screen.findByRole('textbox', { name: /写一句/ })) as HTMLTextAreaElement).value).toBe('')
  })

  it('shows nobody else on this phone what was answered', async () => {
    open(membership())
    await userEvent.click(await screen.findByRole('textbox', { name: /写一句/ }))
    await userEvent.paste('老林的女儿')
    cleanup()
    signedIn(amei({ personId: 'laolin', communities: [] }))
    open(membership())
    expect(await screen.findByRole('textbox', { name: /写一句/ })).toHaveProperty('value', '')
  })

  it('asks for consent first, where it was never given', async () => {
    phone.params = { communityId: COMMUNITY, homeId: 'h602' }
    const { act: ask, give } = afterConsent(membership({ membershipId: 'm9' }))
    serve({
      [`GET /communities/${COMMUNITY}/places/h602`]: HOME,
      [`POST /communities/${COMMUNITY}/memberships`]: ask,
      'GET /me/consents': { items: [consent()] },
      'POST /me/consents': give,
      'GET /me': amei(),
    })
    render(<BindPage />)
    await press('业主')
    await press('申请绑定')
    await press('我已满 14 岁')
    await press('同意')
    expect(phone.moves).toEqual([`reLaunch ${ADDRESS}?communityId=${COMMUNITY}&membershipId=m9`])
  })

  it('leads to the request that exists already', async () => {
    open(new Refusal(409, 'MEMBERSHIP_EXISTS', '您已经绑定或申请过这户了'))
    await press('业主')
    await press('申请绑定')
    expect((await screen.findByRole('alert')).textContent).toMatch('申请过这户了')
    await press('看看我的申请')
    expect(phone.moves[0]).toMatch('requests/index?list=mine')
  })

  it('shows what is wrong with the note at the note, and keeps what was written', async () => {
    open(new Refusal(400, 'TEXT_TOO_LONG', '写得太长了，请短一点', 'note'))
    await press('业主')
    const note = screen.getByRole('textbox', { name: /写一句/ })
    await userEvent.type(note, '很长的话')
    await press('申请绑定')
    expect(await screen.findByText('写得太长了，请短一点')).toBeTruthy()
    expect(note.getAttribute('aria-invalid')).toBe('true')
    expect((note as HTMLTextAreaElement).value).toBe('很长的话')
  })

  it('is sent once, and once more with the same key when the network failed', async () => {
    const answer = deferred<unknown>()
    const asked = open(() => answer.promise)
    await press('业主')
    await press('申请绑定')
    await press('正在申请…')
    await act(async () => answer.resolve(OFFLINE))
    expect(await screen.findByText(/没连上网/)).toBeTruthy()
    await press('申请绑定')
    const keys = asked.filter(({ method }) => method === 'POST').map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
  })
})

describe('how the request stands', () => {
  it('says whom it waits for and what comes next', async () => {
    phone.params = { communityId: COMMUNITY, membershipId: 'm9' }
    serve({
      [`GET /communities/${COMMUNITY}/memberships/m9`]: membership({ mine: true, acts: ['withdraw'] }),
    })
    render(<BindPage />)
    expect(await screen.findByText('等人确认')).toBeTruthy()
    expect(screen.getByText(/楼栋长、网格员、社区工作人员/)).toBeTruthy()
    await press('回到「我的」')
    expect(phone.moves).toEqual(['switchTab /pages/me/index'])
  })

  it('shows the reason when it was refused', async () => {
    phone.params = { communityId: COMMUNITY, membershipId: 'm9' }
    const refused = membership({ mine: true, state: 'refused', reason: '这户没有这个人', acts: [] })
    serve({ [`GET /communities/${COMMUNITY}/memberships/m9`]: refused })
    render(<BindPage />)
    expect(await screen.findByText('这户没有这个人')).toBeTruthy()
    expect(screen.getByText('没有通过')).toBeTruthy()
  })
})
