import { View } from '@tarojs/components'
import { takeWechatPhoneEndpoint, type MeView } from '#core/people'
import { FailureNote } from '@/components/FailureNote'
import { PhoneButton } from '@/components/PhoneButton'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint } from '@/platform/call-endpoint'
import { randomId } from '@/platform/random-id'
import { ReadableError } from '@/platform/readable-error'
import { PHONE } from '../../words'

/** 用微信的手机号: one tap, and WeChat asks the reader itself. */
export function WechatPhone({ onBound }: { onBound: (me: MeView) => void }) {
  const { submit, busy, failure } = useSubmit(take, onBound)
  return (
    <View className="form__part">
      <PhoneButton onCode={(code) => void submit(code)} busy={busy} busyWords={PHONE.wechatBusy}>
        {PHONE.withWechat}
      </PhoneButton>
      {failure && <FailureNote failure={failure} gap />}
    </View>
  )
}

/** WeChat's code is another one at each tap, so each has a key of its own. */
async function take(code: string | undefined): Promise<MeView> {
  if (code === undefined) throw new ReadableError(PHONE.wechatRefused)
  const key = await randomId()
  return withConsent(() => callEndpoint(takeWechatPhoneEndpoint, { body: { code }, key }))
}
