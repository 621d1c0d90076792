import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { DeliveryRow } from '#core/votes'
import { installCanvas } from '../../../../../tests/taro/canvas'
import { photo } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { press, READ_VOTE } from '../../../../../tests/taro/vote-page'
import { deliveryNote, deliveryRow, silentVote } from '../../../../../tests/taro/vote-silence'
import { HOME_602, mays, VOTE } from '../../../../../tests/taro/votes'
import DeliveriesPage from '.'

const OVER = '登记的日子过了。没收到的，开始投票以前都可以说一声。'

installCanvas()

const LIST = 'GET /communities/*/votes/*/deliveries'
const RECORD = 'POST /communities/*/votes/*/deliveries'
const ACT = 'POST /communities/*/votes/*/deliveries/*/acts'
const UPLOAD = 'POST /communities/*/photos'

const recording = () => silentVote({ may: mays({ seeDeliveries: true, recordDelivery: true }) })
const recorded = (more: Parameters<typeof deliveryNote>[0] = {}): DeliveryRow =>
  deliveryRow({ delivery: { ...deliveryNote(more), photos: [photo({ photoId: 'a' })] } })

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

async function open(rows: DeliveryRow[], vote = recording(), answers = {}) {
  const asked = serve({
    [READ_VOTE]: vote,
    [LIST]: { items: rows, nextCursor: null },
    [UPLOAD]: photo({ photoId: 'signed' }),
    [RECORD]: recorded(),
    ...answers,
  })
  render(<DeliveriesPage />)
  await screen.findByText(rows[0] ? rows[0].name : '都送到了')
  return asked
}

it('has what voters said who got none, in the list and where it is recorded anew', async () => {
  const contested = { words: '我这周不在家', at: '2026-07-04T02:00:00.000Z' }
  await open([
    deliveryRow({ contested }),
    deliveryRow({ voterId: 'other', name: '601', contested: { ...contested, words: null } }),
  ])
  expect(screen.getByText('本人说没有收到：我这周不在家')).toBeTruthy()
  expect(screen.getByText('本人说没有收到')).toBeTruthy()
  await userEvent.click(screen.getByText('本人说没有收到：我这周不在家'))
  const sheet = await screen.findByRole('dialog', { name: '2单元 602 室' })
  expect(within(sheet).getByText('本人说没有收到：我这周不在家')).toBeTruthy()
})

describe('送达登记', () => {
  it('begins with those whom it has not reached, and says how many it has', async () => {
    const asked = await open([deliveryRow()])
    expect(screen.getByText('选票送到 12/48')).toBeTruthy()
    expect(asked.find(({ query }) => query && 'list' in query)?.query).toEqual({ list: 'missing' })
    await press('全部')
    expect(asked[asked.length - 1]?.query).toEqual({ list: 'all' })
  })

  it('takes a photo of the signature', async () => {
    const asked = await open([deliveryRow()])
    await press(/^2单元 602 室/)
    await press('登记送到了')
    expect(await screen.findByText('凭证不对：当面签收拍一两张照片，邮寄写单号')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    phone.chooses = ['blob:paper']
    await press('拍一张')
    await userEvent.click(await screen.findByRole('button', { name: '不用遮' }))
    await screen.findByRole('button', { name: '再拍一张' })
    await press('登记送到了')
    expect(writes(asked)[writes(asked).length - 1]?.body).toEqual({
      voterId: HOME_602,
      how: 'handed',
      photoIds: ['signed'],
    })
  })

  it('takes the number under which it was posted', async () => {
    const asked = await open([deliveryRow()])
    await press(/^2单元 602 室/)
    await userEvent.click(await screen.findByRole('radio', { name: '邮寄' }))
    await press('登记送到了')
    expect(writes(asked)).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: '邮寄的单号' }), ' XA123 ')
    await press('登记送到了')
    expect(writes(asked)).toMatchObject([{ body: { voterId: HOME_602, how: 'posted', number: 'XA123' } }])
  })

  it('says why it was refused, and keeps what was written', async () => {
    await open([deliveryRow()], recording(), {
      [RECORD]: new Refusal(409, 'VOTE_DELIVERED', '已经登记送到了'),
    })
    await press(/^2单元 602 室/)
    await userEvent.click(await screen.findByRole('radio', { name: '邮寄' }))
    await userEvent.type(screen.getByRole('textbox', { name: '邮寄的单号' }), 'XA123')
    await press('登记送到了')
    expect((await screen.findByRole('alert')).textContent).toMatch('已经登记送到了')
    expect(screen.getByRole('textbox', { name: '邮寄的单号' })).toHaveProperty('value', 'XA123')
  })

  it('takes a wrong one back with a reason', async () => {
    const asked = await open([recorded({ acts: ['take_back'] })], recording(), { [ACT]: deliveryRow() })
    await press(/^2单元 602 室/)
    expect(await screen.findByText('老周（楼栋长）')).toBeTruthy()
    await press('登记错了，收回')
    expect(writes(asked)).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: '哪里错了' }), '送错了门')
    await press('登记错了，收回')
    expect(writes(asked)).toMatchObject([{ body: { act: 'take_back', reason: '送错了门' } }])
  })

  it('shows, and records nothing, once voting began', async () => {
    await open([deliveryRow()], silentVote({ state: 'open', may: mays({ seeDeliveries: true }) }))
    await press(/^2单元 602 室/)
    expect((await screen.findAllByText(OVER)).length).toBeGreaterThan(1)
    expect(screen.queryByRole('button', { name: '登记送到了' })).toBeNull()
  })

  it('says when all were reached, and when it could not be asked', async () => {
    await open([])
    serve({ [READ_VOTE]: recording(), [LIST]: OFFLINE })
    render(<DeliveriesPage />)
    expect(await screen.findByText('没打开送达登记')).toBeTruthy()
  })
})
