import { View } from '@tarojs/components'
import { goBack } from '../../platform/navigation'
import { aria } from '../aria'
import { Icon } from '../Icon'
import { Press } from '../Press'

export interface WideHeadProps {
  title: string
  back?: boolean
  acts?: readonly { words: string; onPress: () => void }[]
}

/** The head of the list column on a wide screen; with a way back where no side column has one. */
export function WideHead({ title, back, acts = [] }: WideHeadProps) {
  return (
    <View className="wide__list-head">
      {back && (
        <Press className="wide__back" onPress={goBack} label="返回">
          <Icon name="left" />
        </Press>
      )}
      <View className="h1 wide__space" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </View>
      {acts.map(({ words, onPress }) => (
        <Press key={words} className="link" onPress={onPress}>
          <View>{words}</View>
        </Press>
      ))}
    </View>
  )
}
