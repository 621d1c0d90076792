import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, community, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ClosePage from '.'

const CLOSES_AT = '2026-11-25T02:00:00.000Z'
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const sayYes = async () => {
  const dialog = await screen.findByRole('alertdialog', { name: '要注销账号吗？' })
  await userEvent.click(dialog.querySelector('.btn--danger') as Element)
}
const fillIn = async () => {
  await press('我说过的话也都删掉')
  await userEvent.type(await screen.findByRole('textbox', { name: /请写上「注销」/ }), '注销')
}

beforeEach(() => signedIn(amei()))

it('says before what goes, what stays and why, and asks for a choice and the word', async () => {
  const asked = serve({ 'GET /me': amei() })
  render(<ClosePage />)
  expect(await screen.findByText('会没有的')).toBeTruthy()
  expect(screen.getByText('登录的网络地址')).toBeTruthy()
  await press('7 天后注销')
  expect(await screen.findByText('请先选一个')).toBeTruthy()
  expect(screen.getByText('请写上「注销」两个字')).toBeTruthy()
  expect(writes(asked)).toEqual([])
})

it('closes after a second yes, and can be taken back there', async () => {
  const asked = serve({
    'GET /me': amei(),
    'POST /me/closing': amei({ closesAt: CLOSES_AT }),
    'DELETE /me/closing': amei(),
  })
  render(<ClosePage />)
  await screen.findByText('会没有的')
  await fillIn()
  await press('7 天后注销')
  await sayYes()
  expect(await screen.findByText('您的账号 2026年11月25日 注销')).toBeTruthy()
  expect(writes(asked)[0]?.body).toEqual({ words: 'delete' })
  await press('不注销了')
  expect(await screen.findByText('会没有的')).toBeTruthy()
})

it('leads whoever holds an office to give it back first', async () => {
  const office = { role: 'grid_worker', placeId: 'g', placeName: '第一网格', endsAt: CLOSES_AT } as const
  serve({ 'GET /me': amei({ communities: [community({ roles: [office] })] }) })
  render(<ClosePage />)
  await press('去交回职务')
  expect(phone.moves[0]).toMatch(/offices/)
  expect(screen.queryByText('会没有的')).toBeNull()
})

it('asks a volunteer for nothing to give back', async () => {
  const volunteer = { role: 'volunteer', placeId: 'c', placeName: '阳光社区', endsAt: CLOSES_AT } as const
  serve({ 'GET /me': amei({ communities: [community({ roles: [volunteer] })] }) })
  render(<ClosePage />)
  expect(await screen.findByText('会没有的')).toBeTruthy()
})

it('says that a closing waits for an office that was taken on meanwhile', async () => {
  const office = { role: 'grid_worker', placeId: 'g', placeName: '第一网格', endsAt: CLOSES_AT } as const
  serve({ 'GET /me': amei({ closesAt: CLOSES_AT, communities: [community({ roles: [office] })] }) })
  render(<ClosePage />)
  expect(await screen.findByText('不注销了')).toBeTruthy()
  await press('去交回职务')
  expect(phone.moves[0]).toMatch(/offices/)
})

it('says what went wrong and keeps what was filled in', async () => {
  serve({ 'GET /me': amei(), 'POST /me/closing': new Refusal(409, 'OFFICE_HELD', '您还担着职务') })
  render(<ClosePage />)
  await screen.findByText('会没有的')
  await fillIn()
  await press('7 天后注销')
  await sayYes()
  expect((await screen.findByRole('alert')).textContent).toBe('您还担着职务')
})
