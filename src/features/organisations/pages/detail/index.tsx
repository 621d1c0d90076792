import { View } from '@tarojs/components'
import {
  MEMBER_ACT_LABELS,
  MEMBER_STATE_LABELS,
  ORGANISATION_KIND_LABELS,
  type OrganisationView,
} from '#core/organisations'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { StateAndActs } from '@/components/StateAndActs'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { JoinSheet } from '../../components/JoinSheet'
import { MemberList } from '../../components/MemberList'
import { StaffPart } from '../../components/StaffPart'
import { MINE, ORGANISATION } from '../../words'
import { useOrganisation, type Address } from './useOrganisation'

/** 互助组织: what it does, my part in it; for its leads and the staff, who is in it. */
export default function OrganisationPage() {
  const query = usePageQuery()
  const { communityId = '', organisationId = '' } = query
  return useSignInFirst(ROUTES.organisation, query) ? (
    <Organisation address={{ communityId, organisationId }} />
  ) : null
}

type Page = ReturnType<typeof useOrganisation>

function Organisation({ address }: { address: Address }) {
  const page = useOrganisation(address)
  const { state, acts } = page
  const mayAsk = state.status === 'ready' && state.data.mayAsk
  return (
    <Screen
      title={ORGANISATION.title}
      foot={
        mayAsk && (
          <View className="acts">
            <Button icon="plus" onPress={() => page.setJoining(true)}>
              {ORGANISATION.join}
            </Button>
          </View>
        )
      }
    >
      {acts.failure && (
        <Note tone="late" icon="alert" alert>
          {acts.failure.message}
        </Note>
      )}
      <FourFaces state={state} skeleton={<SkeletonCards />} errorTitle={ORGANISATION.failed}>
        {(organisation) => (
          <>
            <What organisation={organisation} page={page} />
            {organisation.seesMembers && (
              <MemberList organisation={organisation} onChange={() => void state.refresh()} />
            )}
            {organisation.acts.length > 0 && <StaffPart organisation={organisation} onDone={state.replace} />}
            <Note icon="lock" gap>
              {MINE.private}
            </Note>
          </>
        )}
      </FourFaces>
      <Join page={page} />
      <ConsentSheet />
    </Screen>
  )
}

function What({ organisation, page }: { organisation: OrganisationView; page: Page }) {
  const { name, kind, standing } = organisation
  return (
    <Card title={name} aside={ORGANISATION_KIND_LABELS[kind]}>
      <Facts facts={factsOf(organisation)} />
      {standing && (
        <StateAndActs
          state={MEMBER_STATE_LABELS[standing.state]}
          about={name}
          acts={standing.acts.map((act) => ({
            words: MEMBER_ACT_LABELS[act],
            onPress: () => page.acts.press(organisation, act),
          }))}
        />
      )}
    </Card>
  )
}

function factsOf({ does, endedReason, standing }: OrganisationView): Fact[] {
  return [
    { name: ORGANISATION.does, value: does },
    ...(endedReason === null ? [] : [{ name: ORGANISATION.gone, value: endedReason }]),
    ...(standing?.reason && endedReason === null
      ? [{ name: ORGANISATION.reason, value: standing.reason }]
      : []),
  ]
}

function Join({ page: { joining, setJoining, asking } }: { page: Page }) {
  return (
    <JoinSheet
      open={joining}
      title={ORGANISATION.join}
      words={{
        send: ORGANISATION.joinSend,
        busy: ORGANISATION.joinBusy,
        note: ORGANISATION.joinNote,
        hint: ORGANISATION.joinHint,
        placeholder: ORGANISATION.joinPlaceholder,
      }}
      busy={asking.busy}
      failure={asking.failure}
      onSend={(note) => void asking.submit(note)}
      onClose={() => {
        setJoining(false)
        asking.clear()
      }}
    />
  )
}
