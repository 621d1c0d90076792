import { DomainError } from '#core/errors'
import type { MeView } from '#core/people'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import type { WechatClient } from '#server/platform/wechat/index'
import { holdConsent } from './consent'
import { presentMe } from './me'
import { forgetPhone, savePhone } from './phone-repository'

/** 微信手机号. The code is spent inside the transaction, so that a repeated call gets its answer and no refusal. */
export async function takeWechatPhone(
  { actor, now, transact }: Context,
  { box, wechat }: { box: ContactBox; wechat: WechatClient | undefined },
  code: string,
): Promise<MeView> {
  if (!wechat) throw new DomainError('WECHAT_PHONE_NOT_SET_UP')
  return transact(async (tx) => {
    await holdConsent(tx, actor.personId)
    const phone = await wechat.phoneOf(code)
    await savePhone(tx, box, { personId: actor.personId, phone, method: 'wechat', now: now() })
    return presentMe(tx, box, actor.personId, now())
  })
}

/** Removes the caller's phone; without one it changes nothing. */
export async function removePhone({ actor, now, transact }: Context, box: ContactBox): Promise<MeView> {
  return transact(async (tx) => {
    await forgetPhone(tx, actor.personId)
    return presentMe(tx, box, actor.personId, now())
  })
}
