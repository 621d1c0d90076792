import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { caseItem, caseView } from '../../../../../tests/taro/posts'
import { Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import QueuePage from '.'

const LIST = `GET /communities/${COMMUNITY}/moderation-cases`
const CASE = `${LIST}/k1`
const DECIDE = `POST /communities/${COMMUNITY}/moderation-cases/k1/decision`
const press = async (words: string) => userEvent.click(await screen.findByText(words))

beforeEach(() => signedIn(amei()))

describe('the queue', () => {
  it('shows what was written, why it is here and where it stands, and opens it', async () => {
    serve({ [LIST]: { items: [caseItem()], nextCursor: null } })
    render(<QueuePage />)
    expect(await screen.findByText('说得难听的话')).toBeTruthy()
    expect(screen.getByText('骂人、欺负人；2 人举报')).toBeTruthy()
    await press('看看')
    expect(phone.moves).toEqual([
      `navigateTo /features/moderation/pages/queue/index?communityId=${COMMUNITY}&caseId=k1`,
    ])
  })

  it('says what will appear when nothing waits', async () => {
    serve({ [LIST]: { items: [], nextCursor: null } })
    render(<QueuePage />)
    expect(await screen.findByText('没有等着看的话')).toBeTruthy()
  })

  it('says to who doesn’t moderate that it isn’t theirs', async () => {
    serve({ [LIST]: new Refusal(403, 'NOT_ALLOWED', '这件事不归您办') })
    render(<QueuePage />)
    expect(await screen.findByText('这里不归您看')).toBeTruthy()
  })
})

describe('a case', () => {
  beforeEach(() => {
    phone.params = { communityId: COMMUNITY, caseId: 'k1' }
  })

  it('shows what people said, and is left as it is with one press', async () => {
    const decided = caseView({ state: 'decided', decision: 'keep', choices: [] })
    const asked = serve({ [CASE]: caseView(), [DECIDE]: decided })
    render(<QueuePage />)
    expect(await screen.findByText('骂人、欺负人：太难听')).toBeTruthy()
    await press('没问题，留着')
    expect(await screen.findByText('好的，记下了')).toBeTruthy()
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ decision: 'keep' })
    expect(screen.getByText('已经有人看过了')).toBeTruthy()
  })

  it('is hidden with a reason only', async () => {
    const decided = caseView({ state: 'decided', decision: 'hide', reason: '请不要骂人', choices: [] })
    const asked = serve({ [CASE]: caseView(), [DECIDE]: decided })
    render(<QueuePage />)
    await press('收起来')
    const sheet = await screen.findByRole('dialog', { name: '收起来' })
    const send = () => userEvent.click(sheet.querySelector('.btn--primary') as Element)
    await send()
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: /为什么/ }), '请不要骂人')
    await send()
    expect(await screen.findByText('好的，记下了')).toBeTruthy()
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      decision: 'hide',
      reason: '请不要骂人',
    })
  })

  it('shows how it stands when somebody else was first', async () => {
    let views = 0
    serve({
      [CASE]: () => caseView(views++ === 0 ? {} : { state: 'decided', decision: 'hide', choices: [] }),
      [DECIDE]: new Refusal(409, 'STATE_CHANGED', '刚刚有人先办了，请看看最新情况'),
    })
    render(<QueuePage />)
    await press('没问题，留着')
    expect(await screen.findByText(/刚刚有人先办了/)).toBeTruthy()
    expect(await screen.findByText('已经有人看过了')).toBeTruthy()
  })

  it('of an appeal shows both sides; of one’s own hiding offers no decision', async () => {
    const appeal = { source: 'appeal', hiddenReason: '骂人', appealNote: '我没骂人', reports: [] } as const
    serve({ [CASE]: caseView({ ...appeal, reports: [], choices: [] }) })
    render(<QueuePage />)
    expect(await screen.findByText('我没骂人')).toBeTruthy()
    expect(screen.getByText(/请另一位工作人员来看/)).toBeTruthy()
  })
})
