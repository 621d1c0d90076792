import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { ARRIVED } from '#core/rounds'
import { ROUTES } from '@/routes'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { serve, writes, type Asked } from '../../../../../tests/taro/server'
import { notes, noteView, ROUND, SESSION, sessionView, TOPIC } from '../../../../../tests/taro/sessions'
import { phone } from '../../../../../tests/taro/taro'
import SessionPage from '.'

const READ = 'GET /communities/*/rounds/*/sessions/*'
const ACT = 'POST /communities/*/rounds/*/sessions/*/acts'
const NOTES = 'GET /communities/*/rounds/*/sessions/*/notes'
const WRITE = 'POST /communities/*/rounds/*/sessions/*/notes'
const STRIKE = 'POST /communities/*/rounds/*/sessions/*/notes/*/strike'
const CODE = 'GET /communities/*/rounds/*/sessions/*/code'
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, roundId: ROUND, sessionId: SESSION }
})

async function open(answers: Record<string, unknown> = {}, session = sessionView()) {
  const asked = serve({ [READ]: session, [NOTES]: notes([]), ...(answers as Record<string, object>) })
  render(<SessionPage />)
  await screen.findByText('加两张长椅，放哪儿')
  return asked
}

describe('who comes to a session', () => {
  it('reads where it is, who hosts and how many are there, and joins', async () => {
    const joined = sessionView({ joined: true, people: 7, acts: ['leave'] })
    const asked = await open({ [ACT]: joined })
    expect(screen.getByText('楼前 · 老吴主持 · 6 人')).toBeTruthy()
    await press('我参加')
    expect(await screen.findByText('已参加')).toBeTruthy()
    expect(writes(asked)).toMatchObject([{ body: { act: 'join' }, key: expect.any(String) }])
  })

  it('by its code says that they are there', async () => {
    const code = 'A'.repeat(26)
    phone.params = { ...phone.params, code }
    const asked = await open({ [ACT]: sessionView({ joined: true, arrived: true, acts: ['leave'] }) })
    await press(ARRIVED)
    expect(await screen.findByText('您到了')).toBeTruthy()
    expect(writes(asked)).toMatchObject([{ body: { act: 'join', code } }])
  })

  it('finds one that is over, with its notes and nothing to join or leave', async () => {
    const startsAt = new Date(Date.now() - 86_400_000).toISOString()
    const all = sessionView({ startsAt, acts: ['join', 'leave', 'host'] })
    await open({ [NOTES]: notes([noteView(1)]) }, all)
    expect(screen.getByText('开过了')).toBeTruthy()
    for (const name of ['我参加', '不参加了', '我来主持'])
      expect(screen.queryByRole('button', { name })).toBeNull()
    expect(await screen.findByText('第 1 条')).toBeTruthy()
  })

  it('by its code is there still, when it lasts longer than was thought', async () => {
    phone.params = { ...phone.params, code: 'A'.repeat(26) }
    await open({}, sessionView({ startsAt: new Date(Date.now() - 86_400_000).toISOString() }))
    expect(screen.getByRole('button', { name: ARRIVED })).toBeTruthy()
    expect(screen.queryByText('开过了')).toBeNull()
  })

  it('with nothing but the code is led to the session', async () => {
    const code = 'A'.repeat(26)
    phone.params = { scene: code }
    serve({ 'GET /session-codes/*': { communityId: COMMUNITY, roundId: ROUND, sessionId: SESSION } })
    render(<SessionPage />)
    await waitFor(() => expect(phone.moves.join()).toContain(`sessionId=${SESSION}&code=${code}`))
  })

  it('shows its code as its host', async () => {
    await open(
      { [CODE]: { code: 'A', address: '/', picture: ['101', '010', '111'] } },
      sessionView({ may: { change: false, write: true, showCode: true } }),
    )
    await press('亮出这场的码')
    const picture = await screen.findByRole('img', { name: '这一场的二维码' })
    expect(picture.querySelectorAll('.qr__run--black')).toHaveLength(4)
  })
})

