import { INBOX_KINDS, INBOX_SUBJECTS, messageInWords } from './words'

describe('a message of the inbox', () => {
  it.each(INBOX_KINDS)('%s says in plain Chinese what it is about', (kind) => {
    const words = messageInWords(kind, '楼道灯不亮')
    expect(words).toContain('楼道灯不亮')
    expect(words).toMatch(/^[\p{Script=Han}，；：]+$/u)
    expect(words).not.toMatch(/工单|流转|提交|派单|系统|状态/)
  })

  it('has a sentence of its own for each kind', () => {
    expect(new Set(INBOX_KINDS.map((kind) => messageInWords(kind, '它'))).size).toBe(INBOX_KINDS.length)
  })

  it('keeps what people wrote as it is', () => {
    const title = '<b>$& $1 ${x}</b>'
    for (const kind of INBOX_KINDS) expect(messageInWords(kind, title)).toContain(title)
  })

  it('opens a thing of the kind that its own name begins with', () => {
    expect(
      INBOX_KINDS.filter((kind) => !INBOX_SUBJECTS.some((subject) => kind.startsWith(`${subject}_`))),
    ).toEqual([])
  })
})
