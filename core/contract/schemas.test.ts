import fc from 'fast-check'
import { z } from 'zod/mini'
import {
  cleanText,
  cursor,
  endpoint,
  errorBody,
  id,
  instant,
  isWrite,
  lengthOf,
  optionalText,
  pageOf,
  requiredText,
} from '.'

const FAMILY = '👨‍👩‍👧‍👦' // four people and three joiners
const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 60 })
const problems = (schema: z.ZodMiniType, value: unknown) => {
  const result = schema.safeParse(value)
  return result.success ? [] : result.error.issues.map(({ message }) => message)
}
const MEGABYTE = 'a'.repeat(1_000_000)

describe('text that people send', () => {
  it.each([
    ['blanks around it, the Chinese one included', ' \u3000灯坏了\n', '灯坏了'],
    ['the NUL that a database can’t store', '灯\u0000坏\u0000了', '灯坏了'],
    ['bells and other control marks', '\u0007灯\u001B[31m坏\u007F了\u0085', '灯[31m坏了'],
    ['marks that turn the direction of reading', '\u202E了坏灯\u202C\u200F\u2066\u2069\u061C', '了坏灯'],
    ['the byte order mark', '\uFEFF灯坏了', '灯坏了'],
    ['half an emoji, either half', '灯\uD83D坏\uDE00了', '灯坏了'],
    ['a half emoji at the end, and the blank it leaves', '灯坏了 \uD83D', '灯坏了'],
  ])('loses %s', (_what, sent, kept) => {
    expect(cleanText(sent)).toBe(kept)
  })

  it.each([
    ['lines and tabs', '一楼\n\t二楼'],
    ['a family emoji whole', `我家${FAMILY}`],
    ['flags, skin tones and keycaps', '🇨🇳👍🏽1️⃣'],
    ['rare characters beyond the basic plane', '𠮷野家𬬭'],
    ['Arabic, Hebrew and Uyghur themselves', 'لامپا שלום ئۇيغۇر'],
    ['HTML', '<script>alert("x")</script>&amp;<img src=x onerror=1>'],
    ['SQL', "'; drop table matters; --"],
    ['templates and paths', '${process.env} {{x}} ../../etc/passwd %00 \\u0000'],
  ])('keeps %s as it is', (_what, sent) => {
    expect(cleanText(sent)).toBe(sent)
  })

  it.each([
    '',
    ' ',
    '\u3000',
    '\u0000',
    '\u200B',
    '\u200D\u200D',
    '\u2060',
    '\u3164',
    '\uFE0F',
    '\u{E0020}',
    '\uD83D',
    '\u202E',
  ])('is no text when nobody could see it (%j)', (sent) => {
    expect(cleanText(sent)).toBe('')
  })

  it('is fit to be stored and shown, whatever was sent, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (sent) => {
        const clean = cleanText(sent)
        expect(clean).toBe(clean.trim())
        expect(clean).not.toMatch(/[\u0000\u202A-\u202E\u2066-\u2069]/)
        expect(() => encodeURIComponent(clean)).not.toThrow() // it throws on half an emoji
        expect(cleanText(clean)).toBe(clean)
      }),
      { numRuns: 500 },
    )
  })

  it('is counted in characters: an emoji is one, a joined one its parts', () => {
    expect(['灯', '💡', '𠮷', FAMILY, '🇨🇳', ''].map(lengthOf)).toEqual([1, 1, 1, 7, 2, 0])
  })
})

