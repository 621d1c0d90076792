import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ItemPageView, ItemView } from '#core/rounds'
import { TOPIC, topicItem } from '../../../../../tests/taro/agenda'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { ITEM, itemView, ledgerEntry } from '../../../../../tests/taro/round-items'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import RoundItemPage from '.'

const READ = 'GET /communities/*/round-items/*'
const ACT = 'POST /communities/*/rounds/*/items/*/acts'
const LEDGER = 'GET /communities/*/rounds/*/items/*/ledger'
const ENTER = 'POST /communities/*/rounds/*/items/*/ledger'
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const inSheet = async () => within(await screen.findByRole('dialog'))

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, itemId: ITEM }
})

async function open(item: ItemPageView, answers = {}) {
  const asked = serve({ [READ]: item, ...answers })
  render(<RoundItemPage />)
  await screen.findByText('装两张长椅')
  return asked
}

const taken = (more: Partial<ItemView> = {}) =>
  itemView({
    taken: true,
    mine: true,
    ownerName: '李阿姨',
    acts: ['hand_back', 'report', 'finish', 'give_up'],
    revision: 2,
    ...more,
  })

describe('a neighbour', () => {
  it('reads what was promised and that nobody took it on, and takes it on', async () => {
    const asked = await open(itemView(), { [ACT]: taken() })
    expect(screen.getByText('长椅装在楼前，够四个人坐')).toBeTruthy()
    expect(screen.getByText('还没有人认下')).toBeTruthy()
    expect(screen.getByRole('button', { name: '举报这件事' })).toBeTruthy()
    await press('我来办')
    const sheet = await inSheet()
    expect(writes(asked)).toEqual([])
    await userEvent.click(sheet.getByRole('button', { name: '我来办' }))
    expect(await screen.findByText('李阿姨来办')).toBeTruthy()
    expect(writes(asked)).toMatchObject([{ body: { act: 'accept', revision: 1 }, key: expect.any(String) }])
  })

  it('is told what is missing before anything is sent', async () => {
    const asked = await open(taken())
    await press('还可以')
    await userEvent.click((await inSheet()).getByRole('button', { name: '不办了' }))
    const sheet = await inSheet()
    await userEvent.click(sheet.getByRole('button', { name: '不办了' }))
    expect(await sheet.findByText('请写几句')).toBeTruthy()
    expect(writes(asked)).toEqual([])
  })

  it('who is too late sees how things stand', async () => {
    await open(itemView(), { [ACT]: new Refusal(409, 'STATE_CHANGED', '有人先办了') })
    await press('我来办')
    await userEvent.click((await inSheet()).getByRole('button', { name: '我来办' }))
    expect(await screen.findByText(/有人先办了/)).toBeTruthy()
  })
})

describe('the ledger', () => {
  const project = (keepLedger: boolean) =>
    taken({ isProject: true, may: { change: false, link: false, keepLedger, rate: false } })
  const ledger = {
    items: [ledgerEntry()],
    nextCursor: null,
    inFen: 20_000,
    outFen: 12_345,
    balanceFen: 7_655,
  }

  it('shows the balance and every entry to everybody', async () => {
    await open(project(false), { [LEDGER]: ledger })
    expect(await screen.findByText('收入 200.00 元，支出 123.45 元，结余 76.55 元')).toBeTruthy()
    expect(screen.getByText('-123.45 元')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '记一笔' })).toBeNull()
  })

  it('comes with the item and is not asked for', async () => {
    const asked = await open({ ...project(false), ledger })
    expect(screen.getByText('收入 200.00 元，支出 123.45 元，结余 76.55 元')).toBeTruthy()
    expect(asked.filter(({ path }) => path.endsWith('/ledger'))).toEqual([])
  })

  it('takes yuan and sends fen', async () => {
    const asked = await open(project(true), { [LEDGER]: ledger, [ENTER]: { ...ledger, entryId: 'entry-2' } })
    await userEvent.click(await screen.findByRole('button', { name: '记一笔' }))
    const sheet = await inSheet()
    await userEvent.click(sheet.getByRole('button', { name: '记一笔' }))
    expect(await sheet.findByText('请写多少元，最多两位小数')).toBeTruthy()
    await userEvent.type(sheet.getByLabelText('多少元'), '0.29')
    await userEvent.type(sheet.getByLabelText('什么钱，或什么东西'), '螺丝')
    await userEvent.click(sheet.getByRole('button', { name: '记一笔' }))
    expect(writes(asked)).toMatchObject([{ body: { kind: 'money_out', fen: 29, what: '螺丝' } }])
  })
})

