import { Input } from '@nutui/nutui-react-taro'
import { Textarea, View } from '@tarojs/components'
import { useId, useState } from 'react'
import { isWeapp } from '../../platform/device'
import { aria } from '../aria'
import { classes } from '../classes'
import { State } from '../State'

export interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Small text beside the label: 「不拍也行」. */
  hint?: string
  placeholder?: string
  /** What is wrong, in a sentence; shown and read out with the field. */
  error?: string
  maxLength?: number
  /** Several lines. */
  multiline?: boolean
  /** The keyboard that comes up; `digit` has a decimal point. */
  type?: 'text' | 'number' | 'digit' | 'idcard' | 'nickname'
  required?: boolean
  onBlur?: () => void
  /** The key of the keyboard that sends; one line only. */
  onConfirm?: () => void
}

/** A question and the field for its answer. */
export function Field({ label, hint, error, ...entry }: FieldProps) {
  const id = useId()
  return (
    <View className="field">
      <View className="ask" {...aria({ hidden: true })}>
        {label}
        {hint && <View className="ask__hint aside-inline">　{hint}</View>}
      </View>
      <Entry label={hint ? `${label}，${hint}` : label} error={error} errorId={id} {...entry} />
      <View id={id} className="field__note" {...aria({ live: 'polite' })}>
        {error && (
          <State icon="alert" tone="late">
            {error}
          </State>
        )}
      </View>
    </View>
  )
}

interface EntryProps extends Omit<FieldProps, 'hint'> {
  errorId: string
}

function Entry({ value, onChange, error, multiline, type = 'text', maxLength = 500, ...rest }: EntryProps) {
  const [active, setActive] = useState(false)
  const spoken = spokenOf({ ...rest, error })
  const shared = {
    value,
    placeholder: rest.placeholder ?? '',
    onFocus: () => setActive(true),
    onBlur: () => {
      setActive(false)
      rest.onBlur?.()
    },
    ...spoken,
  }
  return (
    <View className={classes('input', active && 'input--on', !!error && 'input--wrong')}>
      {multiline ? (
        // Not NutUI's TextArea: it overwrites nativeProps, and the inner field would have no name on H5.
        <Textarea
          {...shared}
          className="input__native input__native--tall"
          placeholderClass="input__placeholder"
          maxlength={maxLength}
          autoHeight
          onInput={(event) => onChange(event.detail.value)}
        />
      ) : (
        <Input
          {...shared}
          plain
          className="input__native"
          // A browser's field for numbers swallows 4,873.50; WeChat's keyboard has no other signs anyway.
          type={type === 'digit' && !isWeapp ? 'text' : type}
          maxLength={maxLength}
          // Not clearable: an empty one keeps NutUI's icon out of every field.
          clearIcon={<></>}
          onChange={(next) => onChange(next)}
          {...(rest.onConfirm ? { confirmType: 'search' as const, onConfirm: rest.onConfirm } : {})}
        />
      )}
    </View>
  )
}

/** WeChat reads the field's label; on H5 the real field lies inside Taro's and is reached by `nativeProps`. */
function spokenOf({
  label,
  error,
  required,
  errorId,
}: Pick<EntryProps, 'label' | 'error' | 'required' | 'errorId'>) {
  if (isWeapp) return aria({ label: error ? `${label}，${error}` : label })
  return { nativeProps: aria({ label, invalid: !!error, required: !!required, describedby: errorId }) }
}
