import { View } from '@tarojs/components'
import { ACT_LABELS } from '#core/matters'
import { Button } from '@/components/Button'
import { DESK_WORDS } from '../../../../words'
import type { Batch } from '../../useBatch'

/** What is done with all that are ticked. */
export function BatchFoot({ batch }: { batch: Batch }) {
  return (
    <View className="acts">
      <View className="acts__ask">{DESK_WORDS.ticked(batch.ids.length)}</View>
      {batch.acts.map((act) => (
        <Button key={act} busy={batch.busy} busyWords={DESK_WORDS.batchBusy} onPress={() => batch.run(act)}>
          {ACT_LABELS[act]}
        </Button>
      ))}
      <Button variant="quiet" block onPress={batch.toggle}>
        {DESK_WORDS.batchStop}
      </Button>
    </View>
  )
}
