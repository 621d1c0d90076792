import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { openVote, press, READ_VOTE, sendIn } from '../../../../../tests/taro/vote-page'
import {
  deliveryNote,
  deliveryRow,
  silence,
  silentItem,
  silentVote,
} from '../../../../../tests/taro/vote-silence'
import { closedVote, HOME_602, mays, VOTE, voteView } from '../../../../../tests/taro/votes'

const RECORD = 'POST /communities/*/votes/*/deliveries'
const ACT = 'POST /communities/*/votes/*/deliveries/*/acts'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

const own = (more: Parameters<typeof deliveryNote>[0]) =>
  silence({ own: [{ voterId: HOME_602, name: '2单元 602 室', delivery: deliveryNote(more) }] })

describe('a vote in which silence counts', () => {
  it('says so before anybody votes, with the clause word for word', async () => {
    await openVote(silentVote())
    expect(screen.getByText('没交票的，按《湖光苑管理规约》算到票多的一边')).toBeTruthy()
    expect(screen.getByText(/请交一票，弃权也行/)).toBeTruthy()
    expect(screen.getByText('《湖光苑管理规约》（2025年6月1日通过）')).toBeTruthy()
    expect(screen.getByText('送达后没有交票的，算作同意票多的一方。')).toBeTruthy()
  })

  it('says nothing of it elsewhere', async () => {
    await openVote(voteView())
    expect(screen.queryByText(/算到票多的一边|送达|没有收到/)).toBeNull()
  })
})

describe('one’s own ballot', () => {
  it('is said to have come with one tap', async () => {
    const asked = await openVote(silentVote({ may: mays({ acknowledgeDelivery: true }) }), {
      [RECORD]: deliveryRow({ delivery: { ...deliveryNote({ how: 'acknowledged' }), photos: [] } }),
    })
    await press('我收到了，2单元 602 室')
    expect(writes(asked)).toMatchObject([{ body: { voterId: HOME_602, how: 'acknowledged' } }])
  })

  it('that did not come is said in a sheet, with what was wrong if one likes', async () => {
    await openVote(silentVote({ silence: own({ acts: ['contest'] }) }))
    expect(screen.getByText('7月3日（周五）当面签收')).toBeTruthy()
    const asked = serve({ [ACT]: deliveryRow(), [READ_VOTE]: silentVote() })
    await press('我没有收到，2单元 602 室')
    expect(writes(asked)).toEqual([])
    expect(await screen.findByText(/登记马上不算/)).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: /怎么回事/ }), ' 我这周不在家 ')
    await sendIn('我没有收到')
    expect(writes(asked)).toMatchObject([{ body: { act: 'contest', reason: '我这周不在家' } }])
  })

  it('is contested without a word, too, and says at the words what is wrong with them', async () => {
    await openVote(silentVote({ silence: own({ acts: ['contest'] }) }))
    const asked = serve({
      [ACT]: new Refusal(409, 'VOTE_WORDS_REFUSED', '里面有电话', 'reason'),
      [READ_VOTE]: silentVote(),
    })
    await press('我没有收到，2单元 602 室')
    await sendIn('我没有收到')
    expect(writes(asked)[0]?.body).toEqual({ act: 'contest' })
    expect(await screen.findByText('里面有电话')).toBeTruthy()
  })

  it('keeps saying why that did not work', async () => {
    await openVote(silentVote({ may: mays({ acknowledgeDelivery: true }) }), {
      [RECORD]: new Refusal(409, 'VOTE_DELIVERY_NOT_NOW', '现在不能登记送达'),
    })
    await press('我收到了，2单元 602 室')
    expect((await screen.findByRole('alert')).textContent).toMatch('现在不能登记送达')
  })

  it('that was not recorded in time counts for no side, and says so', async () => {
    await openVote(silentVote({ state: 'open' }))
    expect(screen.getByText('没有登记送到：没交票不会算到哪一边。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /我收到了/ })).toBeNull()
  })
})

describe('who records deliveries', () => {
  it('goes there from the vote, and reads how many', async () => {
    await openVote(silentVote({ may: mays({ seeDeliveries: true }) }))
    expect(screen.getByText('12/48')).toBeTruthy()
    await press(/^送达登记/)
    expect(phone.moves[0]).toMatch(/votes\/pages\/deliveries\/index/)
  })
})

it('a result says which of the two decides, and why, and shows the other beside it', async () => {
  await openVote(
    silentVote({
      ...closedVote(),
      electorate: 'owners',
      items: [silentItem()],
      decidedBy: 'imputed',
      silence: silence(),
    }),
  )
  expect(screen.getByText('通过')).toBeTruthy()
  expect(screen.getByText('只算交了票的。列出来对照，不以它为准。')).toBeTruthy()
  expect(screen.getByText(/^以它为准：《湖光苑管理规约》备过案/)).toBeTruthy()
  expect(screen.getByText('参与的不够，没通过。')).toBeTruthy()
  expect(screen.getByText('两步都够了，通过。')).toBeTruthy()
})

it('without recorded bylaws the raw one decides', async () => {
  await openVote(
    silentVote({
      ...closedVote(),
      electorate: 'owners',
      items: [silentItem()],
      decidedBy: 'raw',
      silence: null,
    }),
  )
  expect(screen.getByText('没通过')).toBeTruthy()
  expect(screen.getByText('只算交了票的，以它为准。')).toBeTruthy()
})
