import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { ITEM, itemView } from '../../../../../tests/taro/round-items'
import { serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { origin, wishView } from '../../../../../tests/taro/wishes'
import SayPage from '.'

it('begins with what a round agreed to do, and is linked as it is said', async () => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, itemId: ITEM }
  const may = { change: true, link: true, keepLedger: false, rate: false }
  const asked = serve({
    'GET /communities/*/wish-origins': { items: [origin()] },
    'GET /communities/*/round-items/*': itemView({ may }),
    'POST /communities/*/wishes': wishView(),
  })
  render(<SayPage />)
  expect(await screen.findByText('来自要办的事：装两张长椅')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '说给邻居听' }))
  expect(writes(asked)[0]?.body).toMatchObject({ title: '装两张长椅', itemId: ITEM })
})
