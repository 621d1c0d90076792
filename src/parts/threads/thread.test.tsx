import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { outbox } from '@/platform/outbox'
import { deferred } from '../../../tests/taro/deferred'
import { amei, signedIn } from '../../../tests/taro/people'
import { post, standing, threadOf } from '../../../tests/taro/posts'
import { OFFLINE, serve } from '../../../tests/taro/server'
import { LIST, SAY, draw, press, sendIn, write, sent, PATH } from '../../../tests/taro/thread'

beforeEach(() => signedIn(amei()))

describe('what people say', () => {
  it('is shown with who and when; an office with its unit, an answer under what it answers', async () => {
    serve({
      [LIST]: threadOf([
        post(),
        post({ postId: 'p2', parentPostId: 'p1', name: '一位住户', text: '五楼还亮' }),
        post({ postId: 'p3', name: '张师傅（网格员）', official: { unitName: '第二网格' }, text: '换好了' }),
      ]),
    })
    draw()
    const posts = await screen.findAllByRole('listitem')
    expect(posts.map(({ className }) => className)).toEqual([
      'reply',
      'reply reply--under',
      'reply reply--official',
    ])
    expect(within(posts[2] as HTMLElement).getByText('第二网格')).toBeTruthy()
    expect(screen.getByText('3 条')).toBeTruthy()
  })

  it('leaves only a trace of what was deleted or hidden', async () => {
    const gone = { name: '', text: null, acts: [] }
    serve({
      [LIST]: threadOf([
        post({ ...gone, trace: 'deleted' }),
        post({ ...gone, postId: 'p2', trace: 'hidden' }),
      ]),
    })
    draw()
    expect(await screen.findByText('这里有一句话，写的人删掉了')).toBeTruthy()
    expect(screen.getByText('这里有一句话，社区收起来了')).toBeTruthy()
    expect(screen.queryByText('回复')).toBeNull()
  })

  it('says of one’s own words why neighbours don’t see them', async () => {
    serve({ [LIST]: threadOf([post({ mine: true, wordsState: 'waiting', acts: ['delete'] })]) })
    draw()
    expect(await screen.findByText('社区看过以后，邻居才看得到')).toBeTruthy()
  })

  it('invites to say something where nobody has', async () => {
    serve({ [LIST]: threadOf([]) })
    draw()
    expect(await screen.findByText(/还没有人说话/)).toBeTruthy()
    expect(screen.getByText('说两句…')).toBeTruthy()
  })

  it('can be tried again when it did not load', async () => {
    serve({ [LIST]: OFFLINE })
    draw()
    expect(await screen.findByText('没打开大家说的话')).toBeTruthy()
    serve({ [LIST]: threadOf([post()]) })
    await press('再试一次')
    expect(await screen.findByText('我家四楼也是黑的')).toBeTruthy()
  })
})