describe('who handles it', () => {
  const TOPICS = 'GET /communities/*/rounds/*/topics'
  const may = { change: true, link: true, keepLedger: false, rate: false }
  const topics = { items: [topicItem()], nextCursor: null }

  it.each([
    ['报给社区来办', 'matters/pages/report'],
    ['说成心愿，请邻居帮', 'wishes/pages/say'],
    ['请大家投票定', 'vote-draft/pages/draft'],
  ])('makes something of it, on a form that begins with its words: %s', async (words, page) => {
    await open(taken({ may }))
    await userEvent.click(screen.getByText(words))
    expect(phone.moves).toEqual([
      `navigateTo /features/${page}/index?communityId=${COMMUNITY}&itemId=${ITEM}`,
    ])
  })

  it('links a matter that is there, found by its words', async () => {
    const found = {
      entryId: 'm1',
      kind: 'matter',
      subject: { kind: 'matter', id: 'm1' },
      title: '楼前没处坐',
      snippet: '',
      placeName: '湖光苑 3号楼',
      at: '2026-11-18T02:00:00.000Z',
    }
    const notice = {
      ...found,
      entryId: 'n1',
      kind: 'notice',
      subject: { kind: 'notice', id: 'n1' },
      title: '停水',
    }
    const asked = await open(taken({ may }), {
      'GET /communities/*/search': { items: [found, notice], nextCursor: null },
      'POST /communities/*/rounds/*/items/*/link': taken({ may, link: { kind: 'matter', id: 'm1' } }),
    })
    await userEvent.click(screen.getByText('连上已经有的'))
    const sheet = await inSheet()
    await userEvent.click(sheet.getByRole('button', { name: '找一找' }))
    expect(await sheet.findByText('请写一两个字再找')).toBeTruthy()
    await userEvent.type(sheet.getByLabelText('找什么'), '坐')
    await userEvent.click(sheet.getByRole('button', { name: '找一找' }))
    await userEvent.click(await sheet.findByText('楼前没处坐'))
    expect(sheet.queryByText('停水')).toBeNull()
    expect(writes(asked)).toMatchObject([{ body: { revision: 2, kind: 'matter', id: 'm1' } }])
  })

  it('changes what it says, and names the topic it comes from', async () => {
    const asked = await open(taken({ may }), {
      [TOPICS]: topics,
      'PUT /communities/*/rounds/*/items/*': taken({ may, revision: 3 }),
    })
    await userEvent.click(screen.getByText('改一改这件事'))
    const sheet = await inSheet()
    const what = sheet.getByLabelText('什么事')
    await userEvent.clear(what)
    await userEvent.type(what, '装四张长椅')
    await userEvent.click(await sheet.findByRole('radio', { name: topicItem().title }))
    await userEvent.click(sheet.getByRole('button', { name: '改一改这件事' }))
    expect(writes(asked)).toMatchObject([
      {
        method: 'PUT',
        body: { revision: 2, title: '装四张长椅', topicId: TOPIC, promise: '长椅装在楼前，够四个人坐' },
      },
    ])
  })

  it('is nobody else: they see none of it', async () => {
    await open(itemView())
    expect(screen.queryByText('也可以这样办')).toBeNull()
  })
})
