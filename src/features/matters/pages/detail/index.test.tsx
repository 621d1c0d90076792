import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { MatterView } from '#core/matters'
import { atInstant } from '../../../../../tests/taro/clock'
import { entry, MATTER, matter } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn, signedOut } from '../../../../../tests/taro/people'
import { NO_POSTS } from '../../../../../tests/taro/posts'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { person, phone } from '../../../../../tests/taro/taro'
import DetailPage from '.'

const READ = 'GET /communities/*/matters/*'
const ACT = 'POST /communities/*/matters/*/acts'
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const buttons = () => screen.getAllByRole('button').map((button) => button.textContent)

atInstant('2026-11-20T02:00:00.000Z')

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, matterId: MATTER }
})

async function open(view: Partial<MatterView>, answers: Record<string, unknown> = {}) {
  const asked = serve({ [READ]: matter(view), ...NO_POSTS, ...answers })
  render(<DetailPage />)
  await screen.findByText('现在在')
  return asked
}

const FIXED: Partial<MatterView> = {
  state: 'resolved',
  outcome: 'fixed',
  leadName: '第二网格',
  awaitsAnswer: true,
  resolvedAt: '2026-11-18T01:20:00.000Z',
  changedAt: '2026-11-18T01:20:00.000Z',
  acts: ['confirm', 'dispute'],
  revision: 5,
}

describe('a matter', () => {
  it('says where it stands, who holds it, until when, and what comes', async () => {
    await open({
      ...FIXED,
      timeline: [
        entry({ mine: true }),
        entry({ seq: 2, act: 'resolve', outcome: 'fixed', byName: '张师傅（网格员）', note: '灯头换了两个' }),
      ],
    })
    for (const words of [
      '办好了，等您看一眼',
      '从上周开始的',
      '灯头换了两个',
      '11月25日（周三）',
      '您报了这件事',
    ]) {
      expect(screen.getByText(words)).toBeTruthy()
    }
    expect(screen.getByText('湖光苑 3号楼 2单元 · 3–4 楼 · 楼道灯')).toBeTruthy()
    expect(screen.getByText(/您11月16日（周一）报的，邻居看到的是「一位住户」/)).toBeTruthy()
    expect(screen.getByText(/^张师傅（网格员） · /)).toBeTruthy()
    expect(document.querySelector('[aria-current="step"]')?.textContent).toMatch('请您看一眼')
  })

  it('tells a neighbour why there are no words, and offers nothing but to talk and to pass it on', async () => {
    await open({ mine: false, wordsShown: false, title: '楼道灯的事', text: null })
    expect(screen.getByText('报的人写的话，只有社区和办事的人能看到。')).toBeTruthy()
    expect(buttons()).toEqual(['', '说两句…', '转给邻居'])
  })

  it('a skeleton, then an error and a way to try again', async () => {
    serve({ [READ]: OFFLINE })
    render(<DetailPage />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    expect(await screen.findByText('没打开这件事')).toBeTruthy()
    serve({ [READ]: matter() })
    await press('再试一次')
    expect(await screen.findByText('现在在')).toBeTruthy()
  })

  it('is loaded again when one comes back', async () => {
    await open({ acts: [] })
    serve({ [READ]: matter(FIXED) })
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(screen.getByText('办好了，等您看一眼')).toBeTruthy()
  })

  it('signed out, leads to the sign-in page and from there back', () => {
    signedOut()
    const asked = serve({})
    render(<DetailPage />)
    expect(phone.moves[0]).toMatch(/reLaunch \/features\/people\/pages\/sign-in\/index\?next=.*matterId/)
    expect(asked).toEqual([])
  })
})

describe('the acts of a reporter', () => {
  it('asks whether it is solved, with two equal answers', async () => {
    const asked = await open(FIXED, { [ACT]: matter({ state: 'closed', closedBy: 'confirm', acts: [] }) })
    expect(screen.getByText('这件事，解决了吗？')).toBeTruthy()
    const answers = ['解决了', '没解决'].map((name) => screen.getByRole('button', { name }).className)
    expect(answers[0]).toMatch('btn--equal')
    expect(answers[1]).toMatch('btn--equal')
    await press('解决了')
    expect(writes(asked)[0]).toMatchObject({ body: { act: 'confirm', revision: 5 }, key: expect.any(String) })
    expect(screen.getByText('您说解决了')).toBeTruthy()
    expect(screen.getByText('好的，谢谢您告诉我们')).toBeTruthy()
  })

  it('asks what is not solved, and takes no empty answer', async () => {
    const asked = await open(FIXED, { [ACT]: matter({ state: 'in_progress' }) })
    await press('没解决')
    await screen.findByRole('dialog', { name: '没解决' })
    await press('发出去')
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: /^哪里还没好/ }), ' 晚上又不亮了 ')
    await press('发出去')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'dispute', note: '晚上又不亮了' })
    expect(screen.getByText('第二网格正在处理')).toBeTruthy()
  })

  it('keeps what was written when it did not get through, and sends it once', async () => {
    const asked = await open(FIXED, { [ACT]: OFFLINE })
    await press('没解决')
    await userEvent.type(await screen.findByRole('textbox', { name: /^哪里还没好/ }), '还闪')
    await press('发出去')
    expect(screen.getByRole('alert').textContent).toMatch('没连上网')
    await press('发出去')
    expect(writes(asked)[1]?.key).toBe(writes(asked)[0]?.key)
  })
})

