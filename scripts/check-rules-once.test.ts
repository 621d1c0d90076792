import { secondTimes } from './check-rules-once'
import type { Source } from './literals'

const file = (name: string, text: string): Source => ({ file: name, text })

const CORE = [
  file(
    'core/matters/workflow.ts',
    `export const ACTS = { acknowledge: { from: ['submitted'], to: 'acknowledged' } } as const
     const words = ['note']`,
  ),
  file('core/people/roles.ts', `export const ROLES = ['grid_worker'] as const`),
  file('core/people/labels.ts', `export const LABELS = { grid_worker: '网格员', short: '网' }`),
]
const src = (text: string) => secondTimes(CORE, [file('src/a.tsx', text)], [])

describe('a word of core', () => {
  it('is not written again in a string, a template or the text of an element', () => {
    expect(src(`const a = '网格员'`)).toEqual([
      'src/a.tsx:1 writes 「网格员」 again: import it from core (core/people/labels.ts:1)',
    ])
    expect(src('const a = `网格员`')).toHaveLength(1)
    expect(src('const a = <Text>\n  网格员\n</Text>')).toHaveLength(1)
  })

  it('is not written again in the server', () => {
    expect(secondTimes(CORE, [], [file('server/a.ts', `log('网格员')`)])).toHaveLength(1)
  })

  it('may be part of a longer sentence, stand in a comment, or be a single character', () => {
    expect(src(`/* 网格员 */ const a = ['请网格员来看看', '网']`)).toEqual([])
  })
})

describe('a state or role', () => {
  it.each(["state === 'submitted'", "'acknowledged' !== state", "role == 'grid_worker'"])(
    'is not compared with on a screen: %s',
    (expression) => {
      expect(src(`const a = ${expression}`)).toHaveLength(1)
    },
  )

  it('is no case of a switch on a screen', () => {
    expect(src("switch (state) { case 'submitted': break }")).toEqual([
      "src/a.tsx:1 decides by 'submitted': ask core's policy or label table instead",
    ])
  })

  it('may be named, and other strings may be compared', () => {
    expect(src("const a = { state: 'submitted' }; const b = kind === 'note'")).toEqual([])
  })

  it('may be compared with in the server', () => {
    expect(secondTimes(CORE, [], [file('server/a.ts', "const a = state === 'submitted'")])).toEqual([])
  })
})
