import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { CEDE, dialog, openVote, press } from '../../../../../tests/taro/vote-page'
import {
  closedVote,
  decisionItem,
  homesResult,
  mays,
  myVoter,
  ownersItem,
  ownersResult,
  ownersVote,
  pollItem,
  pollResult,
  receipt,
  VOTE,
  voteEntry,
  voteView,
} from '../../../../../tests/taro/votes'

const MINE = 'GET /communities/*/votes/*/my-ballots'
const BY_UNIT = 'GET /communities/*/votes/*/choices'
const BULLETIN = 'GET /communities/*/votes/*/bulletin'
const RECEIPT = '7k4m2q9d'.repeat(4)

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

const ownersClosed = () =>
  ownersVote({ ...closedVote(), ...ownersFacts, items: [ownersItem({ result: ownersResult })] })
const ownersFacts = { electorate: 'owners', binding: 'advisory', title: '重做屋面防水' } as const

describe('a result', () => {
  it('of owners is one word, the table, the sums line by line, and the law behind them', async () => {
    await openVote(ownersClosed())
    for (const words of [
      '通过',
      '这次结果仅供参考，还要按规定另行确认才生效。',
      '交了多少票',
      '4,123.80',
      '没交票的，不算同意，也不算反对。',
      '第一步：参与够不够 2/3',
      '17,988.90 ≥ 15,724.80',
      '第二步：同意的过没过半',
      '8,247.60 ＞ 5,996.30',
      '98 ＞ 71',
      '两步都够了，通过。',
      '依据《民法典》第二百七十八条：参与的面积和人数都到 2/3，参与者里同意的面积和人数都过半。',
    ])
      expect(screen.getAllByText(words).length).toBeGreaterThan(0)
    expect(screen.getByText(/^公示到 /)).toBeTruthy()
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent)
    expect(rows).toContain('同意494,123.80')
    expect(rows).toContain('全部业主947,862.40')
  })

  it('of homes that failed says so without blame, and which step was not met', async () => {
    await openVote(closedVote())
    expect(screen.getByText('没通过')).toBeTruthy()
    expect(screen.getByText('参与的够了，同意的不够，没通过。')).toBeTruthy()
    expect(screen.getByText('没过半')).toBeTruthy()
  })

  it('of several items has a word for each; of a poll only counts', async () => {
    const items = [
      decisionItem({ result: { ...homesResult, passed: true, approve: { persons: 12, area_centi_m2: 0 } } }),
      pollItem({ result: pollResult }),
    ]
    await openVote(closedVote({ items }))
    expect(screen.getAllByText('通过')).toHaveLength(1)
    expect(screen.getAllByText('2. 院子里想添什么').length).toBeGreaterThan(0)
    expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toContain('长椅6')
    expect(screen.getByText('这是听听大家的想法，不作决定：只数票，不看够不够。')).toBeTruthy()
  })

  it('certified says by whom', async () => {
    await openVote(closedVote({ state: 'certified', certifiedBy: '王书记', resultObjectionsUntil: null }))
    expect(screen.getByText('结果已确认')).toBeTruthy()
    expect(screen.getByText('王书记')).toBeTruthy()
  })

  it('that is void stays to be seen, with the reason', async () => {
    await openVote(
      closedVote({
        state: 'void',
        timeline: [
          voteEntry({ seq: 7, act: 'ask_void', note: '名册漏了一个单元' }),
          voteEntry({ seq: 8, act: 'agree_void' }),
        ],
      }),
    )
    expect(screen.getByText('这次结果作废了，下面的数字还留着给大家看')).toBeTruthy()
    expect(screen.getByText('原因：名册漏了一个单元')).toBeTruthy()
    expect(screen.getByText('交了多少票')).toBeTruthy()
  })
})

