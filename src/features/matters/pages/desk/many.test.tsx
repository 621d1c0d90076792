import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { MatterItem } from '#core/matters'
import { item, matter, savedFilter } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, community, office, signedIn } from '../../../../../tests/taro/people'
import { NO_POSTS } from '../../../../../tests/taro/posts'
import { Refusal, serve, writes, type Asked } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import DeskPage from '.'

const DESK = 'GET /communities/*/desk'
const SAVED = 'GET /communities/*/desk/filters'
const SAVE = 'POST /communities/*/desk/filters'
const FORGET = 'DELETE /communities/*/desk/filters/*'
const ACT = 'POST /communities/*/matters/*/acts'
const COUNTS = { unassigned: 3, mine: 1, to_verify: 0, to_reinspect: 0, to_grant: 0 }
const page = (items: MatterItem[] = [item()]) => ({ items, nextCursor: null, counts: COUNTS, moderation: 2 })
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const queries = (asked: readonly Asked[]) =>
  asked.filter(({ path }) => path.endsWith('/desk')).map(({ query }) => query)
const original = window.matchMedia

function widen() {
  const list = { matches: true, addListener: () => undefined, removeListener: () => undefined }
  window.matchMedia = () => list as unknown as MediaQueryList
}

beforeEach(() =>
  signedIn(amei({ communities: [community({ hasDesk: true, roles: [office('community_staff')] })] })),
)
afterEach(() => {
  window.matchMedia = original
})

