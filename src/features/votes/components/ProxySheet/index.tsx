import { View } from '@tarojs/components'
import { PROXY_ACT_LABELS, proxyReasonAsked, VOTE_REASON_LENGTH } from '#core/votes'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { PROXY_WORDS } from '../../proxy-words'
import type { ProxyActs } from '../../useProxyActs'

/** Why a proxy does not hold, or is taken back in an office. */
export function ProxySheet({ acts }: { acts: ProxyActs }) {
  const { asking, close, reason, change, send, busy, failure } = acts
  const label = asking ? PROXY_ACT_LABELS[asking.act] : ''
  const isAboutReason = failure?.field === 'reason'
  return (
    <Sheet open={asking !== undefined} title={label} onClose={close}>
      {asking && (
        <View>
          <Field
            label={proxyReasonAsked(asking.act, asking.note.party) ?? ''}
            placeholder={PROXY_WORDS.reasonPlaceholder}
            value={reason}
            onChange={change}
            maxLength={VOTE_REASON_LENGTH}
            multiline
            error={isAboutReason ? failure.message : undefined}
          />
          {failure && !isAboutReason && <FailureNote failure={failure} gap />}
          <View className="sheet__acts">
            <Button busy={busy} busyWords={PROXY_WORDS.sending} onPress={send}>
              {label}
            </Button>
          </View>
        </View>
      )}
    </Sheet>
  )
}