describe('after the close', () => {
  it('one finds one’s receipts, never beside what was chosen, and the way to the record', async () => {
    await openVote(closedVote(), {
      [MINE]: {
        items: [
          receipt({ receipt: RECEIPT }),
          receipt({ receipt: 'ff'.repeat(16), channel: 'paper', mine: false }),
          receipt({ receipt: 'ee'.repeat(16), channel: 'proxy', mine: false }),
        ],
      },
    })
    await press(/查我的那一票/)
    const sheet = await dialog('我的回执码')
    expect(await within(sheet).findByText(/^7k4m 2q9d 7k4m/)).toBeTruthy()
    expect(sheet.textContent).toMatch(/交的.*收到的纸质票.*受托人代交的/)
    expect(sheet.textContent).not.toMatch(/同意|反对|弃权/)
    await press('到公报里找')
    expect(phone.moves[0]).toMatch(/recount\/index\?communityId=.*voteId=/)
  })

  it('who handed in nothing is told so', async () => {
    await openVote(closedVote(), { [MINE]: { items: [] } })
    await press(/查我的那一票/)
    expect(await screen.findByText('您没有交票，所以没有回执码。')).toBeTruthy()
  })

  it('what each home chose is shown where that was agreed before, and only there', async () => {
    await openVote(closedVote())
    expect(screen.queryByText('各家选了什么')).toBeNull()
  })

  it('what each home chose stands by its name, with those who did not take part', async () => {
    await openVote(closedVote({ disclosure: 'by_unit' }), {
      [BY_UNIT]: {
        items: [
          { voterId: 'a', name: '101 室', areaCentiM2: 0, choices: { i1: 'approve' } },
          { voterId: 'b', name: '102 室', areaCentiM2: 0, choices: null },
          { voterId: 'c', name: '103 室', areaCentiM2: 0, choices: {} },
          { voterId: 'd', name: '104 室', areaCentiM2: 0, choices: null, voidReason: 'unreadable' },
        ],
        nextCursor: null,
      },
    })
    await press(/各家选了什么/)
    const sheet = await dialog('各家选了什么')
    expect(await within(sheet).findByText('101 室')).toBeTruthy()
    const said = [...sheet.querySelectorAll('.item')].map((row) => row.textContent)
    expect(said).toEqual([
      '101 室同意',
      '102 室没有交票',
      '103 室没填，或选得不一样，没算',
      '104 室废票：看不清选了什么',
    ])
  })

  it('a question leads to the page of objections', async () => {
    await openVote(closedVote({ objections: { roll: 0, rollOpen: 0, result: 1, resultOpen: 1 } }))
    expect(screen.getByText('已有 1 条，1 条没答复')).toBeTruthy()
    await press(/提个疑问/)
    expect(phone.moves[0]).toMatch(/objections\/index/)
  })

  it('who may not read the ballots has neither record nor recount', async () => {
    await openVote(closedVote({ may: mays(), voters: [] }))
    expect(screen.queryByRole('button', { name: '下载公报' })).toBeNull()
    expect(screen.queryByText('自己算一遍')).toBeNull()
    expect(screen.queryByText('查我的那一票')).toBeNull()
  })
})

describe('who cast and moved out', () => {
  const left = { voters: [], castBefore: [{ voterId: 'a', name: '101 室' }], may: mays({ follow: false }) }

  it('finds their receipt, and nothing that is for who follows the vote', async () => {
    await openVote(closedVote(left))
    expect(screen.getByText('查我的那一票')).toBeTruthy()
    expect(screen.queryByText('名册')).toBeNull()
  })

  it('may take theirs back while it is open, once', async () => {
    const asked = await openVote(voteView(left), { [CEDE]: myVoter({ voterId: 'a' }) })
    expect(screen.queryByText('查我的那一票')).toBeNull()
    await press('收回我的票，101 室')
    expect(screen.getByText('收回以后，由现在住那里的人交的票来算，您不能再交。')).toBeTruthy()
    await userEvent.click(await screen.findByRole('button', { name: '收回我的票' }))
    expect(await screen.findByText('收回了，由一起的人交的票来算')).toBeTruthy()
    expect(screen.queryByText('您搬走以前交的票还算数')).toBeNull()
    expect(writes(asked)).toMatchObject([{ method: 'DELETE' }])
  })
})

describe('the record', () => {
  it('is saved as a file, fetched once however often it is pressed', async () => {
    const saved: Blob[] = []
    URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation()
    const asked = await openVote(closedVote({ title: '楼道 停车/充电' }), {
      [BULLETIN]: { format: 'linli-bulletin/1' },
    })
    await press('下载公报')
    await press('下载公报')
    expect(saved).toHaveLength(2)
    expect(saved[0]?.type).toBe('application/json')
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('公报-楼道-停车-充电.json')
    expect(asked.filter(({ path }) => path.endsWith('/bulletin'))).toHaveLength(1)
    expect(writes(asked)).toEqual([])
  })

  it('that did not come through says so and can be asked for again', async () => {
    await openVote(closedVote(), { [BULLETIN]: OFFLINE })
    await press('下载公报')
    expect(screen.getByRole('alert').textContent).toMatch('没连上网')
    serve({})
    expect(screen.getByRole('button', { name: '下载公报' })).toBeTruthy()
  })
})
