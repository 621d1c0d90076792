import { View } from '@tarojs/components'
import { useState } from 'react'
import { SERVICES, suggestService, type ServiceCode } from '#core/matters'
import { isServiceOfWish, WISH_ACT_LABELS } from '#core/wishes'
import { Chips } from '@/components/Chips'
import { SHEET_WORDS } from '../../act-words'
import { Consequence, Send, SheetFailure, type FormProps } from '../SheetParts'

/** What neighbours know of stays among what they may know of. */
const OPTIONS = SERVICES.filter(({ code }) => isServiceOfWish(code)).map(({ code, name }) => ({
  value: code as ServiceCode,
  words: name,
}))

/** 提成一件事: what kind of matter it is; the words suggest one. */
export function ServiceForm({ wish, acts, act }: FormProps) {
  const suggested = suggestService(wish.title)
  const [serviceCode, setServiceCode] = useState<ServiceCode>(
    OPTIONS.some(({ value }) => value === suggested) ? suggested : 'other',
  )
  return (
    <View>
      <View className="ask">{SHEET_WORDS.service}</View>
      <View className="text--gap sheet__chips">
        <Chips
          label={SHEET_WORDS.service}
          columns={2}
          options={OPTIONS}
          value={serviceCode}
          onChange={setServiceCode}
        />
      </View>
      <Consequence act={act} />
      <SheetFailure acts={acts} />
      <Send acts={acts} words={WISH_ACT_LABELS[act]} onPress={() => void acts.send({ serviceCode })} />
    </View>
  )
}
