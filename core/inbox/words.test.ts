import { INBOX_KINDS, messageInWords, NAMELESS_KINDS } from './words'

const named = INBOX_KINDS.filter((kind) => !NAMELESS_KINDS.includes(kind))

describe('a message of the inbox', () => {
  it.each(INBOX_KINDS)('%s is told in plain Chinese', (kind) => {
    const words = messageInWords(kind, '楼道灯不亮')
    expect(words).toMatch(/^[\p{Script=Han}，；：]+$/u)
    expect(words).not.toMatch(/工单|流转|提交|派单|系统|状态/)
  })

  it.each(named)('%s says what it is about', (kind) => {
    expect(messageInWords(kind, '楼道灯不亮')).toContain('楼道灯不亮')
  })

  it('says nothing of what a restricted matter is about', () => {
    expect(NAMELESS_KINDS.map((kind) => messageInWords(kind, '楼道灯不亮'))).toEqual([
      '一件只给您看的事有新消息',
    ])
  })

  it.each(INBOX_KINDS.filter((kind) => !/^(membership|grant)_/.test(kind)))(
    '%s is a whole sentence when the title is not for everybody any more',
    (kind) => {
      expect(messageInWords(kind, '')).toMatch(/^[\p{Script=Han}，；]{4,}$/u)
      expect(messageInWords(kind, '')).not.toMatch(/有人报了$|[，；]$/)
    },
  )

  it('has a sentence of its own for each kind', () => {
    expect(new Set(INBOX_KINDS.map((kind) => messageInWords(kind, '它'))).size).toBe(INBOX_KINDS.length)
  })

  it('keeps what people wrote as it is', () => {
    const title = '<b>$& $1 ${x}</b>'
    for (const kind of named) expect(messageInWords(kind, title)).toContain(title)
  })
})
