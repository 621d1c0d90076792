import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, signedIn } from '../../../tests/taro/people'
import { post, threadOf } from '../../../tests/taro/posts'
import { Refusal, serve } from '../../../tests/taro/server'
import { phone } from '../../../tests/taro/taro'
import { LIST, REPORT, ofPost, draw, press, pressNamed, sendIn, sent } from '../../../tests/taro/thread'
import { withPost } from './useThread'

beforeEach(() => signedIn(amei()))

describe('a post that neighbours should talk about', () => {
  it('is put up as a topic, on the board', async () => {
    serve({ [LIST]: threadOf([post({ mine: true, acts: ['put_up', 'delete'] })]) })
    draw()
    await pressNamed('更多，小周的话')
    await press('提成议题，大家谈谈')
    expect(phone.moves).toEqual([
      expect.stringMatching(
        /^navigateTo \/features\/rounds\/pages\/board\/index\?.*fromKind=post&fromId=p1$/,
      ),
    ])
  })

  it('leads to the topic that was put up from it, also after thanks', async () => {
    const topic = { topicId: 't1', title: '门口装个斜坡' }
    serve({
      [LIST]: threadOf([post({ topic })]),
      [ofPost('PUT', '/thanks')]: post({ thanks: 1, thanked: true, acts: ['thank', 'put_up'] }),
    })
    draw()
    await pressNamed('谢谢，小周的话')
    expect(await screen.findByText('谢谢 1')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '更多，小周的话' })).toBeNull()
    await press('门口装个斜坡')
    expect(phone.moves[0]).toMatch(/^navigateTo \/features\/rounds\/pages\/topic\/index\?.*topicId=t1$/)
  })
})

describe('a post of somebody else', () => {
  it('is thanked for and not any more', async () => {
    const asked = serve({
      [LIST]: threadOf([post()]),
      [ofPost('PUT', '/thanks')]: post({ thanks: 1, thanked: true }),
      [ofPost('DELETE', '/thanks')]: post(),
    })
    draw()
    await pressNamed('谢谢，小周的话')
    expect(await screen.findByText('谢谢 1')).toBeTruthy()
    await pressNamed('收回谢谢，小周的话')
    expect(await screen.findByText('谢谢')).toBeTruthy()
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'PUT', 'DELETE'])
  })

  it('is reported with a reason', async () => {
    const asked = serve({ [LIST]: threadOf([post()]), [REPORT]: { done: true } })
    draw()
    await pressNamed('更多，小周的话')
    await press('举报这句话')
    await sendIn('举报')
    expect(screen.getByText('请选一个原因')).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: '骂人、欺负人' }))
    await sendIn('举报')
    expect(await screen.findByText('收到了，社区会有人来看')).toBeTruthy()
    expect(sent(asked)[0]?.body).toEqual({
      target: { kind: 'post', id: 'p1' },
      category: 'insult',
      note: '',
    })
  })

  it('says when it was reported before', async () => {
    serve({
      [LIST]: threadOf([post()]),
      [REPORT]: new Refusal(409, 'REPORT_EXISTS', '您已经举报过这段话了，社区会看'),
    })
    draw()
    await pressNamed('更多，小周的话')
    await press('举报这句话')
    await userEvent.click(screen.getByRole('radio', { name: '骂人、欺负人' }))
    await sendIn('举报')
    expect(await screen.findByText('您已经举报过这段话了，社区会看')).toBeTruthy()
  })

  it('is not read any more after one question', async () => {
    const asked = serve({ [LIST]: threadOf([post()]), [ofPost('PUT', '/author-block')]: { done: true } })
    draw()
    await pressNamed('更多，小周的话')
    await press('不再看这个人的话')
    const question = await screen.findByRole('alertdialog', { name: '不再看这个人的话？' })
    await userEvent.click(question.querySelector('.btn--primary') as Element)
    expect(await screen.findByText('好的，以后看不到这个人的话了')).toBeTruthy()
    expect(sent(asked, 'GET')).toHaveLength(2)
  })
})

describe('one’s own post', () => {
  it('is deleted after one question, and leaves a trace', async () => {
    serve({
      [LIST]: threadOf([post({ mine: true, acts: ['delete'] })]),
      [ofPost('DELETE')]: post({ text: null, name: '', trace: 'deleted', acts: [] }),
    })
    draw()
    await pressNamed('更多，小周的话')
    await press('删掉这句话')
    const question = await screen.findByRole('alertdialog', { name: '删掉这句话？' })
    await userEvent.click(question.querySelector('.btn--danger, .btn--primary') as Element)
    expect(await screen.findByText('这里有一句话，写的人删掉了')).toBeTruthy()
    expect(screen.queryByText('我家四楼也是黑的')).toBeNull()
  })
})

it('a new post stands where the server lists it', () => {
  const [one, under, two] = [post(), post({ postId: 'p2', parentPostId: 'p1' }), post({ postId: 'p3' })]
  const ids = (of: Parameters<typeof withPost>[1]) =>
    withPost([one, under, two], of).map(({ postId }) => postId)
  expect(ids(post({ postId: 'p9' }))).toEqual(['p1', 'p2', 'p3', 'p9'])
  expect(ids(post({ postId: 'p9', parentPostId: 'p1' }))).toEqual(['p1', 'p2', 'p9', 'p3'])
  expect(ids(post({ postId: 'p3', text: '改' }))).toEqual(['p1', 'p2', 'p3'])
})
