import { render, screen } from '@testing-library/react'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { press, READ_VOTE } from '../../../../../tests/taro/vote-page'
import { ownersVote, VOTE, voteView } from '../../../../../tests/taro/votes'
import MissingPage from '.'

const MISSING = 'GET /communities/*/votes/*/not-voted'
const PRINT = 'POST /communities/*/votes/*/prints'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

describe('还没投的', () => {
  it('lists all of them, page by page, to be printed', async () => {
    const open = jest.spyOn(window, 'open').mockReturnValue(window)
    serve({
      [READ_VOTE]: voteView(),
      [PRINT]: { url: '/api/list' },
      [MISSING]: ({ query }: { query: Record<string, string> }) =>
        query.cursor
          ? { items: [{ voterId: 'b', name: '102 室', areaCentiM2: 0 }], nextCursor: null }
          : { items: [{ voterId: 'a', name: '101 室', areaCentiM2: 0 }], nextCursor: 'more' },
    })
    render(<MissingPage />)
    expect(await screen.findByText('101 室')).toBeTruthy()
    expect(screen.getByText('102 室')).toBeTruthy()
    expect(screen.getByText(/，2 户$/)).toBeTruthy()
    expect(screen.getByText('上门问一问，提个醒就好；别问选什么，也别替人选。')).toBeTruthy()
    await press('打印')
    await press('做好了，打开来打印')
    expect(open).toHaveBeenCalledWith('/api/list', '_blank')
    open.mockRestore()
  })

  it('of owners says their area, since it counts', async () => {
    serve({
      [READ_VOTE]: ownersVote(),
      [MISSING]: { items: [{ voterId: 'a', name: '老林', areaCentiM2: 8950 }], nextCursor: null },
    })
    render(<MissingPage />)
    expect(await screen.findByText('89.50 ㎡')).toBeTruthy()
    expect(screen.getByText(/，1 人$/)).toBeTruthy()
  })

  it('of whom there are none says so', async () => {
    serve({ [READ_VOTE]: voteView(), [MISSING]: { items: [], nextCursor: null } })
    render(<MissingPage />)
    expect(await screen.findByText('都投了')).toBeTruthy()
  })

  it('is not for everybody', async () => {
    serve({ [READ_VOTE]: voteView(), [MISSING]: new Refusal(403, 'NOT_ALLOWED', '这件事不归您办') })
    render(<MissingPage />)
    expect(await screen.findByText('这件事不归您办')).toBeTruthy()
  })
})
