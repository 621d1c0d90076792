import { enforce, refused } from '../permissions'
import { DomainError } from './domain-error'
import { ERRORS, kindOf, messageOf, type ErrorCode, type ErrorKind } from './table'

const CODES = Object.keys(ERRORS) as ErrorCode[]
/** The compiler asks for every kind; the tests below ask that each is used. */
const KINDS: Record<ErrorKind, true> = {
  invalid: true,
  unauthenticated: true,
  forbidden: true,
  not_found: true,
  conflict: true,
  too_large: true,
  unsupported: true,
  outdated: true,
  rate_limited: true,
  unavailable: true,
  internal: true,
}

describe('every error', () => {
  it.each(CODES)('%s says in one plain Chinese sentence what is the matter', (code) => {
    const message = messageOf(code)
    // The names of the kinds of file are what a table program calls them; nothing else is foreign.
    expect(message.replace(/ ?(XLSX|CSV) ?/g, '表')).toMatch(/^[\p{Script=Han}，；：「」]{4,40}$/u)
    expect(message).not.toMatch(/工单|流转|提交|系统|参数|请求|令牌|会话|接口|数据库|非法|错误|失败/)
  })

  it('has a code that is a constant’s name, and a sentence of its own', () => {
    expect(CODES.filter((code) => !/^[A-Z]+(_[A-Z]+)*$/.test(code))).toEqual([])
    expect(new Set(CODES.map(messageOf)).size).toBe(CODES.length)
  })

  it('is of a known kind, and no kind is without errors', () => {
    expect([...new Set(CODES.map(kindOf))].sort()).toEqual(Object.keys(KINDS).sort())
  })

  it('tells a stranger nothing: what is not found is not called forbidden', () => {
    expect(kindOf('NOT_FOUND')).toBe('not_found')
    expect(messageOf('NOT_FOUND')).not.toMatch(/权限|允许|不归/)
  })
})

describe('a refusal', () => {
  it('ends a use case with its code, sentence and field', () => {
    const thrown = (() => {
      try {
        enforce(refused('TEXT_TOO_LONG', 'title'))
      } catch (error) {
        return error
      }
    })()
    expect(thrown).toBeInstanceOf(DomainError)
    expect(thrown).toMatchObject({
      code: 'TEXT_TOO_LONG',
      field: 'title',
      message: '写得太长了，请短一点',
      name: 'DomainError',
    })
  })

  it('has no field when no input is to be changed', () => {
    expect(refused('NOT_FOUND')).toEqual({ allowed: false, code: 'NOT_FOUND' })
  })

  it('is not raised by what is allowed', () => {
    expect(() => enforce({ allowed: true })).not.toThrow()
  })
})
