import { View } from '@tarojs/components'
import type { ConsentView } from '#core/people'

/** A notice as one reads it: what one agrees to, then its parts. */
export function NoticeText({ notice }: { notice: Pick<ConsentView, 'asks' | 'parts'> }) {
  return (
    <>
      <View className="text">{notice.asks}</View>
      {notice.parts.map(({ title, text }) => (
        <View key={title} className="text text--gap">
          <View className="text--strong">{title}</View>
          <View>{text}</View>
        </View>
      ))}
    </>
  )
}
