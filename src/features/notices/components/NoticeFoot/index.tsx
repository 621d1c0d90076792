import { View } from '@tarojs/components'
import type { NoticeView } from '#core/notices'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import type { NoticeActs } from '../../pages/detail/useNotice'
import { NOTICE_DETAIL } from '../../words'
import { PinSheet } from '../PinSheet'
import { WithdrawSheet } from '../WithdrawSheet'

export interface NoticeFootProps {
  notice: NoticeView
  acts: NoticeActs
}

/** What its author and moderators may do with a notice. */
export function NoticeFoot({ notice, acts }: NoticeFootProps) {
  const { sheet, openSheet, close, busy, failure, send } = acts
  return (
    <View className="acts">
      {failure && !sheet && <FailureNote failure={failure} />}
      <View className="pair">
        {notice.acts.includes('pin') && (
          <Button
            className="grow"
            variant="secondary"
            block
            busy={busy && !sheet}
            onPress={() => (notice.pinnedUntil ? send({ act: 'pin' }) : openSheet('pin'))}
          >
            {notice.pinnedUntil ? NOTICE_DETAIL.unpin : NOTICE_DETAIL.pin}
          </Button>
        )}
        {notice.acts.includes('withdraw') && (
          <Button className="grow pair__next" variant="quiet" block onPress={() => openSheet('withdraw')}>
            {NOTICE_DETAIL.withdraw}
          </Button>
        )}
      </View>
      <PinSheet
        open={sheet === 'pin'}
        busy={busy}
        error={failure?.message}
        onClose={close}
        onPin={(days) => send({ act: 'pin', days })}
      />
      <WithdrawSheet
        open={sheet === 'withdraw'}
        busy={busy}
        error={failure?.message}
        onClose={close}
        onWithdraw={(reason) => send({ act: 'withdraw', reason })}
      />
    </View>
  )
}
