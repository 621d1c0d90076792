/** Consents and phones as the server presents them, for tests of screens. */
import type { ConsentView, ContactReading } from '#core/people'
import { Refusal } from './server'

export const consent = (more: Partial<ConsentView> = {}): ConsentView => ({
  document: 'privacy',
  version: '2026-11-21',
  title: '个人信息处理说明',
  asks: '同意邻里为了办您的事，使用下面这些信息',
  parts: [
    { title: '收什么', text: '您的称呼、住处和报的事。' },
    { title: '怎么撤回', text: '在「我的」里打开「我的同意」。' },
  ],
  withdrawing: '撤回以后不再收您的新信息。',
  agreed: false,
  last: null,
  ...more,
})

export const agreed = (more: Partial<ConsentView> = {}): ConsentView =>
  consent({
    agreed: true,
    last: { version: '2026-11-21', givenAt: '2026-11-18T02:00:00.000Z', age: 'over_14', withdrawnAt: null },
    ...more,
  })

export const reading = (more: Partial<ContactReading> = {}): ContactReading => ({
  readingId: 'r1',
  readerName: '张师傅',
  readerRole: 'grid_worker',
  subject: { kind: 'matter', id: 'm1' },
  about: '楼道灯不亮',
  at: '2026-11-18T02:00:00.000Z',
  ...more,
})

export const CONSENT_REQUIRED = new Refusal(403, 'CONSENT_REQUIRED', '请先看一看个人信息的说明')

/** Answers a refusal until somebody has agreed, then the answer. */
export function afterConsent<T>(answer: T): {
  act: () => T | Refusal
  give: () => { items: ConsentView[] }
} {
  let given = false
  return {
    act: () => (given ? answer : CONSENT_REQUIRED),
    give: () => {
      given = true
      return { items: [agreed()] }
    },
  }
}
