import { View } from '@tarojs/components'
import type { MeView } from '#core/people'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { isWeapp } from '@/platform/device'
import { PHONE } from '../../words'
import { useTypedPhone } from './useTypedPhone'

/** On a computer numbers are pasted as they are written, with blanks and dashes. */
const DIGITS = isWeapp ? 'number' : 'text'
/** Longest text of the field: a number with its country and blanks. */
const LONGEST = 24

type Form = ReturnType<typeof useTypedPhone>

/** 短信绑定: one question after the other. */
export function TypedPhone({ onBound }: { onBound: (me: MeView) => void }) {
  const form = useTypedPhone(onBound)
  return (
    <Card gap>
      {form.sentTo === undefined ? <Number form={form} /> : <Code form={form} to={form.sentTo} />}
    </Card>
  )
}

function Number({ form }: { form: Form }) {
  return (
    <>
      <Field
        label={PHONE.phone}
        placeholder={PHONE.phonePlaceholder}
        value={form.phone}
        onChange={form.changePhone}
        maxLength={LONGEST}
        error={form.error}
        type={DIGITS}
        required
      />
      <View className="form__part">
        <Button onPress={form.send} busy={form.sending} busyWords={PHONE.sendBusy}>
          {PHONE.send}
        </Button>
      </View>
    </>
  )
}

function Code({ form, to }: { form: Form; to: string }) {
  return (
    <>
      <View className="text text--quiet">{PHONE.sentTo(to)}</View>
      <View className="text--gap">
        <Field
          label={PHONE.code}
          placeholder={PHONE.codePlaceholder}
          value={form.code}
          onChange={form.changeCode}
          maxLength={LONGEST}
          error={form.error}
          type={DIGITS}
          required
        />
      </View>
      <View className="form__part">
        <Button onPress={form.confirm} busy={form.confirming} busyWords={PHONE.confirmBusy}>
          {PHONE.confirm}
        </Button>
        <Button variant="quiet" block onPress={form.send} busy={form.sending} busyWords={PHONE.sendBusy}>
          {PHONE.again}
        </Button>
        <Button variant="quiet" block onPress={form.otherPhone}>
          {PHONE.otherPhone}
        </Button>
      </View>
    </>
  )
}
