import { View } from '@tarojs/components'
import { adoptedInWords, bylawTitleInWords, type BylawInForce } from '#core/votes'
import { Note } from '@/components/Note'
import { BYLAW_NOTE_WORDS } from '../words'

/** The clause, word for word. */
export function BylawNote({ bylaw }: { bylaw: BylawInForce }) {
  return (
    <Note gap icon="doc" title={BYLAW_NOTE_WORDS.clause}>
      <View>{`${bylawTitleInWords(bylaw.title)}（${adoptedInWords(bylaw)}）`}</View>
      <View className="text--lines">{bylaw.clause}</View>
    </Note>
  )
}
