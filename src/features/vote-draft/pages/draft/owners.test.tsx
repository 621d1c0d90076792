import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { box, dayWords, on, pick, press, write } from '../../../../../tests/taro/vote-drafting'
import { draftedVote, inDays, VOTE, votePlace } from '../../../../../tests/taro/vote-lists'
import DraftPage from '.'

const PLACES = 'GET /communities/*/vote-places'
const UNITS = 'GET /communities/*/vote-units'
const CREATE = 'POST /communities/*/votes'
const READ = 'GET /communities/*/votes/*'
const CHANGE = 'PUT /communities/*/votes/*'

beforeEach(() => {
  signedIn(amei())
  phone.stored.clear()
  phone.params = { communityId: COMMUNITY }
})

describe('a vote of owners', () => {
  const toSubjects = async () => {
    await pick(/^业主/)
    await press('下一步')
  }

  it('proposes the rule of what is to be decided, with its article', async () => {
    serve({ [PLACES]: { items: [votePlace()] } })
    render(<DraftPage />)
    expect(await screen.findByRole('radio', { name: /^业主.*结果仅供参考/ })).toBeTruthy()
    await toSubjects()
    await pick(/^用维修资金/)
    expect(screen.getByText(/三分之二/)).toBeTruthy()
    expect(screen.getByText(/依据：《民法典》第278条第一款第（五）项/)).toBeTruthy()
    await press(/^用维修资金/)
    await pick(/^改建、重建/)
    expect(screen.getByText(/四分之三/)).toBeTruthy()
    expect(screen.getByText(/第（七）项/)).toBeTruthy()
  })

  it('shows what can’t be decided here, and why; nothing of it can be chosen', async () => {
    serve({ [PLACES]: { items: [votePlace()] } })
    render(<DraftPage />)
    await toSubjects()
    expect(await screen.findByText('这里还办不了的')).toBeTruthy()
    expect(screen.getByText(/选人要不记名投票/)).toBeTruthy()
    expect(screen.queryByRole('radio', { name: /选业主委员会/ })).toBeNull()
  })

  it('asks which home is to become a business, by its name; and that alone', async () => {
    const units = [
      { unitId: 'u101', name: '3号楼 101' },
      { unitId: 'u501', name: '3号楼 501' },
    ]
    const asked = serve({
      [PLACES]: { items: [votePlace()] },
      [UNITS]: { items: units, nextCursor: null },
      [CREATE]: draftedVote(),
    })
    render(<DraftPage />)
    await toSubjects()
    await press(/^再加一项要定的/)
    await userEvent.click(
      (await screen.findAllByRole('radio', { name: /^住宅改成做生意的/ }))[0] as HTMLElement,
    )
    await write(/^怎么问大家/, '同意 501 开面馆吗？')
    await userEvent.click((await screen.findAllByRole('radio', { name: /^用维修资金/ }))[0] as HTMLElement)
    await press('下一步')
    expect((await screen.findAllByText(/要单独投一次.*请去掉别的项/)).length).toBeGreaterThan(1)
    await press(/^去掉这一项：第 2 项/)
    expect(screen.queryByRole('button', { name: /^再加一项要定的/ })).toBeNull()
    await press('下一步')
    expect(await screen.findByText('请选这栋楼里要改用途的那一套住宅')).toBeTruthy()
    await press(/^哪一套要改用途/)
    await write(/^找一找/, '501')
    await pick('3号楼 501')
    expect(screen.getByText(/要改用途的是「3号楼 501」/)).toBeTruthy()
    expect(screen.getByText(/别的楼的业主，能证明受影响的/)).toBeTruthy()
    await press('下一步')
    await write(/^全文/, '一楼临街')
    await press('下一步')
    await press('下一步')
    await press('下一步')
    expect(await screen.findByText('3号楼 501')).toBeTruthy()
    await press('存草稿')
    expect(asked.some(({ query }) => query.placeId === 'building' && query.name === '501')).toBe(true)
    expect(writes(asked)[0]?.body).toMatchObject({
      applicantUnitId: 'u501',
      items: [{ subject: 'home_to_business', title: '同意 501 开面馆吗？' }],
    })
  })

  it('sends a home that is to become a business to its building', async () => {
    serve({ [PLACES]: { items: [votePlace({ kind: 'estate' })] } })
    render(<DraftPage />)
    await toSubjects()
    expect(await screen.findByText(/由那一栋楼的业主来定：请先选那栋楼/)).toBeTruthy()
    expect(screen.queryByRole('radio', { name: /^住宅改成做生意/ })).toBeNull()
  })

  it('takes the total area to the hundredth, parking or not, and fifteen days of notice', async () => {
    const asked = serve({ [PLACES]: { items: [votePlace()] }, [CREATE]: draftedVote() })
    render(<DraftPage />)
    await toSubjects()
    await pick(/^用维修资金/)
    await write(/^怎么问大家/, '重做屋面防水？')
    await press('下一步')
    await write(/^全文/, '三年没修')
    await press('下一步')
    await userEvent.click(screen.getByRole('switch', { name: /^车位也算票/ }))
    expect(screen.queryByText('哪几户空着没人住')).toBeNull()
    await write(/^总面积/, '四千八')
    await press('下一步')
    expect(await screen.findByText('请写平方米数，最多两位小数，比如 4873.50')).toBeTruthy()
    await write(/^总面积/, '4,873.29')
    await press('下一步')
    expect(screen.getByText(new RegExp(`要先公示 15 天.*最早${dayWords(inDays(16))}`))).toBeTruthy()
    await press('下一步')
    expect(screen.getByText('这次结果仅供参考，还要按规定另行确认才生效。')).toBeTruthy()
    expect(screen.getByText(/车位也算票；总面积 4,873.29 ㎡/)).toBeTruthy()
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({
      electorate: 'owners',
      parkingCounts: true,
      expectedAreaCentiM2: 487329,
      opensOn: inDays(16),
      closesOn: inDays(23),
    })
  })

  it('says that a committee’s result binds, where that is the law of the place', async () => {
    phone.params = { communityId: COMMUNITY, voteId: VOTE }
    serve({
      [PLACES]: { items: [votePlace({ electorates: ['owners'], ownersBinding: 'binding' })] },
      [READ]: draftedVote({
        electorate: 'owners',
        items: [{ ...draftedVote().items[0], subject: 'fund_use', rule: 'owners_ordinary' } as never],
      }),
    })
    render(<DraftPage />)
    expect(await screen.findByText('按本地规定，结果通过并确认后生效。')).toBeTruthy()
  })
})