describe('a text that must be there', () => {
  const title = requiredText(10)

  it.each(['灯', '灯'.repeat(9), '灯'.repeat(10), '💡'.repeat(10), `  ${'灯'.repeat(10)}\u0000\n`])(
    'takes %j',
    (sent) => {
      expect(title.parse(sent)).toBe(sent.replace('\u0000', '').trim())
    },
  )

  it.each(['', '   ', '\u3000', '\u0000\u0000', '\u200B', '\uD83D'])('is missing when it is %j', (sent) => {
    expect(problems(title, sent)).toEqual(['TEXT_MISSING'])
  })

  it.each([['灯'.repeat(11)], ['💡'.repeat(11)], ['灯'.repeat(81)], [MEGABYTE]])(
    'is too long from one character over',
    (sent) => {
      expect(problems(title, sent)).toEqual(['TEXT_TOO_LONG'])
    },
  )

  it('is measured after cleaning', () => {
    expect(title.parse(`\u202E${'灯'.repeat(10)}\u202C`)).toBe('灯'.repeat(10))
  })

  it('counts every member of a family', () => {
    expect(problems(title, FAMILY)).toEqual([])
    expect(problems(title, FAMILY + '灯灯灯')).toEqual([])
    expect(problems(title, FAMILY + FAMILY)).toEqual(['TEXT_TOO_LONG'])
  })

  it('is text and nothing else', () => {
    for (const sent of [undefined, null, 1, true, {}, ['灯']])
      expect(title.safeParse(sent).success).toBe(false)
  })

  it('never lets more through than it says, nor less', () => {
    const units = fc.constantFrom('灯', '💡', ' ', '\u0000', '\u202E', 'a', '\uD83D', '\u200D', '<')
    fc.assert(
      fc.property(fc.array(units, { maxLength: 30 }), (parts) => {
        const length = lengthOf(cleanText(parts.join('')))
        expect(title.safeParse(parts.join('')).success).toBe(length >= 1 && length <= 10)
      }),
    )
  })

  it('is refused at once when it has a megabyte, before anything reads it', () => {
    const long = requiredText(2000)
    const began = performance.now()
    for (let times = 0; times < 100; times += 1) expect(problems(long, MEGABYTE)).toEqual(['TEXT_TOO_LONG'])
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('a text that may be left out', () => {
  const note = z.object({ note: optionalText(10) })

  it('is left out, or empty, or up to its length', () => {
    expect(note.parse({})).toEqual({})
    for (const sent of ['', '  ', '\u0000']) expect(note.parse({ note: sent })).toEqual({ note: '' })
    expect(note.parse({ note: '灯'.repeat(10) })).toEqual({ note: '灯'.repeat(10) })
  })

  it('is too long from one character over', () => {
    for (const sent of ['灯'.repeat(11), MEGABYTE])
      expect(problems(note, { note: sent })).toEqual(['TEXT_TOO_LONG'])
  })
})

describe('ids, instants and pages', () => {
  it('takes a UUID as id and no other text', () => {
    expect(id.safeParse('01890000-0000-7000-8000-000000000001').success).toBe(true)
    for (const sent of [
      '',
      '1',
      "' or 1=1 --",
      '01890000-0000-7000-8000-00000000000',
      '01890000000070008000000000000001',
      1,
    ])
      expect(id.safeParse(sent).success).toBe(false)
  })

  it('takes an instant in UTC and no local time, date or number', () => {
    expect(instant.safeParse('2026-11-20T02:00:00.000Z').success).toBe(true)
    for (const sent of ['2026-11-20', '2026-11-20T02:00:00', '2026-02-30T00:00:00Z', 0, '今天'])
      expect(instant.safeParse(sent).success).toBe(false)
  })

  it('takes a cursor of up to 512 characters, or none: what it means is the server’s', () => {
    for (const sent of [undefined, '', 'abc', 'x'.repeat(512)])
      expect(cursor.safeParse(sent).success).toBe(true)
    for (const sent of ['x'.repeat(513), MEGABYTE, null, 7, ['a', 'b']])
      expect(cursor.safeParse(sent).success).toBe(false)
  })

  it('says of a page where the next one begins, or that there is none', () => {
    const page = pageOf(z.object({ name: z.string() }))
    expect(page.parse({ items: [{ name: '灯' }], nextCursor: null })).toEqual({
      items: [{ name: '灯' }],
      nextCursor: null,
    })
    expect(page.safeParse({ items: [] }).success).toBe(false)
  })

  it('answers errors with a code and a sentence, and a field where one is to be changed', () => {
    expect(errorBody.parse({ code: 'X', message: '请再试', stack: 'at main.ts' })).toEqual({
      code: 'X',
      message: '请再试',
    })
  })
})

describe('an endpoint', () => {
  const response = z.object({ done: z.boolean() })

  it('is for who is signed in unless it says otherwise, and takes nothing that it doesn’t name', () => {
    const spec = endpoint({ method: 'GET', path: '/me', summary: '我', response })
    expect(spec).toEqual({ method: 'GET', path: '/me', summary: '我', response, access: 'signed_in' })
    expect(endpoint({ ...spec, access: 'anyone' }).access).toBe('anyone')
  })

  it('needs an Idempotency-Key whenever it changes something', () => {
    const writes = (['GET', 'POST', 'PUT', 'DELETE'] as const).filter((method) => isWrite({ method }))
    expect(writes).toEqual(['POST', 'PUT', 'DELETE'])
  })
})
