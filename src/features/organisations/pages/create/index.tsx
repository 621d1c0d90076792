import { View } from '@tarojs/components'
import {
  ORGANISATION_DOES_LENGTH,
  ORGANISATION_KIND_LABELS,
  ORGANISATION_KINDS,
  ORGANISATION_NAME_LENGTH,
} from '#core/organisations'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { State } from '@/components/State'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { CREATE } from '../../words'
import { useCreate } from './useCreate'

/** 成立互助组织: what kind, what it is called, what they do, and who leads it. The server decides who may. */
export default function CreatePage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.createOrganisation, query) ? (
    <Create communityId={query.communityId ?? ''} />
  ) : null
}

const KINDS = ORGANISATION_KINDS.map((value) => ({
  value,
  title: ORGANISATION_KIND_LABELS[value],
  text: CREATE.kinds[value],
}))

type CreateForm = ReturnType<typeof useCreate>

function Create({ communityId }: { communityId: string }) {
  const page = useCreate(communityId)
  return (
    <Screen title={CREATE.title} foot={<Send page={page} />}>
      <KindCard page={page} />
      <TextsCard page={page} />
    </Screen>
  )
}

function Send({ page: { refusal, send, busy } }: { page: CreateForm }) {
  return (
    <View className="acts">
      {refusal !== undefined && (
        <Note tone="late" icon="alert" alert>
          {refusal}
        </Note>
      )}
      <Button onPress={send} busy={busy} busyWords={CREATE.busy}>
        {CREATE.send}
      </Button>
    </View>
  )
}

function KindCard({ page: { form, change, errorAt } }: { page: CreateForm }) {
  const wrongKind = errorAt('kind')
  return (
    <Card title={CREATE.kind}>
      <ChoiceList
        label={CREATE.kind}
        options={KINDS}
        value={form.kind}
        onChange={(kind) => change({ kind })}
      />
      {wrongKind !== undefined && (
        <State icon="alert" tone="late" gap>
          {wrongKind}
        </State>
      )}
    </Card>
  )
}

/** What it is called, what they do, and who leads it. */
function TextsCard({ page: { form, change, errorAt } }: { page: CreateForm }) {
  return (
    <Card>
      <Field
        label={CREATE.name}
        placeholder={CREATE.namePlaceholder}
        value={form.name}
        onChange={(name) => change({ name })}
        maxLength={ORGANISATION_NAME_LENGTH}
        error={errorAt('name')}
        required
      />
      <Field
        label={CREATE.does}
        placeholder={CREATE.doesPlaceholder}
        value={form.does}
        onChange={(does) => change({ does })}
        maxLength={ORGANISATION_DOES_LENGTH}
        error={errorAt('does')}
        required
      />
      <Field
        label={CREATE.code}
        hint={CREATE.codeHint}
        placeholder={CREATE.codePlaceholder}
        value={form.personCode}
        onChange={(personCode) => change({ personCode })}
        maxLength={32}
        error={errorAt('personCode')}
        required
      />
    </Card>
  )
}
