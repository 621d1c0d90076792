import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { dateOf, lastDayOf } from '#core/calendar'
import type { MatterView } from '#core/matters'
import { item, MATTER, matter, team } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { NO_POSTS } from '../../../../../tests/taro/posts'
import { OFFLINE, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import DetailPage from '.'

const READ = 'GET /communities/*/matters/*'
const ACT = 'POST /communities/*/matters/*/acts'
const TEAMS = 'GET /communities/*/matters/*/teams'
const TARGETS = 'GET /communities/*/matters/*/merge-targets'
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (role: 'radio' | 'switch', name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }))
const write = async (name: RegExp, words: string) =>
  userEvent.type(await screen.findByRole('textbox', { name }), words)
const inDays = (days: number) => dateOf(lastDayOf(new Date(), days))

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, matterId: MATTER }
})

async function open(view: Partial<MatterView>, answers: Record<string, unknown> = {}) {
  const asked = serve({ [READ]: matter({ mine: false, ...view }), [ACT]: matter(), ...NO_POSTS, ...answers })
  render(<DetailPage />)
  await screen.findByText('现在在')
  return asked
}

describe('asking a team', () => {
  const items = [
    team({ members: ['张师傅', '陈国强'] }),
    team({ kind: 'property', placeId: 'e1', name: '湖光苑物业', members: [] }),
    team({ kind: 'community', placeId: 'c1', name: '东湖社区', members: [] }),
  ]

  it('has chosen the nearest already; all of them cost one request', async () => {
    const asked = await open({ acts: ['decline', 'assign'] }, { [TEAMS]: { items } })
    await press('请人去办')
    expect(await screen.findByRole('radio', { name: '第二网格，最近，推荐 · 张师傅、陈国强' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '请第二网格来办' })).toBeTruthy()
    await choose('radio', '湖光苑物业')
    await press('请湖光苑物业来办')
    expect(asked.filter(({ path }) => path.endsWith('/teams'))).toHaveLength(1)
    expect(writes(asked)[0]?.body).toEqual({
      act: 'assign',
      revision: 1,
      team: { kind: 'property', placeId: 'e1' },
      supports: [],
    })
    expect(screen.getByText('已经请他们去办')).toBeTruthy()
  })

  it('may send others along; who leads is not asked along as well', async () => {
    const asked = await open({ acts: ['assign'] }, { [TEAMS]: { items } })
    await press('请人去办')
    await choose('switch', '湖光苑物业')
    await choose('switch', '东湖社区')
    await choose('switch', '东湖社区')
    await press('请第二网格来办')
    expect(writes(asked)[0]?.body).toMatchObject({ supports: [{ kind: 'property', placeId: 'e1' }] })
  })

  it('does not send along who has been made the lead since', async () => {
    const asked = await open({ acts: ['assign'] }, { [TEAMS]: { items } })
    await press('请人去办')
    await choose('switch', '湖光苑物业')
    await choose('radio', '湖光苑物业')
    await press('请湖光苑物业来办')
    expect(writes(asked)[0]?.body).toMatchObject({ supports: [] })
  })

  it('gives what only named persons may know of to persons', async () => {
    const persons = [
      { personId: 'p1', name: '王医生' },
      { personId: 'p2', name: '李老师' },
    ]
    const asked = await open(
      { acts: ['assign'], visibility: 'restricted', serviceCode: 'counselling', kind: 'counselling' },
      { [TEAMS]: { items: [team({ kind: 'community', placeId: 'c1', name: '东湖社区', persons })] } },
    )
    await press('请人去办')
    await choose('switch', '李老师')
    expect(screen.getByText(/只有他们看得到/)).toBeTruthy()
    await press('请东湖社区来办')
    expect(writes(asked)[0]?.body).toMatchObject({ assigneeIds: ['p2'], supports: [] })
  })

  it('asks for a person where nobody is chosen, and takes none along from another team', async () => {
    const persons = [{ personId: 'p1', name: '王医生' }]
    const asked = await open(
      { acts: ['assign'], visibility: 'restricted', serviceCode: 'counselling', kind: 'counselling' },
      {
        [TEAMS]: {
          items: [
            team({ kind: 'community', placeId: 'c1', name: '东湖社区', persons }),
            team({
              kind: 'community',
              placeId: 'c2',
              name: '心理站',
              persons: [{ personId: 'p2', name: '李老师' }],
            }),
          ],
        },
      },
    )
    await press('请人去办')
    await choose('switch', '王医生')
    await choose('radio', /^心理站/)
    await press('请心理站来办')
    expect(screen.getByText('请选至少一个人')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await choose('switch', '李老师')
    expect(screen.queryByText('请选至少一个人')).toBeNull()
    await press('请心理站来办')
    expect(writes(asked)[0]?.body).toMatchObject({ assigneeIds: ['p2'] })
  })

  it('another one, with a reason', async () => {
    const asked = await open({ acts: ['reassign'], state: 'in_progress' }, { [TEAMS]: { items } })
    await press('换人去办')
    await choose('radio', '湖光苑物业')
    await press('请湖光苑物业来办')
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await write(/^为什么换/, '要动电线')
    await press('请湖光苑物业来办')
    expect(writes(asked)[0]?.body).toMatchObject({
      act: 'reassign',
      note: '要动电线',
      team: { kind: 'property', placeId: 'e1' },
    })
  })

  it('says when there is no team', async () => {
    await open({ acts: ['assign'] }, { [TEAMS]: { items: [] } })
    await press('请人去办')
    expect(await screen.findByText('这里还没有可以请的队伍')).toBeTruthy()
  })
})

describe('parking it', () => {
  const PARKING: Partial<MatterView> = { state: 'in_progress', acts: ['resolve', 'defer', 'ask_deferral'] }

  it('is one button, with a day and a reason', async () => {
    const asked = await open(PARKING)
    expect(screen.queryByText('请上一级同意放一放')).toBeNull()
    await press('先放一放')
    await press('发出去')
    expect(screen.getByText('请选一下哪天再看')).toBeTruthy()
    await press('7 天后')
    expect(screen.queryByText('请选一下哪天再看')).toBeNull()
    expect(screen.getByText(/^\d+月\d+日（周.）再看$/)).toBeTruthy()
    expect(screen.queryByText(/要上一级同意才行/)).toBeNull()
    await write(/^为什么先放一放/, '配件要订')
    await press('发出去')
    expect(writes(asked)[0]?.body).toEqual({
      act: 'defer',
      revision: 1,
      reviewOn: inDays(7),
      note: '配件要订',
    })
    expect(screen.getByText('先放一放，到日子会提醒您')).toBeTruthy()
  })

  it('for longer than thirty days is asked of the level above, and says so first', async () => {
    const asked = await open(PARKING)
    await press('先放一放')
    await press('60 天后')
    expect(screen.getByText(/放过一次了，或要放三十天以上：要上一级同意才行/)).toBeTruthy()
    await write(/^为什么先放一放/, '等雨季过')
    await press('请上一级同意')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'ask_deferral', reviewOn: inDays(60) })
    expect(screen.getByText('请上一级看了，有回话会告诉您')).toBeTruthy()
  })

  it('a second time is asked of the level above, however short', async () => {
    const asked = await open({ ...PARKING, acts: ['resolve', 'ask_deferral'], deferrals: 1 })
    await press('请上一级同意放一放')
    await press('3 天后')
    await write(/^为什么先放一放/, '配件没到')
    await press('请上一级同意')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'ask_deferral', reviewOn: inDays(3) })
  })

  it('is granted by one press, or refused with what to do instead', async () => {
    const asked = await open({
      acts: ['grant_deferral', 'refuse_deferral'],
      state: 'in_progress',
      askedReviewAt: '2027-01-30T16:00:00.000Z',
    })
    expect(screen.getByText('请上一级同意放到1月31日（周日），还在等回话')).toBeTruthy()
    expect(screen.getByText('同意先放一放吗？')).toBeTruthy()
    await press('不同意，接着办')
    await write(/^为什么不同意/, '先用临时的办法')
    await press('发出去')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'refuse_deferral', note: '先用临时的办法' })
  })
})

