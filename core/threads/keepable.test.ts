import { post, threadOf } from '../../tests/taro/posts'
import { keepablePosts } from '.'

describe('what of a thread stays on a phone', () => {
  it('is what neighbours read, with nothing to press', () => {
    const page = threadOf([post()], { mayLock: true })
    const kept = keepablePosts(page)
    expect(kept.items).toEqual([post({ acts: [] })])
    expect(kept.thread.mayLock).toBe(false)
  })

  it('is no note that staff wrote for staff', () => {
    const page = threadOf([post({ kind: 'staff_note', text: '已联系家属' }), post()])
    expect(JSON.stringify(keepablePosts(page))).not.toMatch('已联系家属')
  })
})
