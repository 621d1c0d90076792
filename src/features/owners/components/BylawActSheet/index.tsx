import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  actOnBylawEndpoint,
  BYLAW_ACT_LABELS,
  bylawReasonAsked,
  VOTE_REASON_LENGTH,
  type BylawAct,
  type BylawView,
} from '#core/votes'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { BYLAW_ACT } from '../../bylaw-words'

export interface BylawActSheetProps {
  bylaw: Pick<BylawView, 'communityId' | 'bylawId'>
  /** What is asked about; undefined: the sheet is closed. */
  act: BylawAct | undefined
  onClose: () => void
  onDone: () => void
}

/** What an act on bylaws leads to and, where it needs one, the reason for it. */
export function BylawActSheet({ act, onClose, ...rest }: BylawActSheetProps) {
  return (
    <Sheet open={act !== undefined} title={act ? BYLAW_ACT_LABELS[act] : ''} onClose={onClose}>
      {act && <Form key={act} act={act} {...rest} />}
    </Sheet>
  )
}

interface FormProps extends Pick<BylawActSheetProps, 'bylaw' | 'onDone'> {
  act: BylawAct
}

function Form({ bylaw: { communityId, bylawId }, act, onDone }: FormProps) {
  const [reason, setReason] = useState('')
  const [lacking, setLacking] = useState(false)
  const ask = bylawReasonAsked(act)
  const { submit, busy, failure, clear } = useSubmit(
    async (input: Pick<CallInput<typeof actOnBylawEndpoint>, 'params' | 'body'>, key) => {
      const answer = await callEndpoint(actOnBylawEndpoint, { ...input, key })
      toast(BYLAW_ACT.done)
      return answer
    },
    onDone,
  )
  const send = () => {
    const words = reason.trim()
    setLacking(ask !== null && !words)
    if (ask !== null && !words) return
    void submit({ params: { communityId, bylawId }, body: { act, ...(words ? { reason: words } : {}) } })
  }
  const aboutReason = lacking
    ? BYLAW_ACT.reasonMissing
    : failure?.field === 'reason'
      ? failure.message
      : undefined
  return (
    <View>
      {ask && (
        <Field
          label={ask}
          placeholder={BYLAW_ACT.reasonPlaceholder}
          value={reason}
          onChange={(words) => {
            setLacking(false)
            clear()
            setReason(words)
          }}
          maxLength={VOTE_REASON_LENGTH}
          multiline
          error={aboutReason}
        />
      )}
      <Note gap>{BYLAW_ACT.consequence(act)}</Note>
      {failure && !aboutReason && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={BYLAW_ACT.sending} onPress={send}>
          {BYLAW_ACT_LABELS[act]}
        </Button>
      </View>
    </View>
  )
}
