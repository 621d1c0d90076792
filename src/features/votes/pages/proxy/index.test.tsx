import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { installCanvas } from '../../../../../tests/taro/canvas'
import { photo } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { press, READ_VOTE } from '../../../../../tests/taro/vote-page'
import {
  HOME_501,
  HOME_602,
  mays,
  proxyNote,
  rollVoter,
  VOTE,
  voteView,
} from '../../../../../tests/taro/votes'
import ProxyPage from '.'

installCanvas()

const ROLL = 'GET /communities/*/votes/*/roll'
const FILE = 'POST /communities/*/votes/*/proxies'
const UPLOAD = 'POST /communities/*/photos'
const filing = () => voteView({ may: mays({ fileProxy: true }) })
const other = rollVoter({ voterId: HOME_501, name: '1单元 501 室' })

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

async function open(answers = {}) {
  const voters = [
    rollVoter({ voterId: HOME_602 }),
    other,
    rollVoter({ voterId: 'x', name: '101 室', leftOut: 'vacant' }),
  ]
  const asked = serve({
    [READ_VOTE]: filing(),
    [ROLL]: { items: voters, nextCursor: null },
    [UPLOAD]: photo({ photoId: 'paper' }),
    [FILE]: { ...proxyNote({ party: 'agent', state: 'asked' }), photos: [] },
    ...answers,
  })
  render(<ProxyPage />)
  await screen.findByRole('radio', { name: '1单元 501 室' })
  return asked
}

const choose = () => userEvent.click(screen.getByRole('radio', { name: '1单元 501 室' }))
const names = async () => {
  await userEvent.type(screen.getByRole('textbox', { name: /^委托人姓名/ }), ' 李秀兰 ')
  await userEvent.type(screen.getByRole('textbox', { name: /^您的姓名/ }), '周小明')
}
const takePhoto = async () => {
  phone.chooses = ['blob:paper']
  await press('拍一张')
  await userEvent.click(await screen.findByRole('button', { name: '不用遮' }))
  await screen.findByRole('button', { name: '再拍一张' })
}
const send = () => press('交给社区核对')

describe('voting for another', () => {
  it('is said in plain words, with the rule of this vote', async () => {
    await open()
    for (const words of [
      '可以委托别人代投，每人最多代 1 户',
      '想请别人替您投的，写一份委托书交给他，由他在这里交上来。',
      '拍下委托书交上来，社区核对了才能代投。',
      '不能再转给别人代。',
      '本人自己投了，以本人的为准；截止以前，本人随时可以收回。',
    ])
      expect(screen.getByText(words)).toBeTruthy()
  })

  it('offers one’s own ballot to who lives elsewhere: the page is passed on with whose it is', async () => {
    await open()
    expect(screen.getByText('请住在别处的人替您投')).toBeTruthy()
    expect(screen.getByText('转给邻居')).toBeTruthy()
    expect(phone.card?.()).toMatchObject({
      title: '请您代投：楼道里还停不停电动车',
      path: expect.stringMatching(`votes/pages/proxy/index.*voterId=${HOME_602}`),
    })
  })

  it('opened so, asks for the authority alone: the vote itself is not theirs to see yet', async () => {
    phone.params = { communityId: COMMUNITY, voteId: VOTE, voterId: HOME_501 }
    const asked = serve({
      [UPLOAD]: photo({ photoId: 'paper' }),
      [FILE]: { ...proxyNote({ party: 'agent', state: 'asked' }), photos: [] },
    })
    render(<ProxyPage />)
    expect(await screen.findByText('替转给您这一页的那一户投')).toBeTruthy()
    expect(screen.queryByText('请住在别处的人替您投')).toBeNull()
    await names()
    await takePhoto()
    await send()
    await waitFor(() =>
      expect(writes(asked)).toMatchObject([{}, { body: { voterId: HOME_501, principalName: '李秀兰' } }]),
    )
    expect(asked.filter(({ method }) => method === 'GET')).toEqual([])
  })

  it('offers who is on the roll: not one’s own home, nor who is not counted', async () => {
    await open()
    expect(screen.getAllByRole('radio').map((radio) => radio.textContent)).toEqual(['1单元 501 室'])
  })

  it('finds a home by its name, on the server', async () => {
    const asked = await open()
    await userEvent.type(screen.getByRole('textbox', { name: '找一找' }), ' 501 ')
    await press('找')
    expect(asked[asked.length - 1]?.query).toEqual({ name: '501' })
  })

  it('sends the home, both names and the photo, and goes to where it waits', async () => {
    const asked = await open()
    await choose()
    expect(screen.getByText('替「1单元 501 室」投')).toBeTruthy()
    await names()
    await takePhoto()
    await send()
    expect(await screen.findByText('交上去了，核对好了会告诉您')).toBeTruthy()
    expect(writes(asked)[1]).toMatchObject({
      body: { voterId: HOME_501, principalName: '李秀兰', agentName: '周小明', photoIds: ['paper'] },
      key: expect.any(String),
    })
    expect(phone.moves[0]).toMatch(/^redirectTo .*votes\/pages\/proxies\/index/)
  })

  it('says step by step what is missing', async () => {
    const asked = await open()
    await send()
    expect(screen.getByText('请选替哪一户投')).toBeTruthy()
    await choose()
    await send()
    expect(screen.getByText('请写委托人的姓名')).toBeTruthy()
    await names()
    await send()
    expect(screen.getByText('请拍下委托书，一到三张')).toBeTruthy()
    expect(writes(asked)).toEqual([])
  })

  it('keeps what was written when it is refused', async () => {
    await open({
      [FILE]: new Refusal(409, 'VOTE_PROXY_TAKEN', '这一户已经委托了人，要先收回才能换人', 'voterId'),
    })
    await choose()
    await names()
    await takePhoto()
    await send()
    expect((await screen.findByRole('alert')).textContent).toMatch('这一户已经委托了人')
    expect(screen.getByRole('textbox', { name: /^您的姓名/ })).toHaveProperty('value', '周小明')
    await press('换一户')
    expect(await screen.findByRole('radio', { name: '1单元 501 室' })).toBeTruthy()
  })

  it('is closed where the vote takes none or is over', async () => {
    serve({ [READ_VOTE]: voteView() })
    render(<ProxyPage />)
    expect(await screen.findByText('这次表决现在不能办委托')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '交给社区核对' })).toBeNull()
  })

  it('says when nobody on the roll is called that, and when the roll did not come', async () => {
    serve({ [READ_VOTE]: filing(), [ROLL]: { items: [], nextCursor: null } })
    render(<ProxyPage />)
    expect(await screen.findByText('名册上没有找到')).toBeTruthy()
    serve({ [READ_VOTE]: filing(), [ROLL]: OFFLINE })
    render(<ProxyPage />)
    expect(await screen.findByText('没打开名册')).toBeTruthy()
  })
})
