import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { serve, writes } from '../../../../../tests/taro/server'
import { ROUND, sessionBoard, sessionView, TOPIC } from '../../../../../tests/taro/sessions'
import { phone } from '../../../../../tests/taro/taro'
import { instantOf, placesOf } from './spot'
import SessionBoardPage from '.'

const LIST = 'GET /communities/*/rounds/*/sessions'
const OPEN = 'POST /communities/*/rounds/*/sessions'
const MOVE = 'PUT /communities/*/rounds/*/sessions/*'
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const mine = sessionView({
  may: { change: true, write: true, showCode: true },
  acts: ['cancel'],
})

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, roundId: ROUND }
})

async function open(board = sessionBoard({ items: [mine], mayOpen: true })) {
  const asked = serve({ [LIST]: board, [OPEN]: mine, [MOVE]: mine })
  render(<SessionBoardPage />)
  await screen.findByText(/同一个地方、同一个时间/)
  return asked
}

describe('who convenes', () => {
  it('puts a session on the board: what, when, where', async () => {
    const asked = await open(sessionBoard({ items: [], mayOpen: true }))
    await press('加一场')
    await press('排好了')
    expect(await screen.findByText('请选一个议题')).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: '加两张长椅，放哪儿' }))
    await userEvent.type(screen.getByRole('textbox', { name: /几点/ }), '19:30')
    await userEvent.type(screen.getByRole('textbox', { name: /在哪里/ }), '活动室')
    await press('排好了')
    await waitFor(() => expect(writes(asked)).toHaveLength(1))
    expect(writes(asked)[0]?.body).toMatchObject({
      topicId: TOPIC,
      where: '活动室',
      startsAt: expect.stringMatching(/T11:30:00.000Z$/),
      host: false,
    })
  })

  it('moves one with a button, under the revision that was seen', async () => {
    const asked = await open()
    await press('挪一挪：加两张长椅，放哪儿')
    const where = screen.getByRole('textbox', { name: /在哪里/ })
    await userEvent.clear(where)
    await userEvent.type(where, '西头')
    await press('排好了')
    await waitFor(() => expect(writes(asked)).toMatchObject([{ body: { where: '西头', revision: 1 } }]))
  })
})

describe('a session that is over', () => {
  const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString()

  it('is not moved any more: its notes are read', async () => {
    await open(sessionBoard({ items: [{ ...mine, startsAt: YESTERDAY, acts: [] }], mayOpen: true }))
    expect(screen.getByText('开过了')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /挪一挪/ })).toBeNull()
    await press('看记录：加两张长椅，放哪儿')
    expect(phone.moves.join()).toContain(`sessionId=${mine.sessionId}`)
  })

  it('is called off where nothing was written', async () => {
    await open(sessionBoard({ items: [{ ...mine, startsAt: YESTERDAY }], mayOpen: true }))
    expect(screen.getByRole('button', { name: /^不开这场/ })).toBeTruthy()
  })
})

describe('a spot', () => {
  it.each([
    ['19:30', '2026-11-18T11:30:00.000Z'],
    ['9：05', '2026-11-18T01:05:00.000Z'],
    ['24:00', undefined],
    ['七点', undefined],
  ])('at %s', (time, instant) => {
    expect(instantOf('2026-11-18', time)).toBe(instant)
  })

  it('is at a place that stands once, online last', () => {
    const at = (where: string | null) => sessionView({ where })
    expect(placesOf([at(null), at('楼前'), at('楼前'), at('活动室')])).toEqual(['楼前', '活动室', null])
  })
})
