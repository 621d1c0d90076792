import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { FoundItem } from '#core/search'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import SearchPage from '.'

const SEARCH = 'GET /communities/*/search'

const found = (more: Partial<FoundItem> = {}): FoundItem => ({
  entryId: 'm1',
  kind: 'matter',
  subject: { kind: 'matter', id: 'm1' },
  title: '楼道灯不亮',
  snippet: '三楼的灯从上周开始不亮',
  placeName: '3号楼',
  at: '2026-11-16T12:12:00.000Z',
  ...more,
})
const page = (...items: FoundItem[]) => ({ items, nextCursor: null })

async function look(words: string) {
  await userEvent.type(screen.getByRole('textbox', { name: '找什么' }), words)
  await userEvent.click(screen.getByRole('button', { name: '找一找' }))
}

beforeEach(() => {
  signedIn(amei())
  phone.stored.clear()
  phone.params = { communityId: COMMUNITY }
})

describe('the search', () => {
  it('says what can be found, and asks nobody before something is typed', () => {
    const asked = serve({})
    render(<SearchPage />)
    expect(screen.getByText('想找哪件事？')).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('shows what was found with the words marked, and opens it', async () => {
    const post = found({
      entryId: 'p1',
      kind: 'post',
      title: '大门的灯',
      subject: { kind: 'notice', id: 'n1' },
    })
    const wish = found({ entryId: 'w1', kind: 'wish', title: '换盏灯', subject: { kind: 'wish', id: 'w1' } })
    const asked = serve({ [SEARCH]: page(found(), post, wish) })
    render(<SearchPage />)
    await look('灯')
    await userEvent.click(await screen.findByRole('button', { name: '说的心愿，换盏灯' }))
    await userEvent.click(await screen.findByRole('button', { name: /楼道灯不亮/ }))
    await userEvent.click(screen.getByRole('button', { name: /大门的灯/ }))
    expect(asked[0]?.query).toEqual({ q: '灯' })
    expect([...document.querySelectorAll('.mark')].map((mark) => mark.textContent)).toEqual(
      Array(6).fill('灯'),
    )
    expect(phone.moves).toEqual([
      `navigateTo /features/wishes/pages/detail/index?communityId=${COMMUNITY}&wishId=w1`,
      `navigateTo /features/matters/pages/detail/index?communityId=${COMMUNITY}&matterId=m1`,
      `navigateTo /features/notices/pages/detail/index?communityId=${COMMUNITY}&noticeId=n1`,
    ])
  })

  it('teaches when nothing was found, and offers to report it', async () => {
    serve({ [SEARCH]: page() })
    render(<SearchPage />)
    await look('喷泉')
    expect(await screen.findByText('没找到「喷泉」')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '报一件' }))
    expect(phone.moves[0]).toMatch(/report/)
  })

  it('remembers on this phone what was looked for, and forgets it', async () => {
    serve({ [SEARCH]: page(found()) })
    const first = render(<SearchPage />)
    await look('灯')
    await screen.findByText(/开始不亮/)
    first.unmount()
    render(<SearchPage />)
    await userEvent.click(screen.getByRole('button', { name: '再找「灯」' }))
    expect(await screen.findByText(/开始不亮/)).toBeTruthy()
    expect([...phone.stored.keys()].some((key) => key.includes('searches'))).toBe(true)
  })

  it('shows nobody else on this phone what was looked for', async () => {
    serve({ [SEARCH]: page(found()) })
    const first = render(<SearchPage />)
    await look('家暴')
    await screen.findByText(/开始不亮/)
    first.unmount()
    signedIn(amei({ personId: 'laolin' }))
    render(<SearchPage />)
    expect(screen.getByText('想找哪件事？')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /再找/ })).toBeNull()
  })

  it('asks for words before it looks', async () => {
    const asked = serve({})
    render(<SearchPage />)
    await userEvent.click(screen.getByRole('button', { name: '找一找' }))
    expect(screen.getByText('先写两个字，再找。')).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('says when it did not get through, and tries again', async () => {
    serve({ [SEARCH]: OFFLINE })
    render(<SearchPage />)
    await look('灯')
    expect(await screen.findByText('没找成')).toBeTruthy()
    serve({ [SEARCH]: page(found()) })
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText(/开始不亮/)).toBeTruthy()
  })
})
