import { ERRORS } from '../errors'
import {
  canAgree,
  CONSENT_AGE_LABELS,
  CONSENT_AGES,
  CONSENT_DOCUMENTS,
  CONSENT_REFUSALS,
  documentRefusedBy,
  NOTICES,
} from './consent'

describe('a notice', () => {
  it.each(CONSENT_DOCUMENTS)('%s says what agreeing means and what withdrawing does', (document) => {
    const { title, asks, parts, withdrawing, version } = NOTICES[document]
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    for (const words of [title, asks, withdrawing, ...parts.flatMap((part) => [part.title, part.text])])
      expect(words).toMatch(/\p{Script=Han}/u)
    expect(withdrawing).toMatch(/因为/)
  })

  it('about personal information says what, why, who, how long, whom to ask and how to withdraw', () => {
    expect(NOTICES.privacy.parts.map(({ title }) => title)).toEqual([
      '收什么',
      '为什么要用',
      '谁看得到',
      '存多久',
      '问谁',
      '怎么撤回',
    ])
  })

  it.each(CONSENT_DOCUMENTS)('%s is short enough to be read on a phone', (document) => {
    const words = NOTICES[document].parts.map(({ text }) => text).join('')
    expect(words.length).toBeLessThan(400)
  })

  it.each(CONSENT_DOCUMENTS)('%s is agreed to only in the version in force', (document) => {
    expect(canAgree(document, NOTICES[document].version).allowed).toBe(true)
    expect(canAgree(document, '2020-01-01')).toEqual({ allowed: false, code: 'CONSENT_OUTDATED' })
  })
})

it('tells by the refusal which notice to show', () => {
  for (const document of CONSENT_DOCUMENTS) {
    expect(documentRefusedBy(CONSENT_REFUSALS[document])).toBe(document)
    expect(ERRORS[CONSENT_REFUSALS[document]].kind).toBe('forbidden')
  }
  expect(documentRefusedBy('NOT_ALLOWED')).toBeUndefined()
})

it('asks for the age in words for everyone', () => {
  expect(CONSENT_AGES.map((age) => CONSENT_AGE_LABELS[age])).toEqual([
    '我已满 14 岁',
    '我未满 14 岁，爸妈或监护人看过并同意',
  ])
})