describe('merging', () => {
  const items = [
    item({ matterId: 'm2', title: '二楼灯闪', floor: '2 楼' }),
    item({ matterId: 'm3', title: '三楼灯黑' }),
  ]

  it('goes into the most alike until another one is chosen', async () => {
    const asked = await open({ acts: ['acknowledge', 'merge'] }, { [TARGETS]: { items } })
    await press('并到一起')
    expect(await screen.findByRole('dialog', { name: '并到哪一件' })).toBeTruthy()
    const first = '二楼灯闪，湖光苑 3号楼 2单元 · 2 楼 · 等第二网格来接'
    expect((await screen.findByRole('radio', { name: first })).getAttribute('aria-checked')).toBe('true')
    await choose('radio', /^三楼灯黑/)
    await press('并到这一件')
    expect(writes(asked)[0]?.body).toEqual({ act: 'merge', revision: 1, intoMatterId: 'm3' })
    expect(screen.getByText('并到一起了，报的人会知道')).toBeTruthy()
  })

  it('says when there is nothing alike, and can be tried again when it did not load', async () => {
    await open({ acts: ['acknowledge', 'merge'] }, { [TARGETS]: OFFLINE })
    await press('并到一起')
    expect(await screen.findByText('没打开附近的事')).toBeTruthy()
    serve({ [TARGETS]: { items: [] } })
    await press('再试一次')
    expect(await screen.findByText('附近没有像的事')).toBeTruthy()
  })

  it('is undone by its reporter, who is asked first', async () => {
    const asked = await open({ acts: ['unmerge'], mine: true, state: 'merged', mergedInto: 'm2' })
    await press('不是一件事，分出来')
    expect(await screen.findByText(/这一件单独办/)).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: '不是一件事，分出来' }),
    )
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'unmerge' })
  })
})
