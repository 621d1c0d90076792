import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { fullDate, startOfDay } from '#core/calendar'
import { amei, COMMUNITY, signedIn, signedOut } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { person, phone } from '../../../../../tests/taro/taro'
import { dialog, openVote, press, READ_VOTE } from '../../../../../tests/taro/vote-page'
import {
  decisionItem,
  draftVote,
  inDays,
  mays,
  myVoter,
  ownersItem,
  ownersVote,
  pollItem,
  VOTE,
  voteEntry,
  voteView,
} from '../../../../../tests/taro/votes'
import VotePage from '.'

const CHECK = 'GET /communities/*/votes/*/roll-check'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

describe('an open vote', () => {
  it('of homes says what it is about, what my ballot counts for, what the result is worth and by which rule', async () => {
    await openVote(voteView())
    for (const words of [
      '表决 · 湖光苑 3号楼',
      '楼道里还停不停电动车',
      '您代表 1 户',
      '2单元 602 室',
      '这是楼里邻居自己的约定，大家说好一起守；不能代替业主共同决定的事。',
      '9f2c 41ab 7be0 … c6d8 7d03',
      '楼道里不停电动车',
      '楼道、院子怎么用',
      '参与的户数过半才有效；参与的里面，同意的户数过半，就通过。',
      '正在投票',
      '老周（楼栋长）',
      '开始投票',
      '公布结果',
    ])
      expect(screen.getAllByText(words).length).toBeGreaterThan(0)
    expect(document.body.textContent).toMatch(/截止前谁也看不到票数，社区和管理员也看不到/)
    const track = within(screen.getByRole('list', { name: '经过' })).getAllByRole('listitem')
    const now = track.findIndex((step) => step.getAttribute('aria-current') === 'step')
    expect(track[now]?.textContent).toMatch(/^正在投票.* 截止$/)
    expect(track[now + 1]?.textContent).toBe('公布结果')
  })

  it('of owners counts persons and areas, and is advisory unless the place says otherwise', async () => {
    await openVote(ownersVote())
    expect(screen.getByText('您算 1 人，名下 2 套共 178.50 ㎡')).toBeTruthy()
    expect(screen.getByText('这次结果仅供参考，还要按规定另行确认才生效。')).toBeTruthy()
    expect(screen.getByText('依据《民法典》第278条第一款第（五）项')).toBeTruthy()
    expect(screen.getByText('参与到 2/3 才有效')).toBeTruthy()
  })

  it('says of a home that is to become a business which one it is, and that who applies has no vote', async () => {
    const item = ownersItem({
      subject: 'home_to_business',
      rule: 'owners_unanimous',
      title: '同意 101 开面馆吗',
    })
    await openVote(ownersVote({ items: [item], applicantUnit: { unitId: 'u', name: '3号楼 101' } }))
    expect(
      screen.getByText('要改用途的是「3号楼 101」。它的业主是申请的人，没有票，不在名册上。'),
    ).toBeTruthy()
    expect(screen.getByText('算票的业主全都参与才有效；全都同意，才通过。')).toBeTruthy()
    expect(screen.getByText(/别的楼的业主，能证明受影响的/)).toBeTruthy()
  })

  it('shows the turnout against what is needed, for screen readers too, and nothing of the choices', async () => {
    await openVote(ownersVote())
    expect(
      screen.getByRole('img', { name: '面积：4,873.50 / 7,862.40 ㎡，要到 2/3，还差 368.10 ㎡' }),
    ).toBeTruthy()
    expect(screen.getByRole('img', { name: '人数：58 / 94 人，要到 2/3，还差 5 人' })).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/没通过|同意的 |反对 \d/)
    expect(screen.queryByText('交了多少票')).toBeNull()
  })

  it('of a poll says how many took part, since nothing is needed', async () => {
    await openVote(voteView({ items: [pollItem()] }))
    expect(screen.getByText('9 / 24 户')).toBeTruthy()
    expect(screen.getByText('一共 3 个选项，选一个')).toBeTruthy()
  })

  it('draws the same bars once, and others for another rule', async () => {
    const items = [
      ownersItem({ itemId: 'a', title: '修屋面' }),
      ownersItem({ itemId: 'b', title: '加装电梯', subject: 'rebuild', rule: 'owners_special' }),
    ]
    await openVote(ownersVote({ items }))
    expect(screen.getAllByText('参与到 2/3 才有效')).toHaveLength(1)
    expect(screen.getByText('一共 2 项')).toBeTruthy()
    expect(screen.getByText('1. 修屋面')).toBeTruthy()
  })

  it('shows the whole code, and copies it', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined)
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    await openVote(voteView())
    await press('看整个校验码')
    await dialog('校验码')
    await press('拷下来，内容')
    expect(writeText).toHaveBeenCalledWith(voteView().textSha256)
    expect(screen.getByText('拷好了')).toBeTruthy()
  })

  it('leads to the roll, to objections, and for who goes from door to door to those who have not voted', async () => {
    await openVote(
      voteView({
        may: mays({ seeMissing: true }),
        objections: { roll: 2, rollOpen: 0, result: 0, resultOpen: 0 },
      }),
    )
    expect(screen.getByText('已有 2 条，都答复了')).toBeTruthy()
    await press(/^名册/)
    await press(/还没投的/)
    await press(/疑问和答复/)
    const address = `communityId=${COMMUNITY}&voteId=${VOTE}`
    expect(phone.moves).toEqual([
      `navigateTo /features/votes/pages/roll/index?${address}`,
      `navigateTo /features/votes/pages/missing/index?${address}`,
      `navigateTo /features/votes/pages/objections/index?${address}`,
    ])
  })

  it('who is not on the roll reads it and has nothing to press at the foot', async () => {
    await openVote(voteView({ voters: [], may: mays() }))
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull()
    expect(screen.queryByText('还没投的')).toBeNull()
    expect(document.querySelector('.screen__foot')?.textContent ?? '').toBe('')
  })
})

