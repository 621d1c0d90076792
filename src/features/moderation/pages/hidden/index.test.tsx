import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { hiddenItem } from '../../../../../tests/taro/posts'
import { serve } from '../../../../../tests/taro/server'
import HiddenPage from '.'

const LIST = `GET /communities/${COMMUNITY}/hidden-words`
const APPEAL = `POST /communities/${COMMUNITY}/moderation-cases/k1/appeal`

beforeEach(() => signedIn(amei()))

it('shows what I wrote and why neighbours don’t see it, and has it looked at again', async () => {
  const asked = serve({ [LIST]: { items: [hiddenItem()], nextCursor: null }, [APPEAL]: { done: true } })
  render(<HiddenPage />)
  expect(await screen.findByText('说得难听的话')).toBeTruthy()
  expect(screen.getByText('请不要骂人')).toBeTruthy()
  expect(screen.getByText('最晚12月1日（周二）')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '请人再看看，楼道灯不亮' }))
  await userEvent.type(await screen.findByRole('textbox', { name: /您想说什么/ }), '我没骂人')
  const sheet = await screen.findByRole('dialog', { name: '请人再看看' })
  await userEvent.click(sheet.querySelector('.btn--primary') as Element)
  expect(await screen.findByText('已经请另一位工作人员在看了')).toBeTruthy()
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ note: '我没骂人' })
})

it.each([
  ['waiting', '已经请另一位工作人员在看了'],
  ['refused', '另一位工作人员也看过了，还是收起来'],
  ['over', '可以请人再看的日子过了'],
] as const)('an appeal that is %s is said so, and offers no other', async (appeal, words) => {
  serve({ [LIST]: { items: [hiddenItem({ appeal })], nextCursor: null } })
  render(<HiddenPage />)
  expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.queryByText('请人再看看')).toBeNull()
})

it('says what will be here when nothing is hidden', async () => {
  serve({ [LIST]: { items: [], nextCursor: null } })
  render(<HiddenPage />)
  expect(await screen.findByText('您的话都没有被收起来')).toBeTruthy()
})
