import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { pick, press, write } from '../../../../../tests/taro/vote-drafting'
import { draftedVote, votePlace } from '../../../../../tests/taro/vote-lists'
import { BYLAW } from '../../../../../tests/taro/vote-silence'
import DraftPage from '.'

const PLACES = 'GET /communities/*/vote-places'
const CREATE = 'POST /communities/*/votes'
const CHOICE = '没交票的，按《湖光苑管理规约》算到票多的一边'

beforeEach(() => {
  signedIn(amei())
  phone.stored.clear()
  phone.params = { communityId: COMMUNITY }
})

/** As far as the settings of a vote. */
async function toSettings(electorate: RegExp, subject: RegExp, bylaw: typeof BYLAW | null = BYLAW) {
  const asked = serve({ [PLACES]: { items: [votePlace({ bylaw })] }, [CREATE]: draftedVote() })
  render(<DraftPage />)
  await pick(electorate)
  await press('下一步')
  await pick(subject)
  await write(/^怎么问大家/, '同意吗？')
  await press('下一步')
  await write(/^全文/, '写清楚了')
  await press('下一步')
  return asked
}

describe('没交票的也算', () => {
  it('is offered where bylaws are in force, with what it demands, and off until it is chosen', async () => {
    const asked = await toSettings(/^业主/, /^用维修资金/)
    const choice = await screen.findByRole('switch', { name: CHOICE })
    expect(choice.getAttribute('aria-checked')).toBe('false')
    expect(screen.getByText(BYLAW.clause)).toBeTruthy()
    expect(screen.getByText(/两个结果都公布/)).toBeTruthy()
    await userEvent.click(choice)
    await press('下一步')
    await press('下一步')
    expect(await screen.findByText(new RegExp(CHOICE))).toBeTruthy()
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({ countsSilence: true })
  })

  it('is not offered without bylaws', async () => {
    await toSettings(/^业主/, /^用维修资金/, null)
    expect(screen.queryByRole('switch', { name: CHOICE })).toBeNull()
    expect(screen.queryByText(/算到票多的一边/)).toBeNull()
  })

  it('is not offered where homes decide', async () => {
    const asked = await toSettings(/^各户/, /^楼道、院子怎么用/)
    expect(screen.queryByRole('switch', { name: CHOICE })).toBeNull()
    await press('下一步')
    await press('下一步')
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({ countsSilence: false })
  })
})
