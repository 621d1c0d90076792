import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  correctLedgerEndpoint,
  LEDGER_KIND_LABELS,
  LEDGER_KINDS,
  LEDGER_WHAT_LENGTH,
  type LedgerEntryView,
} from '#core/rounds'
import { messageOf } from '#core/errors'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { useSubmit } from '@/hooks/useSubmit'
import { PhotoPicker, useSendWithPhotos } from '@/parts/photos'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { ITEM_WORDS, LEDGER_WORDS } from '../../item-words'
import { useLedgerForm, type LedgerParams } from '../../useLedgerForm'

interface LedgerSheetProps {
  params: LedgerParams
  onClose: () => void
  onDone: () => void
}

/** 记一笔收入、支出或实物, with photos of the receipts. */
export function LedgerForm({ open, ...sheet }: LedgerSheetProps & { open: boolean }) {
  return (
    <Sheet open={open} title={LEDGER_WORDS.add} onClose={sheet.onClose}>
      {open && <Entering {...sheet} />}
    </Sheet>
  )
}

function Entering({ params, onDone }: LedgerSheetProps) {
  const form = useLedgerForm(params, onDone)
  const { entered, change, errorAt, failure, busy } = form
  const { photos, unsent, waiting, send } = useSendWithPhotos({
    communityId: params.communityId,
    kept: entered.photos,
    onKept: (kept) => change({ photos: kept }),
    send: form.send,
  })
  return (
    <View>
      <Chips
        label={LEDGER_WORDS.kind}
        options={LEDGER_KINDS.map((value) => ({ value, words: LEDGER_KIND_LABELS[value] }))}
        value={entered.kind}
        onChange={(kind) => change({ kind })}
      />
      {entered.kind !== 'gift' && (
        <Field
          label={LEDGER_WORDS.amount}
          placeholder={LEDGER_WORDS.amountPlaceholder}
          type="digit"
          value={entered.amount}
          onChange={(amount) => change({ amount })}
          error={errorAt('fen')}
        />
      )}
      <Field
        label={LEDGER_WORDS.what}
        placeholder={LEDGER_WORDS.whatPlaceholder}
        value={entered.what}
        onChange={(what) => change({ what })}
        maxLength={LEDGER_WHAT_LENGTH}
        error={errorAt('what')}
      />
      <Field
        label={LEDGER_WORDS.withWhom}
        hint={LEDGER_WORDS.withWhomHint}
        value={entered.withWhom}
        onChange={(withWhom) => change({ withWhom })}
        maxLength={LEDGER_WHAT_LENGTH}
      />
      <Field
        label={LEDGER_WORDS.day}
        value={entered.onDay}
        onChange={(onDay) => change({ onDay })}
        error={errorAt('onDay')}
      />
      <PhotoPicker photos={photos} label={LEDGER_WORDS.photos} error={unsent} />
      {failure && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy || waiting} busyWords={ITEM_WORDS.sending} onPress={send}>
          {LEDGER_WORDS.add}
        </Button>
      </View>
    </View>
  )
}

/** 冲账: why, and that both entries stay. */
export function CorrectSheet({
  params,
  entry,
  onClose,
  onDone,
}: LedgerSheetProps & { entry: LedgerEntryView | undefined }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const { submit, busy, failure } = useSubmit(
    (asked: { entryId: string; reason: string }, key) =>
      callEndpoint(correctLedgerEndpoint, {
        params: { ...params, entryId: asked.entryId },
        body: { reason: asked.reason },
        key,
      }),
    () => {
      setReason('')
      toast(LEDGER_WORDS.done)
      onDone()
    },
  )
  const send = () => {
    const words = reason.trim()
    setMissing(!words)
    if (words && entry) void submit({ entryId: entry.entryId, reason: words })
  }
  return (
    <Sheet open={entry !== undefined} title={LEDGER_WORDS.correctTitle} onClose={onClose}>
      <View>
        <Field
          label={LEDGER_WORDS.reason}
          value={reason}
          onChange={setReason}
          maxLength={LEDGER_WHAT_LENGTH}
          error={missing ? messageOf('REASON_REQUIRED') : undefined}
        />
        <Note gap>{LEDGER_WORDS.correctNote}</Note>
        {failure && <FailureNote failure={failure} gap />}
        <View className="sheet__acts">
          <Button busy={busy} busyWords={ITEM_WORDS.sending} onPress={send}>
            {LEDGER_WORDS.correctTitle}
          </Button>
        </View>
      </View>
    </Sheet>
  )
}
