import { View } from '@tarojs/components'
import { ageNow } from '../../platform/age'
import { Button } from '../Button'
import { Note } from '../Note'

export interface AgedProps {
  /** When the server said it, in ms. */
  keptAt: number
  onRetry: () => void
  retrying?: boolean
}

/** Says honestly that what stands below is not what the server says now, and how old it is. */
export function Aged({ keptAt, onRetry, retrying = false }: AgedProps) {
  return (
    <View className="aged">
      <Note tone="wait" icon="clock" title="没连上网" alert>
        {`下面是${ageNow(keptAt)}的内容，可能已经变了。`}
      </Note>
      <View className="aged__act">
        <Button small variant="secondary" icon="retry" busy={retrying} busyWords="正在连…" onPress={onRetry}>
          再试一次
        </Button>
      </View>
    </View>
  )
}
