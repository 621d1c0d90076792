import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  CONCERN_LABELS,
  CONCERNS,
  REPORT_NOTE_LENGTH,
  reportWordsEndpoint,
  type Concern,
  type TargetKind,
} from '#core/moderation'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { State } from '@/components/State'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { REPORT } from '../words'

const OPTIONS = CONCERNS.map((value) => ({ value, title: CONCERN_LABELS[value] }))

export interface ReportSheetProps {
  communityId: string
  /** What is reported; undefined while nothing is. */
  target?: { kind: TargetKind; id: string }
  onClose: () => void
}

/** 举报: what is wrong with these words, and a note if one likes. For posts, matters and notices alike. */
export function ReportSheet({ communityId, target, onClose }: ReportSheetProps) {
  return (
    <Sheet open={target !== undefined} title={REPORT.title} onClose={onClose}>
      {target && <ReportForm key={target.id} communityId={communityId} target={target} onDone={onClose} />}
    </Sheet>
  )
}

interface FormProps extends Required<Pick<ReportSheetProps, 'communityId' | 'target'>> {
  onDone: () => void
}

function useReport({ communityId, target, onDone }: FormProps) {
  const [category, setCategory] = useState<Concern>()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const { submit, busy, failure } = useSubmit(
    (body: { category: Concern; note: string }, key) =>
      callEndpoint(reportWordsEndpoint, { params: { communityId }, body: { target, ...body }, key }),
    () => {
      toast(REPORT.done)
      onDone()
    },
  )
  return {
    category,
    choose: (next: Concern) => {
      setCategory(next)
      setMissing(false)
    },
    note,
    setNote,
    missing,
    busy,
    failure,
    send: () => {
      setMissing(category === undefined)
      if (category) void submit({ category, note: note.trim() })
    },
  }
}

function ReportForm(props: FormProps) {
  const form = useReport(props)
  return (
    <>
      <View className="ask">{REPORT.ask}</View>
      <ChoiceList label={REPORT.ask} options={OPTIONS} value={form.category} onChange={form.choose} />
      {form.missing && (
        <State icon="alert" tone="late" gap>
          {REPORT.askMissing}
        </State>
      )}
      <Field
        label={REPORT.note}
        hint={REPORT.noteHint}
        placeholder={REPORT.notePlaceholder}
        value={form.note}
        onChange={form.setNote}
        maxLength={REPORT_NOTE_LENGTH}
        multiline
      />
      {form.failure && <FailureNote failure={form.failure} gap />}
      <Note gap>{REPORT.quiet}</Note>
      <View className="sheet__acts">
        <Button onPress={form.send} busy={form.busy} busyWords={REPORT.sending}>
          {REPORT.send}
        </Button>
      </View>
    </>
  )
}
