import { View } from '@tarojs/components'
import type { Failure } from '../../hooks/useSubmit'
import { Button } from '../Button'
import { Note } from '../Note'

export interface FailureNoteProps {
  failure: Failure
  /** Space above it. */
  gap?: boolean
  id?: string
}

/** What did not work, read out as it appears; what may be tried again as it is has its button here. */
export function FailureNote({ failure: { message, again }, gap, id }: FailureNoteProps) {
  return (
    <Note tone="late" icon="alert" gap={gap} id={id} alert>
      {message}
      {again && (
        <View className="note__act">
          <Button small variant="secondary" icon="retry" onPress={again}>
            再试一次
          </Button>
        </View>
      )}
    </Note>
  )
}
