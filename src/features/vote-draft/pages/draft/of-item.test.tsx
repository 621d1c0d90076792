import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { COMMUNITY } from '../../../../../tests/taro/people'
import { ITEM, itemView } from '../../../../../tests/taro/round-items'
import { phone } from '../../../../../tests/taro/taro'
import { votePlace } from '../../../../../tests/taro/vote-lists'
import { openWizard, PLACES, setWizard } from '../../../../../tests/taro/vote-wizard'

setWizard()

it('begins with what a round agreed to do', async () => {
  phone.params = { communityId: COMMUNITY, itemId: ITEM }
  openWizard({
    'GET /communities/*/round-items/*': itemView({
      may: { change: true, link: true, keepLedger: false, rate: false },
    }),
    [PLACES]: { items: [votePlace()] },
  })
  expect(await screen.findByText('来自要办的事：装两张长椅')).toBeTruthy()
  await userEvent.click(await screen.findByRole('radio', { name: /户/ }))
  await userEvent.click(screen.getByRole('button', { name: '下一步' }))
  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement)
  expect(screen.getByDisplayValue('装两张长椅')).toBeTruthy()
})