describe('a vote in its other states', () => {
  it('in notice says until when the roll may be objected to, and when it opens', async () => {
    await openVote(
      voteView({
        state: 'notice',
        opensAt: inDays(4),
        closesAt: inDays(8),
        rollObjectionsUntil: inDays(3),
        turnout: null,
        frozenSha256: null,
        may: mays({ objectRoll: true }),
      }),
    )
    expect(screen.getByText(/名册不对的，.*为止都可以提/)).toBeTruthy()
    expect(screen.getAllByText(/开始投$/).length).toBeGreaterThan(0)
    expect(screen.queryByText('参与过半才有效')).toBeNull()
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull()
  })

  it('while it is counted still tells the turnout only', async () => {
    await openVote(voteView({ state: 'counting', may: mays() }))
    expect(screen.getByText('三天内公布结果，您会收到消息')).toBeTruthy()
    expect(screen.getByText('参与过半才有效')).toBeTruthy()
    expect(screen.queryByText('交了多少票')).toBeNull()
  })

  it('withdrawn says so, and why', async () => {
    await openVote(
      voteView({
        state: 'withdrawn',
        turnout: null,
        may: mays(),
        timeline: [voteEntry(), voteEntry({ seq: 2, act: 'withdraw', note: '物业答应免费修了' })],
      }),
    )
    expect(screen.getByText('这次表决不办了')).toBeTruthy()
    expect(screen.getByText('原因：物业答应免费修了')).toBeTruthy()
  })

  it('as a draft shows who would be on the roll, and what must be put right before notice', async () => {
    await openVote(draftVote({ electorate: 'owners', items: [ownersItem()] }), {
      [CHECK]: {
        roll: { persons: 94, areaCentiM2: 786_240 },
        vacant: 2,
        problems: [
          { words: '501 室没有面积', blocks: true },
          { words: '合计比登记的少 12.00 ㎡', blocks: false },
        ],
      },
    })
    expect(await screen.findByText('94 人')).toBeTruthy()
    expect(screen.getByText('7,862.40 ㎡')).toBeTruthy()
    expect(screen.getByText('2 户，会列出来')).toBeTruthy()
    expect(screen.getByText('这几处补好了，才能公示')).toBeTruthy()
    expect(screen.getByText('501 室没有面积')).toBeTruthy()
    expect(screen.getByText('这几处请再看一眼')).toBeTruthy()
    expect(screen.getByText(`今天公示的话，最早${fullDate(startOfDay('2027-03-04'))}开始`)).toBeTruthy()
    expect(screen.queryByText('名册')).toBeNull()
    await press('改草稿')
    expect(phone.moves[0]).toMatch(/draft\/index\?communityId=.*voteId=/)
  })

  it('as a draft whose roll did not load offers to try again', async () => {
    await openVote(draftVote(), { [CHECK]: OFFLINE })
    const card = (await screen.findByText('没打开名册')).closest('.card') as HTMLElement
    serve({
      [READ_VOTE]: draftVote(),
      [CHECK]: { roll: { persons: 24, areaCentiM2: 0 }, vacant: 0, problems: [] },
    })
    await userEvent.click(within(card).getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('24 户')).toBeTruthy()
    expect(screen.getByText('名册没有问题。')).toBeTruthy()
  })
})

describe('the page', () => {
  it('is a skeleton, then an error with a way to try again', async () => {
    serve({ [READ_VOTE]: OFFLINE })
    render(<VotePage />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    expect(await screen.findByText('没打开这次表决')).toBeTruthy()
    serve({ [READ_VOTE]: voteView() })
    await press('再试一次')
    expect(await screen.findByText('表决的内容')).toBeTruthy()
  })

  it('says when there is no such vote for this reader, and leads home', async () => {
    serve({ [READ_VOTE]: new Refusal(404, 'NOT_FOUND', '没有找到，可能已经撤下了') })
    render(<VotePage />)
    expect(await screen.findByText('没有找到，可能已经撤下了')).toBeTruthy()
    expect(screen.getByRole('button', { name: '回首页' })).toBeTruthy()
  })

  it('is loaded again when one comes back', async () => {
    await openVote(voteView())
    serve({ [READ_VOTE]: voteView({ state: 'counting', may: mays(), items: [decisionItem()] }) })
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(screen.getByText('三天内公布结果，您会收到消息')).toBeTruthy()
  })

  it('signed out, leads to the sign-in page and from there back', () => {
    signedOut()
    const asked = serve({})
    render(<VotePage />)
    expect(phone.moves[0]).toMatch(/reLaunch \/features\/people\/pages\/sign-in\/index\?next=.*voteId/)
    expect(asked).toEqual([])
  })

  it('names several for whom one votes', async () => {
    await openVote(
      voteView({ voters: [myVoter(), myVoter({ voterId: 'x', name: '1单元 501 室', voted: 'others' })] }),
    )
    expect(screen.getByText('您有 2 票')).toBeTruthy()
    expect(screen.getByRole('radio', { name: /1单元 501 室，您代表 1 户，一起的人交了票/ })).toBeTruthy()
  })
})
