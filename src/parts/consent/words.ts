import { AGREE } from '#core/people'

/** Every sentence of the sheet that asks for consent. The notices themselves are core's, and come from the server. */
export const CONSENT = {
  failed: '没打开说明',
  age: '您的年龄',
  ageMissing: '请先选一个年龄',
  yes: AGREE,
  busy: '正在记下…',
  no: '不同意',
}
