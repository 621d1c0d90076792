import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { serve } from '../../../../../tests/taro/server'
import BlocksPage from '.'

const LIST = `GET /communities/${COMMUNITY}/blocks`

beforeEach(() => signedIn(amei()))

it('lists whom I don’t listen to, and listens to them again', async () => {
  const items = [{ blockId: 'b1', name: '小周', at: '2026-11-17T13:03:00.000Z' }]
  const asked = serve({
    [LIST]: { items, nextCursor: null },
    [`DELETE /communities/${COMMUNITY}/blocks/b1`]: { done: true },
  })
  render(<BlocksPage />)
  await userEvent.click(await screen.findByRole('button', { name: '又看小周的话' }))
  expect(await screen.findByText('大家的话您都看得到')).toBeTruthy()
  expect(asked.map(({ method }) => method)).toEqual(['GET', 'DELETE'])
})
