import { View } from '@tarojs/components'
import { useState } from 'react'
import { momentInWords } from '#core/calendar'
import { ENVELOPE_STATE_LABELS, isOpen, type EnvelopeView } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonRows } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { usePageQuery } from '@/platform/navigation'
import { canScan } from '@/platform/scan'
import { ROUTES } from '@/routes'
import { MissingSheet } from '../../components/MissingSheet'
import { ENVELOPE_WORDS } from '../../paper-words'
import { addressIn, useVote, type VoteAddress } from '../../useVote'
import { useEnvelopes, type Envelopes } from './useEnvelopes'

/** 收纸质选票: whose envelope came in, and nothing of what is in it. */
export default function EnvelopesPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.voteEnvelopes, query)
  return signedIn ? <Taking address={addressIn(query)} /> : null
}

function Taking({ address }: { address: VoteAddress }) {
  const vote = useVote(address)
  const envelopes = useEnvelopes(address)
  const mayTake = vote.status === 'ready' && isOpen(vote.data.state)
  const isOver = vote.status === 'ready' && !mayTake
  return (
    <Screen title={ENVELOPE_WORDS.title}>
      {mayTake && <TakeCard address={address} envelopes={envelopes} />}
      {isOver && <Note>{ENVELOPE_WORDS.over}</Note>}
      <FourFaces
        state={envelopes.list.state}
        skeleton={<SkeletonRows count={6} />}
        errorTitle={ENVELOPE_WORDS.failed}
        isEmpty={(items) => items.length === 0}
        empty={<Blank art="window" title={ENVELOPE_WORDS.empty} text={ENVELOPE_WORDS.emptyText} />}
      >
        {(items) => (
          <Card title={ENVELOPE_WORDS.list} gap>
            {items.map((envelope) => (
              <Row
                key={envelope.voterId}
                envelope={envelope}
                onUndo={mayTake && envelope.mine ? () => void envelopes.undo(envelope) : undefined}
              />
            ))}
            <MoreButton more={envelopes.list.more} />
          </Card>
        )}
      </FourFaces>
    </Screen>
  )
}

function TakeCard({ address, envelopes }: { address: VoteAddress; envelopes: Envelopes }) {
  const [choosing, setChoosing] = useState(false)
  const { number, type, take, scan, takeOf, busy, failure } = envelopes
  return (
    <Card>
      <Note>{ENVELOPE_WORDS.note}</Note>
      {canScan && (
        <View className="text--gap-l">
          <Button icon="scan" busy={busy} onPress={() => void scan()}>
            {ENVELOPE_WORDS.scan}
          </Button>
        </View>
      )}
      <View className="text--gap-l">
        <Field
          label={ENVELOPE_WORDS.number}
          placeholder={ENVELOPE_WORDS.numberPlaceholder}
          type="number"
          value={number}
          maxLength={9}
          error={failure?.field === 'number' ? failure.message : undefined}
          onChange={type}
        />
      </View>
      {failure && failure.field !== 'number' && <FailureNote failure={failure} gap />}
      <Button
        variant={canScan ? 'secondary' : 'primary'}
        block
        busy={busy}
        busyWords={ENVELOPE_WORDS.taking}
        onPress={take}
      >
        {ENVELOPE_WORDS.take}
      </Button>
      <Button variant="quiet" block onPress={() => setChoosing(true)}>
        {ENVELOPE_WORDS.choose}
      </Button>
      <MissingSheet
        open={choosing}
        address={address}
        onClose={() => setChoosing(false)}
        onChoose={(voterId) => {
          setChoosing(false)
          void takeOf(voterId)
        }}
      />
    </Card>
  )
}

function Row({ envelope, onUndo }: { envelope: EnvelopeView; onUndo: (() => void) | undefined }) {
  const { number, name, receivedAt, state } = envelope
  return (
    <View className="item">
      <View className="item__body">
        <View className="item__title item__title--strong">{ENVELOPE_WORDS.numbered(number, name)}</View>
        <View className="item__text">{momentInWords(receivedAt, new Date())}</View>
        <State icon={state === 'settled' ? 'ok' : 'info'} tone={state === 'third' ? 'wait' : 'quiet'}>
          {ENVELOPE_STATE_LABELS[state]}
        </State>
      </View>
      {onUndo && (
        <Button small variant="quiet" onPress={onUndo} label={ENVELOPE_WORDS.undoNamed(name)}>
          {ENVELOPE_WORDS.undo}
        </Button>
      )}
    </View>
  )
}
