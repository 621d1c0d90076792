import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { changeMeEndpoint } from '#core/people'
import { Button } from '@/components/Button'
import { Screen } from '@/components/Screen'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { afterConsent, consent, CONSENT_REQUIRED } from '../../../../tests/taro/consents'
import { amei, signedIn } from '../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../tests/taro/server'
import { withConsent } from '../ask-consent'
import { ConsentSheet } from '.'

const press = async (words: string | RegExp) => userEvent.click(await screen.findByText(words))
const sheet = () => screen.findByRole('dialog', { name: '个人信息处理说明' })
const NOTICE = { items: [consent()] }

/** A page with one act that needs consent. */
function Page() {
  const { submit, failure } = useSubmit(
    (nickname: string, key) => withConsent(() => callEndpoint(changeMeEndpoint, { body: { nickname }, key })),
    () => done.push('done'),
  )
  return (
    <Screen title="页">
      <Button onPress={() => void submit('阿梅')}>改称呼</Button>
      {failure?.message}
      <ConsentSheet />
    </Screen>
  )
}

let done: string[] = []
beforeEach(() => {
  signedIn()
  done = []
})

it('comes up when the server asks for consent, and what was wanted is done once more, with the same key', async () => {
  const { act: change, give } = afterConsent(amei())
  const asked = serve({ 'PUT /me': change, 'GET /me/consents': NOTICE, 'POST /me/consents': give })
  render(<Page />)
  await press('改称呼')
  expect(await sheet()).toBeTruthy()
  expect(await screen.findByText('收什么')).toBeTruthy()
  expect(done).toEqual([])
  await press('我已满 14 岁')
  await press('同意')
  expect(done).toEqual(['done'])
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(asked.find(({ path, method }) => method === 'POST' && path === '/me/consents')?.body).toEqual({
    document: 'privacy',
    version: '2026-11-21',
    age: 'over_14',
  })
  const changes = asked.filter(({ method }) => method === 'PUT')
  expect(changes).toHaveLength(2)
  expect(changes[0]?.key).toBe(changes[1]?.key)
})

it('needs an age, and nothing is chosen beforehand', async () => {
  const asked = serve({ 'PUT /me': CONSENT_REQUIRED, 'GET /me/consents': NOTICE })
  render(<Page />)
  await press('改称呼')
  for (const age of await screen.findAllByRole('radio'))
    expect(age.getAttribute('aria-checked')).toBe('false')
  await press('同意')
  expect(screen.getByText('请先选一个年龄')).toBeTruthy()
  expect(asked.some(({ method }) => method === 'POST')).toBe(false)
})

it('takes a guardian’s word for a child', async () => {
  const { act: change, give } = afterConsent(amei())
  const asked = serve({ 'PUT /me': change, 'GET /me/consents': NOTICE, 'POST /me/consents': give })
  render(<Page />)
  await press('改称呼')
  await press(/监护人看过并同意/)
  await press('同意')
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ age: 'guardian_agreed' })
})

it.each(['不同意', '关上'])(
  'leaves everything as it was after 「%s」, and says why nothing happened',
  async (words) => {
    const asked = serve({ 'PUT /me': CONSENT_REQUIRED, 'GET /me/consents': NOTICE })
    render(<Page />)
    await press('改称呼')
    await screen.findByText('收什么')
    await press(words)
    expect(await screen.findByText(/请先看一看个人信息的说明/)).toBeTruthy()
    expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1)
    expect(done).toEqual([])
  },
)

it('asks once: a server that refuses all the same is believed', async () => {
  const asked = serve({
    'PUT /me': CONSENT_REQUIRED,
    'GET /me/consents': NOTICE,
    'POST /me/consents': NOTICE,
  })
  render(<Page />)
  await press('改称呼')
  await press('我已满 14 岁')
  await press('同意')
  expect(await screen.findByText(/请先看一看个人信息的说明/)).toBeTruthy()
  expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(2)
})

it('shows the new text when it changed while it was read', async () => {
  const notices = [consent(), consent({ version: '2027-01-01', asks: '新的一份' })]
  serve({
    'PUT /me': CONSENT_REQUIRED,
    'GET /me/consents': () => ({ items: [notices.length > 1 ? notices.shift() : notices[0]] }),
    'POST /me/consents': new Refusal(409, 'CONSENT_OUTDATED', '说明刚刚更新了，请再看一遍新的'),
  })
  render(<Page />)
  await press('改称呼')
  await press('我已满 14 岁')
  await press('同意')
  expect(await screen.findByText('新的一份')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toBe('说明刚刚更新了，请再看一遍新的')
})

it('tries again after a bad network, and keeps the age that was chosen', async () => {
  let network: unknown = OFFLINE
  serve({ 'PUT /me': CONSENT_REQUIRED, 'GET /me/consents': () => network, 'POST /me/consents': OFFLINE })
  render(<Page />)
  await press('改称呼')
  expect(await screen.findByText('没打开说明')).toBeTruthy()
  network = NOTICE
  await press('再试一次')
  await press('我已满 14 岁')
  await press('同意')
  expect((await screen.findByRole('alert')).textContent).toMatch(/没连上网/)
  expect(screen.getByRole('radio', { name: '我已满 14 岁' }).getAttribute('aria-checked')).toBe('true')
})

it('passes on every other refusal, without a sheet', async () => {
  serve({ 'PUT /me': new Refusal(400, 'TEXT_TOO_LONG', '写得太长了') })
  render(<Page />)
  await press('改称呼')
  expect(await screen.findByText(/写得太长了/)).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('is put away with its page: nobody waits for an answer any more', async () => {
  const asked = serve({ 'PUT /me': CONSENT_REQUIRED, 'GET /me/consents': NOTICE })
  const { unmount } = render(<Page />)
  await press('改称呼')
  await sheet()
  act(() => unmount())
  render(<Page />)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1)
})