it('leads to its topic and to its round; to no topic that a moderator hid', async () => {
  await open()
  await press('看看这个议题')
  await press('看看整个讨论')
  expect(phone.moves).toEqual([
    `navigateTo ${ROUTES.topic}?communityId=${COMMUNITY}&topicId=${TOPIC}`,
    `navigateTo ${ROUTES.round}?communityId=${COMMUNITY}&roundId=${ROUND}`,
  ])
  serve({ [READ]: sessionView({ topic: { topicId: TOPIC, title: '' } }), [NOTES]: notes([]) })
  cleanup()
  render(<SessionPage />)
  await screen.findByText('一个收起来的议题')
  expect(screen.queryByRole('button', { name: '看看这个议题' })).toBeNull()
})

describe('who writes', () => {
  it('sends the words once, under a name of their own for the entry, and sees them at once', async () => {
    const all = [noteView(1)]
    const asked = await open({
      [NOTES]: ({ query }: Asked) => notes(all.filter(({ seq }) => seq > Number(query.after))),
      [WRITE]: ({ body }: Asked) => {
        const written = noteView(2, {
          ...(body as { noteId: string; text: string }),
          mine: true,
          name: '阿梅',
        })
        all.push(written)
        return written
      },
    })
    expect(await screen.findByText('第 1 条')).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: /写一句/ }), '放在南边')
    await press('写上去')
    expect(await screen.findByText('放在南边')).toBeTruthy()
    expect(writes(asked)).toMatchObject([
      { body: { text: '放在南边', noteId: expect.stringMatching(/^[0-9a-f-]{36}$/), shownAs: 'resident' } },
    ])
    expect(asked.filter(({ query }) => query.after === '1')).not.toEqual([])
  })

  it('is told that a word is missing', async () => {
    const asked = await open()
    await screen.findByText(/还没人写/)
    await press('写上去')
    expect(await screen.findByText('请先写一句')).toBeTruthy()
    expect(writes(asked)).toEqual([])
  })
})

describe('what was written', () => {
  it('shows what it is now, and on asking what it was', async () => {
    const first = noteView(1, { text: '放在南边' })
    await open({ [NOTES]: notes([first, noteView(2, { text: '放在南边，靠花坛', replaces: first.noteId })]) })
    expect(await screen.findByText('放在南边，靠花坛')).toBeTruthy()
    expect(screen.queryByText('放在南边')).toBeNull()
    await press(/看看原来写的/)
    expect(screen.getByText('放在南边')).toBeTruthy()
  })

  it('stays when it is struck, with who struck it', async () => {
    await open({ [NOTES]: notes([noteView(1, { struckByName: '老吴' })]) })
    expect((await screen.findByText('第 1 条')).className).toContain('words--struck')
    expect(screen.getByText('老吴划掉了')).toBeTruthy()
  })

  it('is struck after one was asked', async () => {
    const note = noteView(1, { mine: true, may: { edit: true, strike: true, report: false } })
    const asked = await open({ [NOTES]: notes([note]), [STRIKE]: { ...note, struckByName: '阿梅' } })
    await screen.findByText('第 1 条')
    await press('划掉：第 1 条')
    await userEvent.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: '划掉' }),
    )
    await waitFor(() => expect(writes(asked)).toHaveLength(1))
  })

  it('says where words are that nobody may read yet, and to their author who reads them', async () => {
    await open({
      [NOTES]: notes([
        noteView(1, { text: null, wordsState: 'hidden' }),
        noteView(2, { mine: true, wordsState: 'waiting' }),
      ]),
    })
    expect(await screen.findByText('这一条社区收起来了')).toBeTruthy()
    expect(screen.getByText(WORDS_STATE_NOTES.waiting ?? '')).toBeTruthy()
  })
})
