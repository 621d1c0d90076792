import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { BylawItem } from '#core/votes'
import { BYLAW_ID, bylawItem } from '../../../../../tests/taro/bylaws'
import { amei, COMMUNITY, community, office, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import BylawsPage from '.'

const LIST = 'GET /communities/*/bylaws'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY }
})

async function open(...items: BylawItem[]) {
  const asked = serve({ [LIST]: { items, nextCursor: null } })
  render(<BylawsPage />)
  await screen.findByText(items[0] ? /湖光苑，2026年5月10日通过/ : '还没有备案的规约')
  return asked
}

describe('the bylaws of a community', () => {
  it('are named with their place, their day and where they stand, and open', async () => {
    const asked = await open(bylawItem())
    expect(screen.getByText('《湖光苑业主大会议事规则》')).toBeTruthy()
    expect(screen.getByText('现行')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /《湖光苑业主大会议事规则》.*湖光苑.*现行/ }))
    expect(phone.moves).toEqual([
      `navigateTo /features/owners/pages/bylaw/index?communityId=${COMMUNITY}&id=${BYLAW_ID}`,
    ])
    expect(asked.filter(({ path }) => path.endsWith('/bylaws'))).toHaveLength(1)
  })

  it('where there are none, the page says what that means', async () => {
    await open()
    expect(screen.getByText('没备案，没交票的就不算进任何一边，只算交了票的。')).toBeTruthy()
    expect(screen.getByText(/要看业主自己定的规约/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '备案一份规约' })).toBeNull()
  })

  it('are recorded by who speaks for the owners', async () => {
    signedIn(amei({ communities: [community({ roles: [office('residents_committee', '湖滨社区')] })] }))
    await open()
    await userEvent.click(screen.getByRole('button', { name: '备案一份规约' }))
    expect(phone.moves).toEqual([
      `navigateTo /features/owners/pages/record-bylaw/index?communityId=${COMMUNITY}`,
    ])
  })

  it('come page by page', async () => {
    const second = bylawItem({ bylawId: 'b2', title: '第二页的', state: 'ended' })
    serve({
      [LIST]: ({ query }: { query: Record<string, string> }) =>
        query['cursor']
          ? { items: [second], nextCursor: null }
          : { items: [bylawItem()], nextCursor: 'next' },
    })
    render(<BylawsPage />)
    await userEvent.click(await screen.findByRole('button', { name: '看更多' }))
    expect(await screen.findByText('《第二页的》')).toBeTruthy()
    expect(screen.getByText('停用了')).toBeTruthy()
  })

  it('of nobody’s community are those of one’s home; without one, that comes first', async () => {
    phone.params = {}
    const asked = await open(bylawItem())
    expect(asked[0]?.path).toBe(`/communities/${COMMUNITY}/bylaws`)
  })

  it('of nowhere ask for a home', async () => {
    phone.params = {}
    signedIn(amei({ communities: [] }))
    serve({})
    render(<BylawsPage />)
    await userEvent.click(await screen.findByRole('button', { name: '绑定我的家' }))
    expect(phone.moves).toEqual(['navigateTo /features/people/pages/bind/index'])
  })

  it('that did not come are asked for again', async () => {
    serve({ [LIST]: OFFLINE })
    render(<BylawsPage />)
    expect(await screen.findByText('没打开备案的规约')).toBeTruthy()
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
  })
})
