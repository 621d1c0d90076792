import { View } from '@tarojs/components'
import { adoptedInWords, bylawTitleInWords, type BylawInForce } from '#core/votes'
import { Note } from '@/components/Note'
import { SILENCE_WORDS } from '../../delivery-words'

/** The clause, word for word. */
export function BylawNote({ bylaw }: { bylaw: BylawInForce }) {
  return (
    <Note gap icon="doc" title={SILENCE_WORDS.clause}>
      <View>{`${bylawTitleInWords(bylaw.title)}（${adoptedInWords(bylaw)}）`}</View>
      <View className="text--lines">{bylaw.clause}</View>
    </Note>
  )
}
