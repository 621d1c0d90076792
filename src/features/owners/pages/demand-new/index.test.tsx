import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { DEMAND, demandView } from '../../../../../tests/taro/demands'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import NewDemandPage from '.'

const PLACES = 'GET /communities/*/demand-places'
const WRITE = 'POST /communities/*/demands'
const ESTATE = { placeId: 'estate', name: '湖光苑', kind: 'estate' }
const BUILDING = { placeId: 'building', name: '湖光苑 3号楼', kind: 'building' }
const send = () => userEvent.click(screen.getByRole('button', { name: '写好了，签上名' }))
const type = (name: RegExp, words: string) => userEvent.type(screen.getByRole('textbox', { name }), words)

beforeEach(() => {
  signedIn(amei())
  phone.stored.clear()
  phone.params = { communityId: COMMUNITY }
})

it('asks where, what and why, and says which is missing', async () => {
  const asked = serve({ [PLACES]: { items: [ESTATE, BUILDING] }, [WRITE]: demandView() })
  render(<NewDemandPage />)
  await screen.findByText('湖光苑 3号楼')
  await send()
  expect(screen.getByText('请选一个地方')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: /湖光苑 3号楼/ }))
  await type(/要表决什么/, '换不换物业')
  await send()
  expect(screen.getByText('请写几句为什么，好让邻居明白')).toBeTruthy()
  expect(writes(asked)).toEqual([])
  await type(/为什么/, '电梯停了三回。')
  await send()
  expect(writes(asked)).toMatchObject([
    { body: { placeId: 'building', title: '换不换物业', text: '电梯停了三回。' } },
  ])
  expect(phone.moves).toEqual([
    `redirectTo /features/owners/pages/demand/index?communityId=${COMMUNITY}&demandId=${DEMAND}`,
  ])
})

it('keeps what was written when it is refused', async () => {
  serve({
    [PLACES]: { items: [BUILDING] },
    [WRITE]: new Refusal(409, 'DEMAND_OPEN_ALREADY', '您在这里写的还在收签名'),
  })
  render(<NewDemandPage />)
  await screen.findByText('湖光苑 3号楼')
  await type(/要表决什么/, '换不换物业')
  await type(/为什么/, '电梯停了三回。')
  await send()
  expect((await screen.findByRole('alert')).textContent).toMatch('您在这里写的还在收签名')
  expect(screen.getByRole('textbox', { name: /要表决什么/ })).toHaveProperty('value', '换不换物业')
})

it('tells who owns nothing here what makes an owner', async () => {
  serve({ [PLACES]: { items: [] } })
  render(<NewDemandPage />)
  expect(await screen.findByText('没有您能写的地方')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '写好了，签上名' })).toBeNull()
})