describe('changing a draft', () => {
  beforeEach(() => {
    phone.params = { communityId: COMMUNITY, voteId: VOTE }
  })

  const open = (vote = draftedVote(), answers: Record<string, unknown> = {}) => {
    const asked = serve({
      [PLACES]: { items: [votePlace()] },
      [READ]: vote,
      [CHANGE]: vote,
      ...answers,
    } as never)
    render(<DraftPage />)
    return asked
  }

  it('keeps which home is to become a business', async () => {
    const item = { ...draftedVote().items[0], subject: 'home_to_business', rule: 'owners_unanimous' }
    const asked = open(
      draftedVote({
        electorate: 'owners',
        items: [item as never],
        applicantUnit: { unitId: 'u501', name: '3号楼 501' },
        draft: {
          opensOn: inDays(20),
          closesOn: inDays(27),
          earliestOn: inDays(16),
          vacantHomeIds: [],
          expectedAreaCentiM2: null,
          tellerIds: [],
          demandId: null,
        },
      }),
    )
    expect(await screen.findByText('3号楼 501')).toBeTruthy()
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({ applicantUnitId: 'u501' })
  })

  it('begins with all of it, and sends it with its revision', async () => {
    const asked = open(
      draftedVote({
        draft: {
          opensOn: inDays(6),
          closesOn: inDays(13),
          earliestOn: inDays(4),
          vacantHomeIds: ['h101', 'h102'],
          expectedAreaCentiM2: null,
          tellerIds: [],
          demandId: null,
        },
      }),
    )
    await on('看一遍，对不对')
    expect(screen.getByText(/2 户空着/)).toBeTruthy()
    await press('改：怎么跟大家说')
    await write(/^标题/, '花坛改车位')
    await press('改好了，再看一遍')
    expect(await screen.findByText('花坛改车位')).toBeTruthy()
    await press('存草稿')
    expect(writes(asked)[0]).toMatchObject({
      method: 'PUT',
      path: `/communities/${COMMUNITY}/votes/${VOTE}`,
      body: {
        revision: 3,
        title: '花坛改车位',
        items: [{ subject: 'shared_space', title: '花坛改成两个车位', options: [] }],
        vacantHomeIds: ['h101', 'h102'],
        opensOn: inDays(6),
        closesOn: inDays(13),
      },
    })
    expect(phone.moves).toEqual([
      `redirectTo /features/votes/pages/detail/index?communityId=${COMMUNITY}&voteId=${VOTE}`,
    ])
  })

  it('keeps what is changed on this phone, unless the draft was changed elsewhere', async () => {
    open()
    await press('改：怎么跟大家说')
    await write(/^标题/, '还没存的标题')
    cleanup()
    open()
    expect(await box(/^标题/)).toHaveProperty('value', '还没存的标题')
    cleanup()
    open(draftedVote({ revision: 4, title: '别处改的标题' }))
    await on('看一遍，对不对')
    expect(screen.getByText('别处改的标题')).toBeTruthy()
  })

  it('asks for other days where the old ones leave no notice any more', async () => {
    const asked = open(
      draftedVote({
        draft: {
          opensOn: inDays(1),
          closesOn: inDays(5),
          earliestOn: inDays(4),
          vacantHomeIds: [],
          expectedAreaCentiM2: null,
          tellerIds: [],
          demandId: null,
        },
      }),
    )
    await press('存草稿')
    await on('哪几天投')
    expect(screen.getByText(`公示的天数不够，最早${dayWords(inDays(4))}开始，请重新选`)).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await press(/^哪天开始投/)
    await pick(dayWords(inDays(4)))
    await press('改好了，再看一遍')
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({ opensOn: inDays(4), closesOn: inDays(11) })
  })

  it('of a place inside one’s own asks for that too', async () => {
    const asked = open(draftedVote({ placeId: 'e2' }), {
      [PLACES]: ({ query }: { query: Record<string, string> }) => ({
        items: [query.placeId ? votePlace({ placeId: 'e2', name: '湖光苑 3号楼 2单元' }) : votePlace()],
      }),
    })
    await on('看一遍，对不对')
    expect(screen.getByText('湖光苑 3号楼 2单元')).toBeTruthy()
    expect(asked.map(({ query }) => query)).toContainEqual({ placeId: 'e2' })
  })

  it('is over once notice was given: what to do instead', async () => {
    open(
      draftedVote({
        state: 'notice',
        draft: null,
        may: { ...draftedVote().may, change: false },
      }),
    )
    expect(await screen.findByText('这次表决不能再改了')).toBeTruthy()
    await press('去看看这次表决')
    expect(phone.moves[0]).toMatch(/redirectTo .*votes\/pages\/detail/)
  })

  it('is for nobody else', async () => {
    open(draftedVote(), { [READ]: new Refusal(404, 'NOT_FOUND', '没有找到，可能已经不在了') })
    expect(await screen.findByText('没有找到，可能已经不在了')).toBeTruthy()
    expect(screen.getByRole('button', { name: '回首页' })).toBeTruthy()
  })
})
