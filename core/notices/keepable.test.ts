import { notice } from '../../tests/taro/notices'
import { keepableNotice } from '.'

describe('what of a notice stays on a phone', () => {
  it('is what residents read, without its acts and who has read it', () => {
    const seen = notice({ acts: ['withdraw'], counts: { readers: 3, homes: 9 } as never })
    expect(keepableNotice(seen)).toEqual({ ...seen, acts: [], counts: null })
  })

  it.each([{ withdrawn: true }, { wordsState: 'hidden' as const }])('is nothing once it is %j', (part) => {
    expect(keepableNotice(notice(part))).toBeUndefined()
  })
})
