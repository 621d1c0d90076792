import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { COMMUNITY, signedIn, signedOut } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import DoorPage from '.'

const CODE = '0123456789ABCDEFGHJKMNPQRS'
const ADDRESS = '/features/places/pages/door/index'
const PLACE = {
  placeId: 'entrance',
  communityId: COMMUNITY,
  communityName: '东湖社区',
  kind: 'entrance',
  name: '2单元',
  path: [
    { placeId: 'building', kind: 'building', name: '3号楼' },
    { placeId: 'entrance', kind: 'entrance', name: '2单元' },
  ],
  gridName: null,
  mayIssueDoorCode: false,
}
const press = async (words: string) => userEvent.click(await screen.findByText(words))

beforeEach(() => signedIn())

describe('a code at a door', () => {
  it.each(['code', 'scene'])('opens its place (%s) and leads to reporting there', async (name) => {
    phone.params = { [name]: CODE }
    serve({ [`GET /door-codes/${CODE}`]: PLACE })
    render(<DoorPage />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    expect(await screen.findByRole('heading', { name: '3号楼 2单元' })).toBeTruthy()
    await press('在这里报事')
    const query = `communityId=${COMMUNITY}&placeId=entrance&placeName=${encodeURIComponent('3号楼 2单元')}&doorCode=${CODE}`
    expect(phone.moves).toEqual([`navigateTo /features/matters/pages/report/index?${query}`])
  })

  it('that no longer works says so and offers another one', async () => {
    phone.params = { code: CODE }
    serve({
      [`GET /door-codes/${CODE}`]: new Refusal(404, 'DOOR_CODE_INVALID', '这个码用不了了，请找社区换一张'),
    })
    render(<DoorPage />)
    expect(await screen.findByText('这个码用不了了，请找社区换一张')).toBeTruthy()
    await press('换一个码')
    expect(phone.moves).toEqual([`redirectTo ${ADDRESS}`])
  })

  it('is tried again after a bad network', async () => {
    phone.params = { code: CODE }
    let network: unknown = OFFLINE
    serve({ [`GET /door-codes/${CODE}`]: () => network })
    render(<DoorPage />)
    expect(await screen.findByText('没打开这个码')).toBeTruthy()
    network = PLACE
    await press('再试一次')
    expect(await screen.findByText('3号楼 2单元')).toBeTruthy()
  })

  it('is kept while one signs in', () => {
    signedOut()
    phone.params = { scene: CODE }
    render(<DoorPage />)
    const next = encodeURIComponent(`${ADDRESS}?code=${CODE}`)
    expect(phone.moves).toEqual([`reLaunch /features/people/pages/sign-in/index?next=${next}`])
  })
})

describe('coming without a code', () => {
  const field = () => screen.getByRole('textbox', { name: /码上的字母和数字/ })

  it('takes one by hand, however it is written', async () => {
    render(<DoorPage />)
    await userEvent.type(field(), '0123 4567 89ab cdef ghjk mnpq rs')
    await press('看看是哪儿')
    expect(phone.moves).toEqual([`redirectTo ${ADDRESS}?code=${CODE}`])
  })

  it('says at the field when it can be no code', async () => {
    render(<DoorPage />)
    await userEvent.type(field(), '123')
    await press('看看是哪儿')
    expect(screen.getByText(/26 位字母和数字，请再对一对/)).toBeTruthy()
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(phone.moves).toEqual([])
  })
})