describe('the acts of staff', () => {
  it('takes it, with declining beside it in quiet', async () => {
    const asked = await open(
      { mine: false, acts: ['acknowledge', 'decline'] },
      { [ACT]: matter({ state: 'acknowledged', acts: ['decline', 'assign'] }) },
    )
    expect(screen.getByRole('button', { name: '看到了，接下' }).className).toMatch('btn--primary')
    await press('看到了，接下')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'acknowledge' })
    expect(screen.getByRole('button', { name: '请人去办' }).className).toMatch('btn--primary')
  })

  it('declines with a reason', async () => {
    const asked = await open({ acts: ['acknowledge', 'decline'] }, { [ACT]: matter({ state: 'declined' }) })
    await press('不归这里办')
    await userEvent.type(await screen.findByRole('textbox', { name: /^为什么，该找谁/ }), '请找业委会')
    await press('发出去')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'decline', note: '请找业委会' })
  })

  it('verifies: two equal answers, the second with what was seen', async () => {
    const asked = await open({ mine: false, acts: ['verify_passed', 'verify_failed'] }, { [ACT]: matter() })
    expect(screen.getByText('您去看过了吗？好了没有？')).toBeTruthy()
    expect(screen.getByRole('button', { name: '核实过，好了' }).className).toMatch('btn--equal')
    await press('核实过，还没好')
    await userEvent.type(await screen.findByRole('textbox', { name: /^看到了什么/ }), '三楼不亮')
    await press('发出去')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'verify_failed', note: '三楼不亮' })
  })

  it('shows the newest to who was too late, and says so', async () => {
    await open(
      { acts: ['acknowledge'] },
      { [ACT]: new Refusal(409, 'STATE_CHANGED', '刚刚有人先办了，请看看最新情况') },
    )
    serve({
      [READ]: matter({ state: 'acknowledged', acts: ['assign'] }),
      [ACT]: new Refusal(409, 'STATE_CHANGED', '刚刚有人先办了，请看看最新情况'),
    })
    await press('看到了，接下')
    expect(await screen.findByText('第二网格看到了，正在找人办')).toBeTruthy()
    expect(screen.getByText('刚刚有人先办了，请看看最新情况，这一页已经换成最新的了。')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('button', { name: '请人去办' })).toBeTruthy()
  })

  it('says what went wrong above the buttons', async () => {
    await open({ acts: ['start'] }, { [ACT]: OFFLINE })
    await press('我去办')
    expect(screen.getByRole('alert').textContent).toMatch('没连上网')
    expect(screen.getByRole('button', { name: '我去办' })).toBeTruthy()
  })
})
