import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInWords, startOfDay } from '#core/calendar'
import {
  fenInWords,
  isCorrectable,
  LEDGER_KIND_LABELS,
  ledgerInWords,
  listLedgerEndpoint,
  REPORT_HEADINGS,
  type ItemPageView,
  type LedgerEntryView,
} from '#core/rounds'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { SkeletonCards } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { PhotoStrip } from '@/parts/photos'
import { callEndpoint } from '@/platform/call-endpoint'
import { LEDGER_WORDS } from '../../item-words'
import { CorrectSheet, LedgerForm } from '../LedgerForm'

/** 账目: the balance first, then every entry, corrections and all. */
export function LedgerCard({ item }: { item: ItemPageView }) {
  const { communityId, roundId, itemId, may, ledger } = item
  const params = { communityId, roundId, itemId }
  const [writing, setWriting] = useState(false)
  const [wrong, setWrong] = useState<LedgerEntryView>()
  const { state, first, more } = usePaged(
    (cursor) => callEndpoint(listLedgerEndpoint, { params, query: { cursor } }),
    [communityId, itemId],
    ledger,
  )
  const done = () => {
    setWriting(false)
    setWrong(undefined)
    void state.refresh()
  }
  return (
    <Card title={REPORT_HEADINGS.money} gap>
      {first && <View className="text--strong">{ledgerInWords(first)}</View>}
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={1} />}
        errorTitle={LEDGER_WORDS.failed}
        isEmpty={(entries) => entries.length === 0}
        empty={<Note gap>{LEDGER_WORDS.empty}</Note>}
      >
        {(entries) => (
          <>
            {entries.map((entry) => (
              <Entry
                key={entry.entryId}
                entry={entry}
                onWrong={may.keepLedger ? () => setWrong(entry) : undefined}
              />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
      {may.keepLedger && (
        <Button variant="secondary" block onPress={() => setWriting(true)}>
          {LEDGER_WORDS.add}
        </Button>
      )}
      <LedgerForm params={params} open={writing} onClose={() => setWriting(false)} onDone={done} />
      <CorrectSheet params={params} entry={wrong} onClose={() => setWrong(undefined)} onDone={done} />
    </Card>
  )
}

interface EntryProps {
  entry: LedgerEntryView
  onWrong?: (() => void) | undefined
}

function Entry({ entry, onWrong }: EntryProps) {
  const kind = entry.corrects ? LEDGER_WORDS.corrects : LEDGER_KIND_LABELS[entry.kind]
  const facts = [
    kind,
    dateInWords(startOfDay(entry.onDay)),
    ...(entry.withWhom ? [entry.withWhom] : []),
    ...(entry.byName ? [entry.byName] : []),
    ...(entry.corrected ? [LEDGER_WORDS.corrected] : []),
  ]
  return (
    <>
      <Item
        title={entry.what}
        text={facts.join(' · ')}
        {...(entry.amountFen === 0 ? {} : { value: fenInWords(entry.amountFen) })}
      />
      <PhotoStrip photos={entry.photos} name={LEDGER_WORDS.photos} />
      {onWrong && isCorrectable(entry) && (
        <Button small variant="quiet" label={LEDGER_WORDS.correctNamed(entry.what)} onPress={onWrong}>
          {LEDGER_WORDS.correct}
        </Button>
      )}
    </>
  )
}
