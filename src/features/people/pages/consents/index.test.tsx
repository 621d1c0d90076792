import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { agreed, consent } from '../../../../../tests/taro/consents'
import { amei, signedIn, signedOut } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ConsentsPage from '.'

const PUBLIC = { document: 'public_words', title: '把您的话给邻居看' } as const
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const sayYes = async () => {
  const dialog = await screen.findByRole('alertdialog', { name: '要撤回吗？' })
  await userEvent.click(dialog.querySelector('.btn--danger') as Element)
}

beforeEach(() => signedIn(amei()))

it('shows what was agreed to and when, and what was not', async () => {
  serve({ 'GET /me/consents': { items: [agreed(), consent(PUBLIC)] } })
  render(<ConsentsPage />)
  expect(await screen.findByText('您在 2026年11月18日 同意了')).toBeTruthy()
  expect(screen.getByText('还没问过您，要用时会先问')).toBeTruthy()
  expect(screen.getAllByText('收什么')).toHaveLength(2)
})

it('withdraws after saying what stops, what stays and why', async () => {
  const last = { ...agreed().last, withdrawnAt: '2026-11-20T02:00:00.000Z' }
  const asked = serve({
    'GET /me/consents': { items: [agreed()] },
    'DELETE /me/consents/privacy': { items: [consent({ last: last as never })] },
    'GET /me': amei(),
  })
  render(<ConsentsPage />)
  await press('撤回同意')
  expect(await screen.findByText('撤回以后不再收您的新信息。')).toBeTruthy()
  await press('先不撤')
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false)
  await press('撤回同意')
  await sayYes()
  expect(await screen.findByText('您在 2026年11月20日 撤回了')).toBeTruthy()
  expect(asked.some(({ method, path }) => method === 'GET' && path === '/me')).toBe(true)
})

it('agrees later, by the same sheet', async () => {
  let given = false
  serve({
    'GET /me/consents': () => ({ items: [given ? agreed() : consent()] }),
    'POST /me/consents': () => {
      given = true
      return { items: [agreed()] }
    },
  })
  render(<ConsentsPage />)
  await press('同意这一份')
  await press('我已满 14 岁')
  await press('同意')
  expect(await screen.findByText('您在 2026年11月18日 同意了')).toBeTruthy()
})

it('says that a guardian agreed, or that the text is another one now', async () => {
  const last = agreed().last
  serve({
    'GET /me/consents': {
      items: [
        agreed({ last: last && { ...last, age: 'guardian_agreed' } }),
        consent({ ...PUBLIC, last: last && { ...last, version: '2020-01-01' } }),
      ],
    },
  })
  render(<ConsentsPage />)
  expect(await screen.findByText('监护人看过并同意')).toBeTruthy()
  expect(screen.getByText('说明更新了，下次要用时会再问您')).toBeTruthy()
})

it('says what went wrong and keeps the page', async () => {
  serve({
    'GET /me/consents': { items: [agreed()] },
    'DELETE /me/consents/privacy': new Refusal(503, 'SERVER_STOPPING', '服务正在重启'),
  })
  render(<ConsentsPage />)
  await press('撤回同意')
  await sayYes()
  expect((await screen.findByRole('alert')).textContent).toMatch(/^服务正在重启/)
  expect(screen.getByText('您在 2026年11月18日 同意了')).toBeTruthy()
})

it('tries again after a bad network, and asks to sign in first', async () => {
  let network: unknown = OFFLINE
  serve({ 'GET /me/consents': () => network })
  const { unmount } = render(<ConsentsPage />)
  expect(await screen.findByText('没打开您的同意')).toBeTruthy()
  network = { items: [agreed()] }
  await press('再试一次')
  expect(await screen.findByText('个人信息处理说明')).toBeTruthy()
  unmount()
  signedOut()
  render(<ConsentsPage />)
  expect(phone.moves[0]).toMatch(/^reLaunch .*sign-in/)
})
