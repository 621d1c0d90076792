import { View } from '@tarojs/components'
import { CASE_REASON_LENGTH, decisionLabel, isOpenCase, type CaseView } from '#core/moderation'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { ReasonForm } from '@/parts/threads'
import type { OpenCase } from '../CasePane/useCase'
import { CASE } from '../../words'

export interface DecideProps {
  view: CaseView
  open: OpenCase
}

/** Two equal answers, or what was decided. */
export function Decide({ view, open }: DecideProps) {
  const { asking, failure, busy } = open
  if (view.choices.length === 0) return <Decided view={view} />
  return (
    <Card gap>
      <View className="equals">
        {view.choices.map((decision) => (
          <Button
            key={decision}
            variant="equal"
            className="equals__one"
            busy={busy === decision}
            busyWords={CASE.sending}
            onPress={() => open.press(decision)}
          >
            {decisionLabel(view.source, decision)}
          </Button>
        ))}
      </View>
      {failure && !asking && <FailureNote failure={failure} gap />}
      <Sheet
        open={asking !== undefined}
        title={asking ? decisionLabel(view.source, asking) : ''}
        onClose={open.close}
      >
        {asking && (
          <ReasonForm
            act={decisionLabel(view.source, asking)}
            label={CASE.reasonLabel}
            hint={CASE.reasonHint}
            placeholder={CASE.reasonPlaceholder}
            maxLength={CASE_REASON_LENGTH}
            busy={busy !== undefined}
            busyWords={CASE.sending}
            failure={failure}
            onSend={open.sendReason}
          />
        )}
      </Sheet>
    </Card>
  )
}

function Decided({ view: { state, source, decision, reason } }: { view: CaseView }) {
  if (isOpenCase(state)) return <Note gap>{CASE.sameModerator}</Note>
  return (
    <Note gap icon="ok" title={decision ? decisionLabel(source, decision) : CASE.decided}>
      {reason ?? CASE.decided}
    </Note>
  )
}
