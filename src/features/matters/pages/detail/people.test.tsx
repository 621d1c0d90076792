import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { MatterView } from '#core/matters'
import { entry, MATTER, matter, photo } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { NO_POSTS, post, threadOf } from '../../../../../tests/taro/posts'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import DetailPage from '.'

const READ = 'GET /communities/*/matters/*'
const THREAD = 'GET /communities/*/threads/*/*/posts'
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, matterId: MATTER }
})

async function open(view: Partial<MatterView>, answers: Record<string, unknown> = {}) {
  const asked = serve({ [READ]: matter({ mine: false, ...view }), ...NO_POSTS, ...answers })
  render(<DetailPage />)
  await screen.findByText('现在在')
  return asked
}

describe('我也遇到了', () => {
  it('is one press, and one press back', async () => {
    const mine = { joined: true, mayJoin: false, joinedHomes: 3, mine: false }
    const asked = await open(
      { mayJoin: true, joinedHomes: 2 },
      {
        'POST /communities/*/matters/*/joins': matter(mine),
        'DELETE /communities/*/matters/*/joins': matter({ mine: false, mayJoin: true, joinedHomes: 2 }),
      },
    )
    expect(screen.getByText('2 户也遇到了')).toBeTruthy()
    await press('我也遇到了')
    expect(await screen.findByText('您也遇到了，有进展会告诉您')).toBeTruthy()
    expect(screen.getByText('3 户也遇到了')).toBeTruthy()
    await press('不跟这件事了')
    expect(await screen.findByRole('button', { name: '我也遇到了' })).toBeTruthy()
    expect(writes(asked).map(({ method, key }) => [method, typeof key])).toEqual([
      ['POST', 'string'],
      ['DELETE', 'string'],
    ])
  })

  it('says why not', async () => {
    await open(
      { mayJoin: true },
      { 'POST /communities/*/matters/*/joins': new Refusal(409, 'STATE_CHANGED', '这件事刚刚结束了') },
    )
    await press('我也遇到了')
    expect((await screen.findByRole('alert')).textContent).toMatch('这件事刚刚结束了')
  })

  it('leads back to the wish it came of', async () => {
    await open({ chain: { from: [{ kind: 'wish', id: 'w1', title: '想要一盏灯' }], to: [] } })
    await press(/想要一盏灯/)
    expect(phone.moves).toEqual([
      `navigateTo /features/wishes/pages/detail/index?communityId=${COMMUNITY}&wishId=w1`,
    ])
  })

  it('leads who reported it to talking about it with the neighbours', async () => {
    await open({ mine: true, visibility: 'public' })
    await press(/提成议题/)
    expect(phone.moves[0]).toMatch(/^navigateTo \/features\/rounds\/pages\/board\/index\?.*fromKind=matter/)
  })

  it('leads from what was merged to where it goes on', async () => {
    await open({ state: 'merged', mergedInto: 'm2' })
    await press(/和邻居报的一起办/)
    expect(phone.moves).toEqual([
      `redirectTo /features/matters/pages/detail/index?communityId=${COMMUNITY}&matterId=m2`,
    ])
  })
})

describe('how who holds it reaches the reporter', () => {
  const READING = 'POST /communities/*/matters/*/contact-readings'

  it('says first that each look is on record; then the number can be called', async () => {
    const asked = await open({ mayReadContact: true }, { [READING]: { phone: '13800001234' } })
    expect(screen.queryByText(/138/)).toBeNull()
    expect(screen.getByText('看电话会记下来，本人看得到是谁看的')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await press(/联系报的人/)
    await press('打 13800001234')
    expect(phone.dialled).toEqual(['13800001234'])
    expect(writes(asked)).toHaveLength(1)
  })

  it('says so when there is no number, and where to write instead', async () => {
    await open({ mayReadContact: true }, { [READING]: { phone: null } })
    await press(/联系报的人/)
    expect(await screen.findByText('没有留电话，可以在下面「大家说」里留言')).toBeTruthy()
  })
})

describe('who reported it', () => {
  it.each([
    [{ mine: true, shownAs: 'nickname' }, /邻居看得到您的称呼/],
    [{ mine: true, visibility: 'private', kind: 'mediation' }, /这件事只有您和办事的人看得到/],
    [{ mine: true, visibility: 'restricted', kind: 'aid' }, /这件事只有您和指定的专人知道/],
    [{ reporterName: '小周' }, /小周报的/],
    [{ complainedName: '湖光苑物业' }, '说的是湖光苑物业，由别的人来办'],
  ] as const)('%j', async (view, words) => {
    await open(view)
    expect(screen.getByText(words)).toBeTruthy()
  })

  it('may have words that are reported to moderators by who reads them', async () => {
    const asked = await open({}, { 'POST /communities/*/reports': {} })
    await press('举报这段话')
    const sheet = within(await screen.findByRole('dialog', { name: '举报' }))
    await userEvent.click(await sheet.findByRole('radio', { name: '骂人、欺负人' }))
    await userEvent.click(sheet.getByRole('button', { name: '举报' }))
    expect(writes(asked)[0]?.body).toMatchObject({
      target: { kind: 'matter', id: MATTER },
      category: 'insult',
    })
  })

  it('is not to be reported: my own words, and what staff put down', async () => {
    await open({ mine: true })
    expect(screen.queryByText('举报这段话')).toBeNull()
  })
})

describe('what belongs to it', () => {
  it('photos before and after, blurred for staff until they press', async () => {
    await open({
      photos: [photo(), photo({ photoId: 'after', moment: 'after', seq: 5 })],
      photosBlurred: true,
    })
    const covered = await screen.findAllByRole('button', { name: /先遮着，点一下再看/ })
    expect(covered).toHaveLength(2)
    if (covered[0]) await userEvent.click(covered[0])
    expect(screen.getAllByRole('button', { name: /先遮着/ })).toHaveLength(1)
  })

  it('what people say about it', async () => {
    await open({}, { [THREAD]: threadOf([post()]) })
    expect(await screen.findByText('我家四楼也是黑的')).toBeTruthy()
  })

  it('who goes along, when it is inspected again, and the ground of a return', async () => {
    await open({
      state: 'closed',
      supportNames: ['湖光苑物业', '东湖社区'],
      reinspectAt: '2026-12-20T16:00:00.000Z',
      timeline: [
        entry(),
        entry({
          seq: 2,
          act: 'return',
          byName: '张师傅（网格员）',
          note: '主管道归供水公司',
          legalBasis: '供水条例',
          proposedOwner: '供水公司',
        }),
      ],
    })
    for (const words of [
      '一起办的还有湖光苑物业、东湖社区',
      '12月21日（周一）起再去复查一次',
      '张师傅（网格员）办不了，请另找人办',
      '依据：供水条例',
      '建议由供水公司来办',
    ]) {
      expect(screen.getByText(words)).toBeTruthy()
    }
  })
})
