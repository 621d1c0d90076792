import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { COMMUNITY } from '../../../../../tests/taro/people'
import { writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import {
  box,
  dayWords,
  decideHomes,
  marked,
  next,
  on,
  pick,
  press,
  write,
} from '../../../../../tests/taro/vote-drafting'
import { inDays, votePlace } from '../../../../../tests/taro/vote-lists'
import { DETAIL, openWizard, PLACES, setWizard } from '../../../../../tests/taro/vote-wizard'

const TREE = 'GET /communities/*/places'

setWizard()

describe('a vote of homes', () => {
  it('takes six short questions, and leads to its page, where notice is given', async () => {
    const asked = openWizard()
    await on('在哪里，请谁来定')
    expect(screen.getByText('第 1 步，共 6 步')).toBeTruthy()
    expect(marked(/^湖光苑 3号楼/)).toBe(true)
    await pick(/^各户，一户一票/)
    await next()
    await on('要定什么')
    await pick(/^楼道、院子怎么用/)
    expect(screen.getByText(/过半才有效/)).toBeTruthy()
    expect(screen.getByText(/邻居自己的约定/)).toBeTruthy()
    await write(/^怎么问大家/, '花坛改成两个车位？')
    await next()
    await on('怎么跟大家说')
    // One thing to decide names the whole.
    expect(await box(/^标题/)).toHaveProperty('value', '花坛改成两个车位？')
    expect(screen.getByText(/9 \/ 60 字/)).toBeTruthy()
    await write(/^全文/, '荒了两年')
    await next()
    await on('几样要先说好的')
    expect(screen.queryByRole('switch', { name: /车位也算票/ })).toBeNull()
    await next()
    await on('哪几天投')
    expect(screen.getByText(new RegExp(`要先公示 3 天.*最早${dayWords(inDays(4))}开始投`))).toBeTruthy()
    expect(screen.getByText(/晚上 8 点（20:00）截止/)).toBeTruthy()
    await next()
    await on('看一遍，对不对')
    expect(screen.getByText(/邻居自己的约定，大家说好一起守/)).toBeTruthy()
    await press('存草稿')
    expect(asked.map(({ path }) => path)).toEqual([
      `/communities/${COMMUNITY}/vote-places`,
      `/communities/${COMMUNITY}/votes`,
    ])
    expect(asked[1]).toMatchObject({ key: expect.any(String) })
    expect(asked[1]?.body).toEqual({
      countsSilence: false,
      placeId: 'building',
      electorate: 'homes',
      title: '花坛改成两个车位？',
      text: '荒了两年',
      items: [{ subject: 'shared_space', title: '花坛改成两个车位？', options: [] }],
      disclosure: 'totals',
      principalsPerProxy: 1,
      parkingCounts: false,
      opensOn: inDays(4),
      closesOn: inDays(11),
      vacantHomeIds: [],
    })
    expect(phone.moves).toEqual([DETAIL])
  })

  it('marks the homes where nobody lives, staircase by staircase', async () => {
    const knot = (placeId: string, kind: string, name: string) => ({
      placeId,
      kind,
      name,
      hasChildren: kind === 'entrance',
    })
    const asked = openWizard({
      [TREE]: ({ query }: { query: Record<string, string> }) => ({
        items:
          query.parentId === 'building'
            ? [knot('e1', 'entrance', '1单元'), knot('lamp', 'facility', '路灯')]
            : [knot('h101', 'home', '101'), knot('h102', 'home', '102')],
        nextCursor: null,
      }),
    })
    await decideHomes()
    await press(/^哪几户空着没人住/)
    await press('1单元')
    expect(screen.queryByText('路灯')).toBeNull()
    await userEvent.click(await screen.findByRole('checkbox', { name: '101' }))
    await userEvent.click(screen.getByRole('checkbox', { name: '102' }))
    await userEvent.click(screen.getByRole('checkbox', { name: '102' }))
    expect(screen.getByRole('checkbox', { name: '101' }).getAttribute('aria-checked')).toBe('true')
    await press('上一级')
    expect(await screen.findByRole('button', { name: '1单元' })).toBeTruthy()
    await press('关上')
    expect(screen.getByText('1 户空着：1单元 101')).toBeTruthy()
    await next()
    await next()
    expect(screen.getByText(/1 户空着：1单元 101/)).toBeTruthy()
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({ vacantHomeIds: ['h101'] })
  })

  it('may publish what each home chose, on other days', async () => {
    const asked = openWizard()
    await decideHomes()
    await pick(/^公布各家选了什么/)
    await pick('不接受委托，都由本人投')
    await next()
    await press(/^哪天开始投/)
    const days = within(await screen.findByRole('radiogroup', { name: '哪天开始投' })).getAllByRole('radio')
    expect(days[0]?.getAttribute('aria-label')).toBe(dayWords(inDays(4)))
    expect(days).toHaveLength(14)
    await press('再往后看')
    await pick(dayWords(inDays(20)))
    expect(screen.getByText(`${dayWords(inDays(27))}20:00 截止`)).toBeTruthy()
    await press(/^投到哪天/)
    await pick(dayWords(inDays(20)))
    await next()
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({
      disclosure: 'by_unit',
      principalsPerProxy: 0,
      opensOn: inDays(20),
      closesOn: inDays(20),
    })
  })

  it('may have several things on one ballot', async () => {
    const asked = openWizard()
    await pick(/^各户/)
    await next()
    await pick(/^楼栋公约/)
    await write(/^怎么问大家/, '十点以后安静？')
    await press('再加一项要定的')
    await pick(/^听听大家的想法/)
    const questions = await screen.findAllByRole('textbox', { name: /^怎么问大家/ })
    await userEvent.type(questions[1] as Element, '大门几点关？')
    await userEvent.type(await box(/^选项 1/), '九点')
    await userEvent.type(await box(/^选项 2/), '十点')
    await press('再加一项要定的')
    await press('去掉这一项：第 3 项')
    await next()
    // Of several things none names the whole.
    expect(await box(/^标题/)).toHaveProperty('value', '')
    await write(/^标题/, '两件事')
    await write(/^全文/, '一起定')
    await next()
    await next()
    await next()
    expect(screen.getByText('第 1 项：十点以后安静？')).toBeTruthy()
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({
      items: [
        { subject: 'house_pact', title: '十点以后安静？', options: [] },
        { subject: 'poll_homes', title: '大门几点关？', options: ['九点', '十点'] },
      ],
    })
  })
})

describe('a poll', () => {
  it('has options of its own words, of which one or several may be chosen', async () => {
    const asked = openWizard()
    await pick(/^住在这里的人/)
    await next()
    // There is only one kind that residents may be asked: nothing to choose.
    await write(/^怎么问大家/, '花坛改成什么？')
    await next()
    expect(await screen.findByText('请至少写两个选项')).toBeTruthy()
    await write(/^选项 1/, '车位')
    await write(/^选项 2/, '车位')
    await next()
    expect(await screen.findByText('有两个选项是一样的，请改一下')).toBeTruthy()
    await write(/^选项 2/, '菜地')
    await press('再加一个选项')
    await write(/^选项 3/, '凉亭')
    await press('再加一个选项')
    await press('去掉选项 4')
    await userEvent.click(screen.getByRole('switch', { name: /^可以选几项/ }))
    expect(screen.getByRole('button', { name: '3 项' }).getAttribute('aria-pressed')).toBe('true')
    await press('2 项')
    await next()
    await write(/^全文/, '想听听大家的')
    await next()
    await next()
    await next()
    expect(screen.getByText('只是听听大家的想法，不作决定。')).toBeTruthy()
    expect(screen.getByText('车位、菜地、凉亭')).toBeTruthy()
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({
      electorate: 'residents',
      items: [{ subject: 'poll_residents', options: ['车位', '菜地', '凉亭'], maxChoices: 2 }],
    })
  })
})

describe('where', () => {
  it('a smaller place, if one convenes there; empty homes are of the place before', async () => {
    const entrance = { placeId: 'e2', kind: 'entrance', name: '2单元', hasChildren: true }
    const shop = { placeId: 's1', kind: 'premises', name: '理发店', hasChildren: false }
    const asked = openWizard({
      [PLACES]: ({ query }: { query: Record<string, string> }) => ({
        items: query.placeId
          ? [votePlace({ placeId: 'e2', name: '湖光苑 3号楼 2单元', electorates: ['homes'] })]
          : [votePlace()],
      }),
      [TREE]: { items: [entrance, shop], nextCursor: null },
    })
    await press(/^选里面的一个地方/)
    expect(screen.queryByText('理发店')).toBeNull()
    await press('2单元')
    expect(await screen.findByRole('radio', { name: '湖光苑 3号楼 2单元' })).toBeTruthy()
    expect(marked(/2单元$/)).toBe(true)
    // Only they may be asked there.
    expect(marked(/^各户/)).toBe(true)
    expect(asked.map(({ query }) => query)).toEqual([{}, { parentId: 'building' }, { placeId: 'e2' }])
    await next()
    await on('要定什么')
  })

  it('says that another is not one’s own', async () => {
    openWizard({
      [PLACES]: ({ query }: { query: Record<string, string> }) => ({
        items: query.placeId ? [] : [votePlace()],
      }),
      [TREE]: {
        items: [{ placeId: 'e2', kind: 'entrance', name: '2单元', hasChildren: false }],
        nextCursor: null,
      },
    })
    await press(/^选里面的一个地方/)
    await press('2单元')
    expect(await screen.findByText('那里不归您召集，请换一个地方')).toBeTruthy()
    expect(marked(/^湖光苑 3号楼/)).toBe(true)
  })

  it('asks which of several places, and who decides, before it goes on', async () => {
    openWizard({ [PLACES]: { items: [votePlace(), votePlace({ placeId: 'b5', name: '湖光苑 5号楼' })] } })
    await on('在哪里，请谁来定')
    await next()
    expect(await screen.findByText('请选一下在哪里')).toBeTruthy()
    await pick('湖光苑 5号楼')
    await next()
    expect(await screen.findByText('请选一下请谁来定')).toBeTruthy()
    expect(screen.queryByText('要定什么')).toBeNull()
  })
})
