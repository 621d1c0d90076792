import fc from 'fast-check'
import { highlight, SNIPPET_LENGTH, snippetOf } from './highlight'

const hits = (text: string, query: string) =>
  highlight(text, query)
    .filter(({ hit }) => hit)
    .map((part) => part.text)

describe('what was found', () => {
  it('is marked where it stands, in whatever width and case', () => {
    expect(highlight('三楼楼道灯不亮', '楼道灯')).toEqual([
      { text: '三楼', hit: false },
      { text: '楼道灯', hit: true },
      { text: '不亮', hit: false },
    ])
    expect(hits('家里ＷｉＦｉ断了', 'wifi')).toEqual(['ＷｉＦｉ'])
    expect(hits('灯坏了，路灯也坏了', '灯')).toEqual(['灯', '灯'])
  })

  it('is marked by pairs where the words stand apart', () => {
    expect(hits('楼道里的灯', '楼道灯')).toEqual(['楼道'])
  })

  it('leaves the text as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
        expect(
          highlight(text, query)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('takes no pattern from who looks for it', () => {
    expect(hits('a.b', '.*')).toEqual([])
  })
})

describe('a snippet', () => {
  const long = `${'前面的话'.repeat(30)}电梯坏了${'后面的话'.repeat(30)}`

  it('shows what was found with a little before it', () => {
    const snippet = snippetOf(long, '电梯')
    expect(snippet).toContain('电梯坏了')
    expect(snippet).toMatch(/^….+…$/)
    expect(Array.from(snippet)).toHaveLength(SNIPPET_LENGTH + 2)
  })

  it('begins at the beginning when nothing is found there', () => {
    expect(snippetOf(long, '水管')).toMatch(/^前面的话/)
  })

  it('is a short text itself, in one line', () => {
    expect(snippetOf(' 电梯\n坏了 ', '电梯')).toBe('电梯 坏了')
  })
})
