import { View } from '@tarojs/components'
import type { More } from '../../hooks/usePaged'
import { Button } from '../Button'
import { State } from '../State'

export interface MoreButtonProps {
  more: More
}

/** The rest of a list that is loaded page by page: a button, since nothing may depend on scrolling. */
export function MoreButton({ more }: MoreButtonProps) {
  if (!more.has) return null
  return (
    <View className="list__more">
      {more.message && (
        <State icon="alert" tone="late">
          {more.message}
        </State>
      )}
      <Button variant="quiet" block busy={more.busy} onPress={more.load}>
        {more.message ? '再试一次' : '看更多'}
      </Button>
    </View>
  )
}