describe('saying something', () => {
  it('asks for words first, then sends them once and shows them', async () => {
    const mine = post({ postId: 'p9', mine: true, name: '一位住户', text: '我也是' })
    const asked = serve({ [LIST]: threadOf([post()]), [SAY]: mine })
    draw()
    await press('说两句…')
    await sendIn('说两句')
    expect(screen.getByText('请写一句话再发')).toBeTruthy()
    await write('我也是')
    await sendIn('说两句')
    expect(await screen.findByText('说好了')).toBeTruthy()
    expect(sent(asked).map(({ body }) => body)).toEqual([
      { text: '我也是', kind: 'reply', shownAs: 'resident', mentions: [], photoIds: [] },
    ])
    expect((await screen.findAllByRole('listitem')).map((row) => row.textContent)).toHaveLength(2)
  })

  it('answers a post under it', async () => {
    const answer = post({ postId: 'p9', parentPostId: 'p1', text: '几楼？' })
    const asked = serve({ [LIST]: threadOf([post(), post({ postId: 'p2', text: '后来的' })]), [SAY]: answer })
    draw()
    await userEvent.click((await screen.findAllByText('回复'))[0] as Element)
    await write('几楼？')
    await sendIn('回复小周')
    expect(sent(asked)[0]?.body).toMatchObject({ parentPostId: 'p1' })
    await screen.findByText('几楼？')
    const rows = screen.getAllByRole('listitem').map((row) => row.querySelector('.words')?.textContent)
    expect(rows).toEqual(['我家四楼也是黑的', '几楼？', '后来的'])
  })

  it('keeps the words and the key when it did not get through, and shows that they wait', async () => {
    let plugged = false
    const asked = serve({ [LIST]: threadOf([]), [SAY]: () => (plugged ? post({ postId: 'p9' }) : OFFLINE) })
    draw()
    await press('说两句…')
    await write('我也是')
    await sendIn('说两句')
    expect(await screen.findByText('说两句：我也是')).toBeTruthy()
    expect(screen.getByText(/等待发送/)).toBeTruthy()
    plugged = true
    await act(async () => void (await outbox.sendAll()))
    expect(screen.queryByText(/等待发送/)).toBeNull()
    const [first, second] = sent(asked)
    expect(second?.key).toBe(first?.key)
  })

  it('keeps the words for who wrote them, not for the next one on this phone', async () => {
    serve({ [LIST]: threadOf([]) })
    draw()
    await press('说两句…')
    await write('我也是')
    cleanup()
    signedIn(amei({ personId: 'laolin' }))
    draw()
    await press('说两句…')
    expect(await screen.findByRole('textbox', { name: /您想说什么/ })).toHaveProperty('value', '')
    cleanup()
    signedIn(amei())
    draw()
    await press('说两句…')
    expect(await screen.findByRole('textbox', { name: /您想说什么/ })).toHaveProperty('value', '我也是')
  })

  it('is shown, and forgotten as a draft, also when the sheet was put away while it was sent', async () => {
    const answer = deferred<object>()
    serve({ [LIST]: threadOf([]), [SAY]: () => answer.promise })
    draw()
    await press('说两句…')
    await write('我也是')
    await sendIn('说两句')
    await press('关上')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await press('说两句…')
    await act(async () => answer.resolve(post({ postId: 'p9', text: '我也是这样' })))
    expect(await screen.findByText('我也是这样')).toBeTruthy()
    expect(await screen.findByRole('textbox', { name: /您想说什么/ })).toHaveProperty('value', '')
  })

  it('tells who reads it when neighbours don’t', async () => {
    serve({ [LIST]: threadOf([]), [SAY]: post({ postId: 'p9', wordsState: 'staff_only' }) })
    draw()
    await press('说两句…')
    await write('我也是')
    await sendIn('说两句')
    expect(await screen.findByText('发出去了。只有社区和办事的人看得到')).toBeTruthy()
  })

  it('is not offered in a locked thread, whose reason is shown', async () => {
    const lock = { byName: '王芳（社区工作人员）', reason: '修好了', at: '2026-11-17T13:03:00.000Z' }
    serve({ [LIST]: threadOf([post({ acts: [] })], { lock, mayPost: false }) })
    draw()
    expect(await screen.findByText('修好了')).toBeTruthy()
    expect(screen.queryByText('说两句…')).toBeNull()
  })
})

describe('staff', () => {
  const office = {
    mayNote: true,
    signsAs: '张师傅（网格员）',
    mentionable: ['reporter', 'handlers'] as const,
  }

  it('sign with name and role, and leave a note only where the button says so', async () => {
    const asked = serve({
      [LIST]: threadOf([], { ...office, mentionable: [...office.mentionable] }),
      [SAY]: post({ postId: 'p9', kind: 'staff_note', wordsState: 'staff_only', text: '业主难缠' }),
    })
    draw()
    await press('说两句…')
    expect(await screen.findByText('会写上您的名字和职务：张师傅（网格员）')).toBeTruthy()
    await userEvent.click(screen.getByRole('switch', { name: /仅内部备注/ }))
    expect(screen.getByText('这是内部备注，住户看不到。')).toBeTruthy()
    expect(screen.queryByText('提醒报这件事的人')).toBeNull()
    expect(screen.queryByText('发出去')).toBeNull()
    await write('业主难缠')
    await press('记下内部备注')
    expect(sent(asked)[0]?.body).toMatchObject({ kind: 'staff_note', text: '业主难缠' })
    const [note] = await screen.findAllByRole('listitem')
    expect(note?.className).toBe('reply reply--note')
    expect(screen.getByText('内部备注，住户看不到')).toBeTruthy()
  })

  it('find a note they had begun as a note again, never as a reply', async () => {
    const mentionable = [...office.mentionable]
    const asked = serve({
      [LIST]: threadOf([], { ...office, mentionable }),
      [SAY]: post({ postId: 'p9', kind: 'staff_note', text: '业主难缠' }),
    })
    draw()
    await press('说两句…')
    await userEvent.click(await screen.findByRole('switch', { name: /仅内部备注/ }))
    await write('业主难缠')
    await press('关上')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await press('说两句…')
    expect(await screen.findByText('这是内部备注，住户看不到。')).toBeTruthy()
    await press('记下内部备注')
    expect(sent(asked)[0]?.body).toMatchObject({ kind: 'staff_note', text: '业主难缠' })
  })

  it('lock a thread with a reason', async () => {
    const asked = serve({ [LIST]: threadOf([], { mayLock: true }), [`PUT ${PATH}/lock`]: standing() })
    draw()
    await press('先不让接着说')
    await sendIn('先不让接着说')
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: /为什么/ }), '修好了')
    await sendIn('先不让接着说')
    expect(await screen.findByText('好的，先不让接着说了')).toBeTruthy()
    expect(sent(asked, 'PUT')[0]?.body).toEqual({ reason: '修好了' })
  })
})
