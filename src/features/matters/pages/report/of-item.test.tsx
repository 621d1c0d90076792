import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { matter } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { ITEM, itemView } from '../../../../../tests/taro/round-items'
import { serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ReportPage from '.'

const READ = 'GET /communities/*/round-items/*'
const may = { change: true, link: true, keepLedger: false, rate: false }
const what = () => screen.findByRole('textbox', { name: /^什么事/ })

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, itemId: ITEM }
})

describe('reporting what a round agreed to do', () => {
  it('begins with its words, says where they are from, and is linked as it is sent', async () => {
    const asked = serve({ [READ]: itemView({ may }), 'POST /communities/*/matters': matter() })
    render(<ReportPage />)
    expect(await what()).toHaveProperty('value', '装两张长椅')
    expect(screen.getByText('来自要办的事：装两张长椅')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '报给社区' }))
    expect(writes(asked)[0]?.body).toMatchObject({
      title: '装两张长椅',
      text: '长椅装在楼前，够四个人坐',
      itemId: ITEM,
    })
  })

  it('is a report like any other where something was made of it already', async () => {
    const asked = serve({
      [READ]: itemView({ may, link: { kind: 'wish', id: 'w1' } }),
      'POST /communities/*/matters': matter(),
    })
    render(<ReportPage />)
    expect(await what()).toHaveProperty('value', '')
    await userEvent.type(await what(), '灯')
    await userEvent.click(screen.getByRole('button', { name: '报给社区' }))
    expect(writes(asked)[0]?.body).not.toHaveProperty('itemId')
  })
})
