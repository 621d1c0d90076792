import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ShownAs } from '#core/matters'
import { ChoiceList, type Choice } from '@/components/ChoiceList'
import { useMe } from '@/platform/me'
import { SHEET_WORDS } from '../../act-words'
import { Consequence, NoteField, Send, SheetFailure, type FormProps } from '../SheetParts'

/** 我来帮: as whom, and a few words. */
export function OfferForm({ wish, acts, act }: FormProps) {
  const nickname = useMe()?.nickname ?? undefined
  const [chosen, setChosen] = useState<string>(nickname ? 'nickname' : 'resident')
  const options: Choice<string>[] = [
    ...(nickname
      ? [
          {
            value: 'nickname',
            title: SHEET_WORDS.asNickname(nickname),
            text: SHEET_WORDS.asNicknameText,
          },
        ]
      : []),
    { value: 'resident', title: SHEET_WORDS.asResident, text: SHEET_WORDS.asResidentText },
    ...wish.mayOfferFor.map(({ organisationId, name }) => ({
      value: organisationId,
      title: name,
      text: SHEET_WORDS.asOrganisationText,
    })),
  ]
  return (
    <View>
      <NoteField acts={acts} act={act} />
      <View className="field">
        <View className="ask">{SHEET_WORDS.asWhom}</View>
        <ChoiceList label={SHEET_WORDS.asWhom} options={options} value={chosen} onChange={setChosen} />
      </View>
      <Consequence act={act} />
      <SheetFailure acts={acts} />
      <Send acts={acts} words={SHEET_WORDS.offerSend} onPress={() => void acts.send(asWhom(chosen))} />
    </View>
  )
}

/** An organisation is named by its own name. */
function asWhom(chosen: string): { shownAs?: ShownAs; organisationId?: string } {
  return chosen === 'nickname' || chosen === 'resident' ? { shownAs: chosen } : { organisationId: chosen }
}
