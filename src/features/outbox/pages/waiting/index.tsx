import { View } from '@tarojs/components'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useLoad } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { changeLetter, dropLetter, sendLetter } from '@/parts/outbox'
import { ageNow } from '@/platform/age'
import { toast } from '@/platform/feedback'
import { knownMe } from '@/platform/me'
import { switchTab } from '@/platform/navigation'
import { canSendHere, isOld, useLetters, type Letter } from '@/platform/outbox'
import { sentenceOf } from '@/platform/readable-error'
import { ROUTES } from '@/routes'
import { WAITING } from '../../words'

/** 等待发送: everything that was written on this phone and has not arrived yet. */
export default function WaitingPage() {
  return useSignInFirst(ROUTES.outbox) ? <Waiting /> : null
}

function Waiting() {
  // Each person has a box of their own: whose it is comes first, without a network from what the phone has kept.
  const state = useLoad(knownMe, [])
  return (
    <Screen title={WAITING.title}>
      <FourFaces state={state} skeleton={<SkeletonCards />} errorTitle={WAITING.failed}>
        {() => <Letters />}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

function Letters() {
  const letters = useLetters()
  if (letters.length === 0)
    return (
      <Blank
        art="window"
        title={WAITING.empty}
        text={WAITING.emptyText}
        act={{ words: WAITING.home, onPress: () => switchTab('home') }}
      />
    )
  return (
    <>
      <Note>{WAITING.hint}</Note>
      {letters.map((letter) => (
        <LetterCard key={letter.key} letter={letter} />
      ))}
    </>
  )
}

function LetterCard({ letter }: { letter: Letter }) {
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const outcome = await sendLetter(letter)
    setBusy(false)
    if (outcome?.state === 'arrived') toast(WAITING.sent)
    if (outcome?.state === 'waiting') toast(`${sentenceOf(outcome.error)}${WAITING.stillOffline}`)
  }
  const { label, detail } = letter
  return (
    <Card gap>
      <View className="text--strong">{label}</View>
      {detail && <View className="text--small text--quiet">{detail}</View>}
      <Standing letter={letter} />
      <View className="letter__acts">
        <Button
          className="letter__act"
          small
          icon="retry"
          busy={busy}
          busyWords={WAITING.sending}
          label={WAITING.of(WAITING.send, label)}
          onPress={() => void send()}
        >
          {WAITING.send}
        </Button>
        <Button
          className="letter__act"
          small
          variant="secondary"
          label={WAITING.of(WAITING.change, label)}
          onPress={() => void changeLetter(letter)}
        >
          {WAITING.change}
        </Button>
        <Button
          className="letter__act"
          small
          variant="quiet"
          label={WAITING.of(WAITING.drop, label)}
          onPress={() => void dropLetter(letter)}
        >
          {WAITING.drop}
        </Button>
      </View>
    </Card>
  )
}

/** Waits by itself, or for its writer: then why. */
function Standing({ letter }: { letter: Letter }) {
  const age = ageNow(letter.writtenAt)
  if (letter.refused !== undefined) {
    return (
      <State icon="alert" tone="late" gap>
        {WAITING.refused(letter.refused)}
      </State>
    )
  }
  if (isOld(letter, Date.now())) {
    return (
      <State icon="alert" tone="wait" gap>
        {WAITING.old(age)}
      </State>
    )
  }
  if (!canSendHere(letter)) {
    return (
      <State icon="alert" tone="wait" gap>
        {WAITING.photosElsewhere}
      </State>
    )
  }
  return (
    <State icon="clock" tone="wait" gap>
      {`${WAITING.waiting}，${WAITING.written(age)}`}
    </State>
  )
}
