import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { VotePlaceView } from '#core/votes'
import { BYLAW_ID, bylawView } from '../../../../../tests/taro/bylaws'
import { installCanvas } from '../../../../../tests/taro/canvas'
import { photo } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, community, office, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { press } from '../../../../../tests/taro/vote-page'
import RecordBylawPage from '.'

installCanvas()

const PLACES = 'GET /communities/*/vote-places'
const TREE = 'GET /communities/*/places'
const RECORD = 'POST /communities/*/bylaws'
const UPLOAD = 'POST /communities/*/photos'
const ESTATE = 'e0000000-0000-4000-8000-000000000001'

const placeToVote = (more: Partial<VotePlaceView> = {}): VotePlaceView => ({
  placeId: ESTATE,
  name: '湖光苑',
  kind: 'estate',
  electorates: ['owners'],
  ownersBinding: 'advisory',
  earliest: { owners: '2026-12-01', other: '2026-12-01' },
  bylaw: null,
  ...more,
})

beforeEach(() => {
  signedIn(amei({ communities: [community({ roles: [office('owners_committee', '湖光苑')] })] }))
  phone.params = { communityId: COMMUNITY }
})

async function open(answers = {}) {
  const asked = serve({
    [PLACES]: { items: [placeToVote()] },
    [UPLOAD]: photo({ photoId: 'paper' }),
    [RECORD]: bylawView({ state: 'recorded' }),
    ...answers,
  })
  render(<RecordBylawPage />)
  await screen.findByRole('button', { name: '交给书记确认' })
  return asked
}

const field = (name: RegExp) => screen.getByRole('textbox', { name })
const words = async (day: string) => {
  await userEvent.type(field(/^规约的名字/), ' 湖光苑业主大会议事规则 ')
  await userEvent.type(field(/^写没交票怎么算的那一条/), '未交票的，计入多数。')
  await userEvent.type(field(/^哪天通过的/), day)
}
const takePhoto = async () => {
  phone.chooses = ['blob:paper']
  await press('拍一张')
  await userEvent.click(await screen.findByRole('button', { name: '不用遮' }))
  await screen.findByRole('button', { name: '再拍一张' })
}
const send = () => press('交给书记确认')

describe('recording bylaws', () => {
  it('sends what the paper says, with its photos, and shows what became of it', async () => {
    const asked = await open()
    expect(screen.getByText('湖光苑')).toBeTruthy()
    await words('2026年5月10日')
    await takePhoto()
    await send()
    await screen.findByText('备案了，书记看过会告诉您')
    expect(writes(asked).filter(({ path }) => path.endsWith('/bylaws'))).toMatchObject([
      {
        body: {
          placeId: ESTATE,
          title: '湖光苑业主大会议事规则',
          clause: '未交票的，计入多数。',
          adoptedOn: '2026-05-10',
          photoIds: ['paper'],
        },
        key: expect.any(String),
      },
    ])
    expect(screen.queryByText('请拍下规约，一到六张')).toBeNull()
    expect(phone.moves).toEqual([
      `redirectTo /features/owners/pages/bylaw/index?communityId=${COMMUNITY}&id=${BYLAW_ID}`,
    ])
  })

  it('says what is missing, one thing after the other, and sends nothing', async () => {
    const asked = await open()
    await send()
    expect(screen.getByText('请写规约的名字')).toBeTruthy()
    await words('去年五月')
    await send()
    expect(screen.getByText('请写哪天通过的，比如 2026-05-10')).toBeTruthy()
    await userEvent.clear(field(/^哪天通过的/))
    await userEvent.type(field(/^哪天通过的/), '2026.5.10')
    await send()
    expect(screen.getByText('请拍下规约，一到六张')).toBeTruthy()
    expect(writes(asked)).toEqual([])
  })

  it('keeps what was written when it is refused, and says at which field', async () => {
    await open({ [RECORD]: new Refusal(400, 'BYLAW_DAY_AHEAD', '通过的日子还没到', 'adoptedOn') })
    await words('2026-12-31')
    await takePhoto()
    await send()
    expect(await screen.findByText('通过的日子还没到')).toBeTruthy()
    expect(field(/^写没交票怎么算的那一条/)).toHaveProperty('value', '未交票的，计入多数。')
    expect(phone.moves).toEqual([])
  })

  it('says what stands against it elsewhere', async () => {
    await open({ [RECORD]: new Refusal(409, 'STATE_CHANGED', '别人刚办过了') })
    await words('2026-05-10')
    await takePhoto()
    await send()
    expect((await screen.findByRole('alert')).textContent).toMatch('别人刚办过了')
  })
})

describe('the place', () => {
  const knot = { placeId: ESTATE, kind: 'estate', name: '湖光苑', hasChildren: false }
  const tree = { items: [knot, { ...knot, placeId: 'p', kind: 'premises', name: '菜场' }], nextCursor: null }

  it('is chosen where several are possible, among those where owners decide', async () => {
    const ofCommunity = placeToVote({ placeId: COMMUNITY, kind: 'community', electorates: ['homes'] })
    await open({
      [PLACES]: ({ query }: { query: Record<string, string> }) => ({
        items: [query['placeId'] ? placeToVote() : ofCommunity],
      }),
      [TREE]: tree,
    })
    await send()
    expect(screen.getByText('请选规约管哪里')).toBeTruthy()
    await press('选地方')
    await userEvent.click(await screen.findByRole('button', { name: '湖光苑' }))
    expect(await screen.findByText('换一个地方')).toBeTruthy()
    expect(screen.queryByText('菜场')).toBeNull()
    expect(screen.queryByText('请选规约管哪里')).toBeNull()
  })

  it('where others record is refused at once; so is one that can’t be asked about', async () => {
    await open({ [PLACES]: { items: [] }, [TREE]: tree })
    await press('选地方')
    await userEvent.click(await screen.findByRole('button', { name: '湖光苑' }))
    expect(await screen.findByText('规约由业委会备案；没有业委会的，由居委会备案。')).toBeTruthy()
    serve({ [PLACES]: OFFLINE, [TREE]: tree })
    await press('选地方')
    await userEvent.click(await screen.findByRole('button', { name: '湖光苑' }))
    expect(await screen.findByText(/网络|没连上|连不上/)).toBeTruthy()
  })
})

it('is not for who speaks for no owners', async () => {
  signedIn(amei())
  serve({})
  render(<RecordBylawPage />)
  expect(await screen.findByText('这里不归您备案')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '交给书记确认' })).toBeNull()
})

it('says when it could not be opened', async () => {
  serve({ [PLACES]: OFFLINE })
  render(<RecordBylawPage />)
  expect(await screen.findByText('没打开')).toBeTruthy()
})
