import { View } from '@tarojs/components'
import { Sheet } from '@/components/Sheet'
import { DESK_WORDS, KEY_WORDS } from '../../../../words'

export interface KeySheetProps {
  open: boolean
  onClose: () => void
}

/** What the keys do. */
export function KeySheet({ open, onClose }: KeySheetProps) {
  return (
    <Sheet open={open} title={DESK_WORDS.keysTitle} onClose={onClose}>
      {KEY_WORDS.map(([key, words]) => (
        <View key={key} className="tickrow text--gap">
          <View className="kbd">{key}</View>
          <View className="tickrow__body">　{words}</View>
        </View>
      ))}
    </Sheet>
  )
}
