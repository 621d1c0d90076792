import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { agendaView, pageOf, ROUND } from '../../../../../tests/taro/agenda'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ConvenePage from '.'

const PLACES = 'GET /communities/*/round-places'
const HOMES = 'GET /communities/*/round-places/*/homes'
const CONVENE = 'POST /communities/*/rounds'
const READ = 'GET /communities/*/rounds/*'
const CHANGE = 'PUT /communities/*/rounds/*'
const BUILDING = { placeId: 'building', name: '湖光苑 3号楼', kind: 'building', homes: 24 }
const ENTRANCE = { placeId: 'entrance', name: '湖光苑 3号楼 2单元', kind: 'entrance', homes: 12 }
const send = () => userEvent.click(screen.getByRole('button', { name: '召集' }))
const type = (name: RegExp, words: string) => userEvent.type(screen.getByRole('textbox', { name }), words)

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY }
})

it('asks what and where, says which is missing, and leads to the round', async () => {
  const asked = serve({ [PLACES]: { items: [BUILDING, ENTRANCE] }, [CONVENE]: agendaView() })
  render(<ConvenePage />)
  await screen.findByText('湖光苑 3号楼 2单元')
  await send()
  expect(screen.getByText('请写一句想谈什么')).toBeTruthy()
  await type(/想谈的问题/, '空地怎么用')
  await send()
  expect(screen.getByText('请选一个地方')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: /2单元/ }))
  await send()
  expect(writes(asked)).toMatchObject([{ body: { placeId: 'entrance', question: '空地怎么用' } }])
  expect(phone.moves).toEqual([
    `redirectTo /features/rounds/pages/detail/index?communityId=${COMMUNITY}&roundId=${ROUND}`,
  ])
})

it('takes some of the homes, and not none of them', async () => {
  const asked = serve({
    [PLACES]: { items: [BUILDING] },
    [HOMES]: pageOf({ homeId: '301', name: '2单元 301 室' }, { homeId: '302', name: '2单元 302 室' }),
    [CONVENE]: agendaView(),
  })
  render(<ConvenePage />)
  await screen.findByText('湖光苑 3号楼')
  await type(/想谈的问题/, '空地怎么用')
  await userEvent.click(screen.getByRole('switch', { name: /只请其中几户/ }))
  await send()
  expect(screen.getByText('请挑至少一户')).toBeTruthy()
  await userEvent.click(screen.getByText('挑住户'))
  const sheet = within(await screen.findByRole('dialog', { name: '请哪几户' }))
  await userEvent.click(await sheet.findByRole('checkbox', { name: '2单元 302 室' }))
  await userEvent.click(sheet.getByRole('button', { name: '就请这几户' }))
  expect(screen.getByText('挑了 1 户')).toBeTruthy()
  await send()
  expect(writes(asked)).toMatchObject([{ body: { homeIds: ['302'] } }])
})

it('sets a day and a time in Shanghai', async () => {
  const asked = serve({ [PLACES]: { items: [BUILDING] }, [CONVENE]: agendaView() })
  render(<ConvenePage />)
  await screen.findByText('湖光苑 3号楼')
  await type(/想谈的问题/, '空地怎么用')
  await userEvent.click(screen.getByText('哪一天'))
  const days = within(await screen.findByRole('dialog', { name: '哪一天' })).getAllByRole('radio')
  await userEvent.click(days[1] as HTMLElement)
  await send()
  expect(screen.getByText('请再选一下几点')).toBeTruthy()
  await userEvent.click(screen.getByText('几点'))
  const sheet = within(await screen.findByRole('dialog', { name: '几点' }))
  await userEvent.click(sheet.getByRole('radio', { name: '19:30' }))
  await send()
  const [{ body } = { body: {} }] = writes(asked)
  expect((body as { meetsAt: string }).meetsAt).toMatch(/T11:30:00\.000Z$/)
})

it('changes a round that is there, and keeps what was written when it is refused', async () => {
  phone.params = { communityId: COMMUNITY, roundId: ROUND }
  const asked = serve({
    [READ]: agendaView({ mine: true, revision: 3 }),
    [CHANGE]: new Refusal(400, 'ROUND_WORDS_REFUSED', '这段话里有不合适的内容', 'question'),
  })
  render(<ConvenePage />)
  const question = await screen.findByRole('textbox', { name: /想谈的问题/ })
  expect(question).toHaveProperty('value', '楼前那块空地，怎么用才好？')
  await userEvent.type(question, '再说说')
  await userEvent.click(screen.getByRole('button', { name: '改好了' }))
  expect(writes(asked)).toMatchObject([{ method: 'PUT', body: { revision: 3 } }])
  expect(await screen.findByText('这段话里有不合适的内容')).toBeTruthy()
  expect(question).toHaveProperty('value', '楼前那块空地，怎么用才好？再说说')
})

it('tells who convenes nowhere who may', async () => {
  serve({ [PLACES]: { items: [] } })
  render(<ConvenePage />)
  expect(await screen.findByText('您在这里没有可以召集的地方')).toBeTruthy()
})
