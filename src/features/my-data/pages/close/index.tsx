import { View } from '@tarojs/components'
import { fullDate } from '#core/calendar'
import { CLOSING_DAYS, CLOSING_GOES, CLOSING_STAYS, WORDS_CHOICE_LABELS, WORDS_CHOICES } from '#core/my-data'
import type { MeView } from '#core/people'
import { isOffice } from '#core/permissions'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { CLOSE } from '../../words'
import { useClosing, useClosingForm } from './useClosing'

/** 注销账号: what goes, what stays and why, then the word that does it. */
export default function ClosePage() {
  return useSignInFirst(ROUTES.closeAccount) ? <Close /> : null
}

type Closing = ReturnType<typeof useClosing>

function Close() {
  const closing = useClosing()
  const { state, failure } = closing
  return (
    <Screen title={CLOSE.title}>
      {failure && (
        <Note tone="late" icon="alert" alert>
          {failure.message}
        </Note>
      )}
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={CLOSE.failed}>
        {(me) => <Standing me={me} closing={closing} />}
      </FourFaces>
    </Screen>
  )
}

function Standing({ me, closing }: { me: MeView; closing: Closing }) {
  const offices = [...me.communities, ...me.regions].flatMap(({ roles }) => roles).filter(isOffice)
  const inTheWay = offices.length > 0 && (
    <Offices regionId={me.communities.length > 0 ? undefined : me.regions[0]?.regionId} />
  )
  if (me.closesAt)
    return (
      <>
        <Pending closesAt={me.closesAt} closing={closing} />
        {inTheWay}
      </>
    )
  return inTheWay || <Form closing={closing} />
}

function Pending({ closesAt, closing }: { closesAt: string; closing: Closing }) {
  return (
    <Card title={CLOSE.pending(fullDate(closesAt))}>
      <View className="text text--quiet">{CLOSE.pendingText}</View>
      <View className="form__part">
        <Button onPress={closing.keep} busy={closing.keeping} busyWords={CLOSE.keepBusy}>
          {CLOSE.keep}
        </Button>
      </View>
    </Card>
  )
}

function Offices({ regionId }: { regionId: string | undefined }) {
  return (
    <Card title={CLOSE.officesTitle}>
      <View className="text text--quiet">{CLOSE.officesText}</View>
      <View className="form__part">
        <Button onPress={() => goTo(ROUTES.offices, { regionId })}>{CLOSE.toOffices}</Button>
      </View>
    </Card>
  )
}

function Form({ closing }: { closing: Closing }) {
  const form = useClosingForm(closing.close)
  return (
    <>
      <View className="text">{CLOSE.what(CLOSING_DAYS)}</View>
      <Consequences title={CLOSE.goes} all={CLOSING_GOES} />
      <Consequences title={CLOSE.stays} all={CLOSING_STAYS} />
      <Section title={CLOSE.words} />
      <Card flush>
        <ChoiceList
          label={CLOSE.words}
          options={WORDS_CHOICES.map((value) => ({ value, ...WORDS_CHOICE_LABELS[value] }))}
          value={form.words}
          onChange={form.setWords}
        />
      </Card>
      {form.wordsMissing && (
        <State icon="alert" tone="late">
          {CLOSE.wordsMissing}
        </State>
      )}
      <Card gap>
        <Field
          label={CLOSE.type}
          placeholder={CLOSE.typed}
          value={form.typed}
          onChange={form.setTyped}
          maxLength={4}
          error={form.typeMissing ? CLOSE.typeMissing : undefined}
          required
        />
        <Button
          className="text--gap-l"
          variant="danger"
          onPress={form.press}
          busy={closing.closing}
          busyWords={CLOSE.busy}
        >
          {CLOSE.submit(CLOSING_DAYS)}
        </Button>
      </Card>
    </>
  )
}

function Consequences({ title, all }: { title: string; all: typeof CLOSING_GOES }) {
  return (
    <>
      <Section title={title} />
      <Card flush>
        {all.map(({ what, why }) => (
          <Item key={what} title={what} text={why} strong />
        ))}
      </Card>
    </>
  )
}
