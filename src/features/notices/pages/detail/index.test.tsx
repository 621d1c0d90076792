import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { notice } from '../../../../../tests/taro/notices'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import NoticePage from '.'

const READ = 'GET /communities/*/notices/n1'
const SEEN = 'POST /communities/*/notices/n1/read'
const PIN = 'POST /communities/*/notices/n1/pin'
const WITHDRAW = 'POST /communities/*/notices/n1/withdrawal'
const REPORT = 'POST /communities/*/reports'
const REST = { [SEEN]: { unread: 0 }, 'GET /me': amei() }

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, noticeId: 'n1' }
})

describe('a notice', () => {
  it('is read as it was written, and counts as read once', async () => {
    const asked = serve({ ...REST, [READ]: notice() })
    render(<NoticePage />)
    expect(await screen.findByText(/9:00 到 11:30 停水/)).toBeTruthy()
    expect(screen.getByText(/^发给湖光苑 3号楼/)).toBeTruthy()
    expect(screen.queryByText(/已读/)).toBeNull()
    expect(screen.queryByRole('button', { name: '撤回通知' })).toBeNull()
    expect(asked.filter(({ path }) => path.endsWith('/read'))).toHaveLength(1)
  })

  it('tells its author how many have read it, never who', async () => {
    const counts = { readers: 41, told: 96 }
    serve({ ...REST, [READ]: notice({ mine: true, counts, acts: ['pin', 'withdraw'] }) })
    render(<NoticePage />)
    expect(await screen.findByText('已读 41 人 / 96 人')).toBeTruthy()
    expect(screen.getByText('只看得到人数，看不到是谁。')).toBeTruthy()
  })

  it('can be reported, not by who wrote it', async () => {
    const asked = serve({ ...REST, [READ]: notice(), [REPORT]: { done: true } })
    const { unmount } = render(<NoticePage />)
    await userEvent.click(await screen.findByRole('button', { name: '举报这段话' }))
    await userEvent.click(await screen.findByRole('radio', { name: '骂人、欺负人' }))
    await userEvent.click(screen.getByRole('button', { name: '举报' }))
    await waitFor(() =>
      expect(asked.find(({ path }) => path.endsWith('/reports'))?.body).toMatchObject({
        target: { kind: 'notice', id: 'n1' },
        category: 'insult',
      }),
    )
    unmount()
    serve({ ...REST, [READ]: notice({ mine: true }) })
    render(<NoticePage />)
    await screen.findByText(/9:00 到 11:30 停水/)
    expect(screen.queryByRole('button', { name: '举报这段话' })).toBeNull()
  })

  it('is withdrawn with a reason', async () => {
    const before = notice({ mine: true, acts: ['pin', 'withdraw'] })
    const after = notice({ withdrawn: true, withdrawnReason: '改期了', acts: [] })
    const asked = serve({ ...REST, [READ]: before, [WITHDRAW]: after })
    render(<NoticePage />)
    await userEvent.click(await screen.findByRole('button', { name: '撤回通知' }))
    const [, send] = await screen.findAllByRole('button', { name: '撤回通知' })
    await userEvent.click(send as Element)
    expect(await screen.findByText('请写一句为什么，让对方明白')).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: /为什么撤回/ }), '改期了')
    await userEvent.click(send as Element)
    expect(await screen.findByText('改期了')).toBeTruthy()
    expect(asked.find(({ path }) => path.endsWith('withdrawal'))?.body).toEqual({ reason: '改期了' })
  })

  it('is put on top, unless there are three, and taken down again', async () => {
    const before = notice({ mine: true, acts: ['pin', 'withdraw'] })
    const full = new Refusal(409, 'NOTICE_PINS_FULL', '这里已经置顶三条了，请先取下一条')
    serve({ ...REST, [READ]: before, [PIN]: full })
    render(<NoticePage />)
    await userEvent.click(await screen.findByRole('button', { name: '置顶' }))
    await userEvent.click(await screen.findByRole('button', { name: '3 天' }))
    const press = async () => {
      const buttons = screen.getAllByRole('button', { name: '置顶' })
      await userEvent.click(buttons[buttons.length - 1] as Element)
    }
    await press()
    expect(await screen.findByText(/已经置顶三条/)).toBeTruthy()
    const pinned = { ...before, pinned: true, pinnedUntil: '2026-11-21T16:00:00.000Z' }
    const asked = serve({ ...REST, [PIN]: pinned })
    await press()
    expect(await screen.findByText(/置顶到11月21日/)).toBeTruthy()
    expect(asked[0]?.body).toEqual({ pinDays: 3 })
    serve({ ...REST, [PIN]: before })
    await userEvent.click(screen.getByRole('button', { name: '不再置顶' }))
    expect(await screen.findByText('不再置顶了')).toBeTruthy()
  })

  it('says why it is none any more, and what its author should know', async () => {
    serve({ ...REST, [READ]: notice({ withdrawn: true, withdrawnReason: '停水改期', text: null }) })
    const { unmount } = render(<NoticePage />)
    expect(await screen.findByText('停水改期')).toBeTruthy()
    unmount()
    serve({ ...REST, [READ]: notice({ mine: true, wordsState: 'waiting' }) })
    render(<NoticePage />)
    expect(await screen.findByText('等社区看过以后，住户才看得到')).toBeTruthy()
  })

  it('says that it is to be on top once residents see it, and takes that back', async () => {
    const wished = notice({
      mine: true,
      acts: ['pin'],
      wordsState: 'waiting',
      pinnedUntil: '2026-11-21T16:00:00.000Z',
    })
    const asked = serve({ ...REST, [READ]: wished, [PIN]: { ...wished, pinnedUntil: null } })
    render(<NoticePage />)
    expect(await screen.findByText(/住户看得到、又有空位的话，置顶到11月21日/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '不再置顶' }))
    expect(await screen.findByText('不再置顶了')).toBeTruthy()
    expect(asked.find(({ body }) => body !== undefined)?.body).toEqual({})
  })

  it('says when it cannot be opened', async () => {
    serve({ ...REST, [READ]: OFFLINE })
    render(<NoticePage />)
    expect(await screen.findByText('没打开这条通知')).toBeTruthy()
  })
})
