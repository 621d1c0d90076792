import { homeView, item, matter } from '../../tests/taro/matters'
import { keepableHome, keepableMatter, keepableMatters, type HomeView } from '.'

describe('what of a matter stays on a phone', () => {
  it('is what neighbours may know, without its acts: it may have moved on', () => {
    const seen = matter({ visibility: 'public', acts: ['confirm', 'dispute'], mayJoin: true })
    expect(keepableMatter(seen)).toEqual({ ...seen, acts: [], mayJoin: false })
  })

  it.each(['private', 'restricted'] as const)('is nothing of a %s one', (visibility) => {
    expect(keepableMatter(matter({ visibility }))).toBeUndefined()
  })

  it('is nothing for who may read the contact: their page is the office’s', () => {
    expect(keepableMatter(matter({ visibility: 'public', mayReadContact: true }))).toBeUndefined()
  })

  it('leaves out of a list what is private', () => {
    const items = [item(), item({ serviceCode: 'counselling' }), item({ serviceCode: 'mediation' })]
    expect(keepableMatters(items)).toEqual([items[0]])
  })

  it('is of Home what is public, without the counts of the desk and what is to be cast', () => {
    const secret = item({ serviceCode: 'mediation' })
    const votes: HomeView['votes'] = [
      {
        voteId: 'v1',
        title: '花坛',
        closesAt: '2026-11-28T12:00:00.000Z',
        electorate: 'homes',
        binding: 'binding',
        toCast: 1,
        byProxyFor: [],
      },
    ]
    const home = homeView({
      votes,
      waiting: [secret, item()],
      feed: { items: [item(), secret], nextCursor: null },
    })
    const kept = keepableHome(home)
    expect(kept).toEqual({
      ...home,
      desk: null,
      votes: [],
      waiting: [item()],
      feed: { items: [item()], nextCursor: null },
    })
  })
})
