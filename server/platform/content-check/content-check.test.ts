import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { CONCERNS } from '#core/moderation'
import { createLocalCheck } from '.'
import { readWordLists } from './word-lists'

const FOLDER = path.join(__dirname, '../../../tests/content-check')
const linesOf = (name: string) =>
  readFileSync(path.join(FOLDER, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

const { check } = createLocalCheck()
const COMPLAINTS = linesOf('complaints.txt')
const BAD = linesOf('bad.txt').map((line) => line.split('|') as [string, string])

describe('complaints as they are written', () => {
  it('are never refused: a check says clear or unsure and nothing else', () => {
    expect(COMPLAINTS.length).toBeGreaterThanOrEqual(200)
    expect(new Set(COMPLAINTS).size).toBe(COMPLAINTS.length)
    for (const text of COMPLAINTS) expect(['clear', 'unsure']).toContain(check(text).verdict)
  })

  it('wait for a person in one case of a hundred at most', () => {
    const unsure = COMPLAINTS.filter((text) => check(text).verdict === 'unsure')
    expect({ unsure, share: unsure.length / COMPLAINTS.length <= 0.01 }).toMatchObject({ share: true })
  })
})

describe('words that a person should look at', () => {
  it('are sixty at least, of every kind a check knows', () => {
    expect(BAD.length).toBeGreaterThanOrEqual(60)
    expect(new Set(BAD.map(([concern]) => concern)).size).toBe(6)
  })

  it.each(BAD)('%s: %s', (concern, text) => {
    expect(check(text)).toEqual({
      verdict: 'unsure',
      concerns: expect.arrayContaining([concern]) as string[],
    })
  })
})

describe('what looks like private data and is none', () => {
  it.each([
    ['hotlines', '打12345、110、119、96110都没用，400-820-8820也打了'],
    ['doors and floors', '3号楼2单元1402室，15楼到18楼'],
    ['money', '一共花了13800元，预算138000'],
    ['days and times', '2026-11-18 19:30 到 2026-11-19 07:00'],
    ['a long number that is no card', '工单编号20261118000123456'],
    ['a number of a machine', '电表号1234567890，水表号98765'],
    ['a card’s length without its last digit', '编号6222021234567890123'],
    ['an authority’s page', '网上 http://www.gov.cn/zhengce 写着的'],
    ['a version', '小程序2.3.1打不开'],
  ])('%s', (_what, text) => {
    expect(check(text)).toEqual({ verdict: 'clear', concerns: [] })
  })
})

describe('hidden by writing it downwards, or by marks upon it', () => {
  const [word = ''] = [...readWordLists().concerns].find(([text]) => /^\p{Script=Han}{2}$/u.test(text)) ?? []
  const [first = '', second = ''] = Array.from(word)

  it.each([
    ['each character on a line of its own', `${first}\n${second}`],
    ['with other line breaks', `${first}\r\n${second}`],
    ['with an empty line between', `${first}\n\n${second}`],
    ['the rest of it on the next line', `他是个${first}\n${second}`],
    ['accents upon it', `${first}\u0301${second}\u0308`],
    ['control characters in it', `${first}\u0001${second}`],
    ['a mobile number on several lines', '打给他\n138\n0013\n8000'],
    ['a mobile number written downwards', Array.from('13800138000').join('\n')],
    ['a mobile number in keycaps', Array.from('13800138000', (digit) => `${digit}\ufe0f\u20e3`).join('')],
  ])('%s', (_how, text) => {
    expect(check(text).verdict).toBe('unsure')
  })

  it('but a line that ends between two characters parts them', () => {
    expect(check(`他这人真${first}\n${second}着我们签字`).verdict).toBe('clear')
    expect(check('漏水的有\n1301\n1302\n1303').verdict).toBe('clear')
  })
})

describe('the word lists', () => {
  const lists = readWordLists()
  const words = [...lists.concerns.keys()]

  it('find every word they hold, alone and within a sentence', () => {
    expect(words.length).toBeGreaterThan(200)
    expect(words.filter((word) => check(word).verdict === 'clear')).toEqual([])
    expect(words.filter((word) => check(`今天 ${word} 又来了`).verdict === 'clear')).toEqual([])
  })

  it('find a word that begins inside a longer one which then does not come', () => {
    const { check: small } = createLocalCheck({
      concerns: new Map([
        ['甲乙丙丁', 'insult'],
        ['乙丙', 'ads'],
      ]),
      allowed: [],
      simplified: new Map(),
    })
    expect(small('甲乙丙戊').concerns).toEqual(['ads'])
  })

  it('take letters as whole words: usb holds no insult', () => {
    expect(check('usb口坏了，asbestos').verdict).toBe('clear')
  })

  it('let a sentence end between two characters that would make a word', () => {
    expect(check('他这人真傻。逼着我们签字').verdict).toBe('clear')
  })

  it('have one character for one in the traditional ones', () => {
    for (const [from, to] of lists.simplified) expect([...from, ...to]).toHaveLength(2)
  })
})

it('answers for any text, quickly, with concerns exactly when it is unsure', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const { verdict, concerns } = check(text)
      expect(verdict === 'unsure').toBe(concerns.length > 0)
      expect(concerns.every((concern) => CONCERNS.includes(concern))).toBe(true)
    }),
  )
  const began = performance.now()
  for (const text of [
    'a'.repeat(2000),
    '1'.repeat(2000),
    '1 '.repeat(1000),
    '傻'.repeat(2000),
    'a.'.repeat(1000),
    'x-'.repeat(1000),
  ])
    check(text)
  expect(performance.now() - began).toBeLessThan(1000)
})
