import { View } from '@tarojs/components'
import { aria } from '@/components/aria'

export interface QuestionProps {
  children: string
  hint?: string
}

/** The one question of a page. */
export function Question({ children, hint }: QuestionProps) {
  return (
    <View className="question">
      <View className="h1" {...aria({ role: 'heading', level: 2 })}>
        {children}
      </View>
      {hint && <View className="question__hint">{hint}</View>}
    </View>
  )
}