describe('narrowing a list', () => {
  const none = { [SAVED]: { items: [] } }

  it('to a category and how it came in, and back to all', async () => {
    const asked = serve({ [DESK]: page(), ...none })
    render(<DeskPage />)
    await press('筛选')
    const sheet = within(await screen.findByRole('dialog', { name: '筛选' }))
    await userEvent.click(sheet.getByRole('button', { name: '楼道灯' }))
    await userEvent.click(sheet.getByRole('button', { name: '电话打来' }))
    await userEvent.click(sheet.getByRole('button', { name: '就看这些' }))
    expect(await screen.findByText('只看：楼道灯 · 电话打来')).toBeTruthy()
    expect(queries(asked)[1]).toEqual({ list: 'unassigned', serviceCode: 'stair_lamp', channel: 'phone' })
    await press('筛选')
    await press('不筛了，全都看')
    expect(await screen.findByText('等得久的在前')).toBeTruthy()
    expect(queries(asked)[2]).toEqual({ list: 'unassigned' })
  })

  it('to a place', async () => {
    const building = { placeId: 'b3', kind: 'building', name: '3号楼', hasChildren: false }
    const asked = serve({
      [DESK]: page(),
      ...none,
      'GET /communities/*/places': { items: [building], nextCursor: null },
    })
    render(<DeskPage />)
    await press('筛选')
    await press(/在哪儿/)
    await press('3号楼')
    await press('就看这些')
    expect(await screen.findByText('只看：3号楼')).toBeTruthy()
    expect(queries(asked)[1]).toEqual({ list: 'unassigned', placeId: 'b3' })
  })

  it('is kept under a name, and found again', async () => {
    let kept: object[] = []
    const asked = serve({
      [DESK]: page(),
      [SAVED]: () => ({ items: kept }),
      [SAVE]: () => {
        kept = [savedFilter()]
        return savedFilter()
      },
    })
    render(<DeskPage />)
    await press('筛选')
    await press('楼道灯')
    await userEvent.type(screen.getByRole('textbox', { name: /^存起来，叫什么/ }), '三号楼的灯')
    await press('存起来')
    expect(await screen.findByText('存好了')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({
      name: '三号楼的灯',
      list: 'unassigned',
      serviceCode: 'stair_lamp',
    })
    expect(queries(asked)[1]).toMatchObject({ serviceCode: 'stair_lamp' })
    await press(/三号楼的灯.*我手上/)
    expect(queries(asked)[2]).toEqual({ list: 'mine', serviceCode: 'stair_lamp' })
  })

  it('says at the name why it was not kept, and stays open', async () => {
    const full = new Refusal(409, 'FILTERS_TOO_MANY', '存得太多了，先删掉一个', 'name')
    serve({ [DESK]: page(), ...none, [SAVE]: full })
    render(<DeskPage />)
    await press('筛选')
    await userEvent.type(screen.getByRole('textbox', { name: /^存起来，叫什么/ }), '灯')
    await press('存起来')
    expect(await screen.findByText('存得太多了，先删掉一个')).toBeTruthy()
    expect(screen.getByRole('dialog', { name: '筛选' })).toBeTruthy()
  })

  it('is forgotten after a question', async () => {
    const asked = serve({ [DESK]: page(), [SAVED]: { items: [savedFilter()] }, [FORGET]: {} })
    render(<DeskPage />)
    await press('筛选')
    await press('删掉「三号楼的灯」')
    expect(await screen.findByText('不再留着「三号楼的灯」吗？')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await press('删掉')
    expect(writes(asked)[0]).toMatchObject({
      method: 'DELETE',
      path: `/communities/${COMMUNITY}/desk/filters/f1`,
    })
  })
})

describe('several at once', () => {
  const items = ['m1', 'm2', 'm3'].map((matterId, at) =>
    item({ matterId, title: `第${at + 1}件`, revision: at + 4 }),
  )
  const tick = async (name: string) => userEvent.click(await screen.findByRole('checkbox', { name }))

  it('are done one by one: one that is refused leaves the others done', async () => {
    const asked = serve({
      [DESK]: page(items),
      [SAVED]: { items: [] },
      [ACT]: ({ path }) =>
        path.includes('m1') ? new Refusal(409, 'STATE_CHANGED', '刚刚有人先办了') : matter(),
    })
    render(<DeskPage />)
    await press('多选')
    expect(screen.getByText('点一点要一起办的')).toBeTruthy()
    await tick('选「第1件」')
    await tick('选「第2件」')
    await tick('选「第3件」')
    await tick('选「第2件」')
    expect(screen.getByRole('checkbox', { name: '选「第3件」' }).getAttribute('aria-checked')).toBe('true')
    expect(screen.getByText('选了 2 件')).toBeTruthy()
    await press('看到了，接下')
    expect(await screen.findByText('办了 1 件；有的没办成：刚刚有人先办了')).toBeTruthy()
    expect(writes(asked).map(({ path, body }) => [path.split('/')[4], body])).toEqual([
      ['m1', { act: 'acknowledge', revision: 4 }],
      ['m3', { act: 'acknowledge', revision: 6 }],
    ])
    expect(new Set(writes(asked).map(({ key }) => key)).size).toBe(2)
    expect(queries(asked)).toHaveLength(2)
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('skips what can’t be done that way any more', async () => {
    const asked = serve({
      [DESK]: page([item({ matterId: 'm1', title: '接过的', state: 'acknowledged' })]),
      [SAVED]: { items: [] },
    })
    render(<DeskPage />)
    await press('多选')
    await tick('选「接过的」')
    await press('看到了，接下')
    expect(await screen.findByText('选的这些，现在都不能这样办')).toBeTruthy()
    expect(writes(asked)).toEqual([])
  })

  it('can be given up, and another list begins with none ticked', async () => {
    serve({ [DESK]: page(items), [SAVED]: { items: [] } })
    render(<DeskPage />)
    await press('多选')
    await tick('选「第1件」')
    await press('不选了')
    expect(screen.queryByRole('checkbox')).toBeNull()
    await press('多选')
    await tick('选「第2件」')
    await press(/^我手上/)
    expect(await screen.findAllByText('去办')).toHaveLength(3)
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('is not offered where each needs words of its own', async () => {
    phone.params = { list: 'to_verify' }
    serve({ [DESK]: page(items), [SAVED]: { items: [] } })
    render(<DeskPage />)
    await screen.findByText('第1件')
    expect(screen.queryByRole('button', { name: '多选' })).toBeNull()
  })
})

describe('at a computer', () => {
  beforeEach(widen)
  const items = ['m1', 'm2'].map((matterId) => item({ matterId, title: matterId }))
  const answers = { [DESK]: page(items), [SAVED]: { items: [savedFilter()] }, ...NO_POSTS }

  it('X ticks the row that has the focus', async () => {
    serve(answers)
    render(<DeskPage />)
    await screen.findByText('m1')
    await userEvent.keyboard('jjx')
    expect(await screen.findByText('选了 1 件')).toBeTruthy()
    expect(screen.getByRole('checkbox', { name: /m2/ }).getAttribute('aria-checked')).toBe('true')
    await userEvent.keyboard('x')
    expect(screen.getByText('点一点要一起办的')).toBeTruthy()
  })

  it('F, N, P, / and ? lead where they say', async () => {
    serve(answers)
    render(<DeskPage />)
    await screen.findByText('m1')
    await userEvent.keyboard('np/')
    expect(phone.moves.map((move) => move.split('/pages/')[1])).toEqual([
      `report/index?communityId=${COMMUNITY}`,
      `work-list/index?communityId=${COMMUNITY}&list=unassigned`,
      expect.stringContaining('index'),
    ])
    await userEvent.keyboard('?')
    expect(await screen.findByRole('dialog', { name: '快捷键' })).toBeTruthy()
    // They rest while something lies over the page.
    await userEvent.keyboard('f')
    expect(screen.queryByRole('dialog', { name: '筛选' })).toBeNull()
  })

  it('has saved filters, moderation and the paper at the side', async () => {
    const asked = serve(answers)
    render(<DeskPage />)
    await screen.findByText('m1')
    const side = within(screen.getByRole('navigation', { name: '分类' }))
    await userEvent.click(side.getByRole('button', { name: '三号楼的灯' }))
    expect(queries(asked)[1]).toEqual({ list: 'mine', serviceCode: 'stair_lamp' })
    await userEvent.click(side.getByRole('button', { name: '打印这一列' }))
    await userEvent.click(side.getByRole('button', { name: /^看看合不合适/ }))
    expect(phone.moves[0]).toMatch(/work-list.*list=mine&serviceCode=stair_lamp/)
    expect(phone.moves[1]).toMatch('moderation')
  })
})
