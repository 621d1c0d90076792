import { View } from '@tarojs/components'
import {
  BALLOT_VOID_LABELS,
  envelopesLeftInWords,
  KEYED_VOID_REASONS,
  THIRD_SEAT,
  type EnvelopeToKey,
} from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { optionsInWords } from '../../components/ByUnitSheet'
import { Choosing } from '../../components/Choosing'
import { KEYING_WORDS } from '../../paper-words'
import { addressIn, type VoteAddress } from '../../useVote'
import { useKeying, type Keying, type KeyingDesk } from './useKeying'
import { useSeek } from './useSeek'

/** 拆封录入: a teller opens one envelope after the other and keys in what stands on the ballot. */
export default function KeyingPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.voteKeying, query)
  return signedIn ? <Desk address={addressIn(query)} /> : null
}

function Desk({ address }: { address: VoteAddress }) {
  const keying = useKeying(address)
  return (
    <Screen title={KEYING_WORDS.title} foot={keying.now && <Foot keying={keying} />}>
      <FourFaces state={keying.desk} skeleton={<SkeletonCards count={2} />} errorTitle={KEYING_WORDS.failed}>
        {(desk) => (
          <>
            {keying.now ? <InHand desk={desk} keying={keying} now={keying.now} /> : <Nothing desk={desk} />}
            {desk.left > 1 && <SeekCard address={address} keying={keying} />}
            {desk.mine.length > 0 && <Mine mine={desk.mine} keying={keying} />}
            <ReviewSheet desk={desk} keying={keying} />
          </>
        )}
      </FourFaces>
      <VoidSheet keying={keying} />
    </Screen>
  )
}

function Nothing({ desk: { seat } }: { desk: KeyingDesk }) {
  const text = seat === THIRD_SEAT ? KEYING_WORDS.emptyThird : KEYING_WORDS.emptyText
  return <Blank art="window" title={KEYING_WORDS.empty} text={seat === null ? KEYING_WORDS.notNow : text} />
}

interface InHandProps {
  desk: KeyingDesk
  keying: Keying
  now: EnvelopeToKey
}

function InHand({ desk, keying, now }: InHandProps) {
  const { vote, seat, left } = desk
  return (
    <>
      <Card>
        <View className="h1">{KEYING_WORDS.now(now.number, now.name)}</View>
        <View className="text--strong">{envelopesLeftInWords(left)}</View>
        <View className="text text--gap">
          {seat === THIRD_SEAT ? KEYING_WORDS.thirdText : KEYING_WORDS.text}
        </View>
        {vote.items.length > 1 && <Note gap>{KEYING_WORDS.blank}</Note>}
      </Card>
      <Choosing vote={vote} ballot={keying.ballot} />
    </>
  )
}

/** Envelopes lie about in no order: whoever has one in the hand keys in that one. */
function SeekCard({ address, keying }: { address: VoteAddress; keying: Keying }) {
  const { number, type, go, busy, failure } = useSeek(address, keying.redo)
  return (
    <Card>
      <Field
        label={KEYING_WORDS.seek}
        placeholder={KEYING_WORDS.seekPlaceholder}
        type="number"
        value={number}
        maxLength={9}
        error={failure?.message}
        onChange={type}
      />
      <Button variant="secondary" block busy={busy} onPress={go}>
        {KEYING_WORDS.seekGo}
      </Button>
    </Card>
  )
}

function Foot({ keying }: { keying: Keying }) {
  const { failure, face, later } = keying
  return (
    <View className="acts">
      {failure && face === 'choosing' && (
        <View className="acts__failure acts__failure--inside">
          <FailureNote failure={failure} />
        </View>
      )}
      <Button onPress={() => keying.show('review')}>{KEYING_WORDS.review}</Button>
      <Button variant="secondary" block onPress={() => keying.show('spoilt')}>
        {KEYING_WORDS.void}
      </Button>
      {later && (
        <Button variant="quiet" block onPress={later}>
          {KEYING_WORDS.later}
        </Button>
      )}
    </View>
  )
}

function ReviewSheet({ desk: { vote }, keying }: { desk: KeyingDesk; keying: Keying }) {
  const { face, show, ballot, busy, failure, save, now } = keying
  return (
    <Sheet open={face === 'review'} title={KEYING_WORDS.reviewTitle} onClose={() => show('choosing')}>
      {now && <View className="text--strong">{KEYING_WORDS.now(now.number, now.name)}</View>}
      {vote.items.map(({ itemId, title }) => {
        const choice = ballot.picks[itemId]
        return (
          <View key={itemId} className="text--gap">
            <View className="text text--quiet">{title}</View>
            <View className="text--strong">
              {choice === undefined ? KEYING_WORDS.left : optionsInWords(choice)}
            </View>
          </View>
        )
      })}
      {failure && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={KEYING_WORDS.saving} onPress={save}>
          {KEYING_WORDS.save}
        </Button>
        <Button variant="quiet" block onPress={() => show('choosing')}>
          {KEYING_WORDS.again}
        </Button>
      </View>
    </Sheet>
  )
}

const REASONS = KEYED_VOID_REASONS.map((value) => ({ value, title: BALLOT_VOID_LABELS[value] }))

function VoidSheet({ keying }: { keying: Keying }) {
  const { face, show, voidReason, chooseReason, busy, failure, saveVoid } = keying
  return (
    <Sheet open={face === 'spoilt'} title={KEYING_WORDS.voidTitle} onClose={() => show('choosing')}>
      <ChoiceList
        label={KEYING_WORDS.voidTitle}
        options={REASONS}
        {...(voidReason === undefined ? {} : { value: voidReason })}
        onChange={chooseReason}
      />
      <Note gap>{KEYING_WORDS.voidNote}</Note>
      {failure && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={KEYING_WORDS.saving} onPress={saveVoid}>
          {KEYING_WORDS.voidSave}
        </Button>
        <Button variant="quiet" block onPress={() => show('choosing')}>
          {KEYING_WORDS.again}
        </Button>
      </View>
    </Sheet>
  )
}

function Mine({ mine, keying }: { mine: readonly EnvelopeToKey[]; keying: Keying }) {
  return (
    <Card title={KEYING_WORDS.mine} gap>
      <View className="text--small text--quiet">{KEYING_WORDS.mineText}</View>
      {mine.map((envelope) => (
        <View key={envelope.voterId} className="item">
          <View className="item__body">
            <View className="item__title item__title--strong">
              {KEYING_WORDS.now(envelope.number, envelope.name)}
            </View>
          </View>
          <Button
            small
            variant="quiet"
            onPress={() => keying.redo(envelope)}
            label={KEYING_WORDS.redoNamed(envelope.number)}
          >
            {KEYING_WORDS.redo}
          </Button>
        </View>
      ))}
    </Card>
  )
}
