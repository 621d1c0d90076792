import { Button, View } from '@tarojs/components'
import { aria } from '../aria'

export interface PhoneButtonProps {
  children: string
  /** The code for the number; undefined when the reader or WeChat refused. */
  onCode: (code: string | undefined) => void
  busy: boolean
  busyWords: string
}

interface Answer {
  detail: { code?: string }
}

/**
 * WeChat's own button for the reader's phone number: only such a one may ask. It also says yes to WeChat's privacy
 * notice where that is still open. In the mini-program only.
 */
export function PhoneButton({ children, onCode, busy, busyWords }: PhoneButtonProps) {
  return (
    <Button
      className="btn btn--primary btn--block btn--native"
      openType="getPhoneNumber|agreePrivacyAuthorization"
      hoverClass="pressed"
      disabled={busy}
      onGetPhoneNumber={({ detail }: Answer) => onCode(detail.code || undefined)}
      {...aria({ busy })}
    >
      <View>{busy ? busyWords : children}</View>
    </Button>
  )
}
