import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { DEMAND, demandView } from '../../../../../tests/taro/demands'
import { COMMUNITY } from '../../../../../tests/taro/people'
import { phone } from '../../../../../tests/taro/taro'
import { votePlace } from '../../../../../tests/taro/vote-lists'
import { openWizard, PLACES, setWizard } from '../../../../../tests/taro/vote-wizard'

setWizard()

it('begins at the place of the demand, among its owners, with its words', async () => {
  phone.params = { communityId: COMMUNITY, demandId: DEMAND }
  const demand = demandView({ state: 'met' })
  const asked = openWizard({
    'GET /communities/*/demands/*': demand,
    [PLACES]: { items: [votePlace({ placeId: demand.placeId, electorates: ['homes', 'owners'] })] },
  })
  const next = await screen.findByRole('button', { name: '下一步' })
  expect(asked.find(({ path }) => path.endsWith('/vote-places'))?.query).toEqual({
    placeId: demand.placeId,
    demandId: DEMAND,
  })
  await userEvent.click(next)
  await userEvent.click(screen.getByRole('radio', { name: /请物业、换物业/ }))
  expect(screen.getByDisplayValue('换不换物业')).toBeTruthy()
})
