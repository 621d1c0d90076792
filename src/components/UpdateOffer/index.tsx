import { View } from '@tarojs/components'
import { applyUpdate, useNewer } from '../../platform/update'
import { Button } from '../Button'
import { Note } from '../Note'

/** A newer version is ready. Stands on tab pages only, where nobody is writing, and waits to be pressed. */
export function UpdateOffer() {
  if (useNewer() !== 'ready') return null
  return (
    <View className="aged">
      <Note title="有新版本了">更新只要几秒钟，写好的都留着。</Note>
      <Button small variant="secondary" icon="retry" onPress={() => void applyUpdate()}>
        现在更新
      </Button>
    </View>
  )
}
