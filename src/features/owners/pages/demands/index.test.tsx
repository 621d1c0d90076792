import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { DEMAND, demandItem } from '../../../../../tests/taro/demands'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import DemandsPage from '.'

const LIST = 'GET /communities/*/demands'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY }
})

it('says what is demanded, where, how many signed of how many, and where it stands', async () => {
  serve({
    [LIST]: {
      items: [
        demandItem(),
        demandItem({ demandId: 'met', title: '修屋顶', state: 'met', metAt: new Date().toISOString() }),
      ],
      nextCursor: null,
    },
  })
  render(<DemandsPage />)
  expect(await screen.findByText('换不换物业')).toBeTruthy()
  expect(screen.getAllByRole('img', { name: '签名的业主：3 位，要到 5 位' })).toHaveLength(2)
  expect(screen.getByText('签名够了，今天起等着召集')).toBeTruthy()
  expect(screen.getByText(/业主大会和业主委员会指导规则/)).toBeTruthy()
  await userEvent.click(screen.getByText('换不换物业'))
  expect(phone.moves).toEqual([
    `navigateTo /features/owners/pages/demand/index?communityId=${COMMUNITY}&demandId=${DEMAND}`,
  ])
})

it('says of one’s own that neighbours don’t see it', async () => {
  serve({ [LIST]: { items: [demandItem({ wordsState: 'hidden' })], nextCursor: null } })
  render(<DemandsPage />)
  expect(await screen.findByText('社区收起来了，邻居看不到')).toBeTruthy()
})

it('explains the fifth where there is none yet, and leads to writing one', async () => {
  serve({ [LIST]: { items: [], nextCursor: null } })
  render(<DemandsPage />)
  expect(await screen.findByText('还没有联名要求')).toBeTruthy()
  expect(screen.getByText(/五位业主里有一位签名，就够了/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '写一份' }))
  expect(phone.moves).toEqual([`navigateTo /features/owners/pages/demand-new/index?communityId=${COMMUNITY}`])
})

it('offers to try again when it did not come', async () => {
  serve({ [LIST]: OFFLINE })
  render(<DemandsPage />)
  expect(await screen.findByText('没打开联名要求')).toBeTruthy()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
})
