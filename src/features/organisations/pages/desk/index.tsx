import { View } from '@tarojs/components'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { goTo, redirect, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { OrganisationItems } from '../../components/OrganisationItems'
import { RequestList } from '../../components/RequestList'
import { useHere, type Here } from '../../useHere'
import { useOrganisations } from '../../useOrganisations'
import { DESK } from '../../words'

/** 志愿者与互助组织, for community staff: who waits for their word, and what there is. */
export default function OrganisationDeskPage() {
  return useSignInFirst(ROUTES.organisationDesk, usePageQuery()) ? <Desk /> : null
}

function Desk() {
  const here = useHere()
  const ready = here.status === 'ready' && here.data.isStaff ? here.data : undefined
  return (
    <Screen title={DESK.title} foot={ready && <Create {...ready} />}>
      <FourFaces
        state={here}
        skeleton={<SkeletonCards />}
        errorTitle={DESK.failed}
        isEmpty={({ isStaff }) => !isStaff}
        empty={
          <Blank
            art="window"
            title={DESK.forStaff}
            text={DESK.forStaffText}
            act={{ words: DESK.toMine, onPress: () => redirect(ROUTES.organisations) }}
          />
        }
      >
        {({ communityId = '' }) => <Lists communityId={communityId} />}
      </FourFaces>
    </Screen>
  )
}

function Create({ communityId }: Here) {
  return (
    <View className="acts">
      <Button icon="plus" onPress={() => goTo(ROUTES.createOrganisation, { communityId })}>
        {DESK.create}
      </Button>
    </View>
  )
}

const VIEWS = [
  { value: 'requests', words: DESK.views.requests },
  { value: 'organisations', words: DESK.views.organisations },
] as const

function Lists({ communityId }: { communityId: string }) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('requests')
  return (
    <>
      <Chips label={DESK.choose} options={VIEWS} value={view} onChange={setView} />
      <View className="list__first">
        {view === 'requests' ? (
          <RequestList communityId={communityId} />
        ) : (
          <Organisations communityId={communityId} />
        )}
      </View>
      <Card flush gap>
        <Item
          icon="heart"
          title={DESK.offices}
          text={<View className="aside">{DESK.officesText}</View>}
          onPress={() => goTo(ROUTES.offices, { regionId: communityId })}
        />
      </Card>
    </>
  )
}

function Organisations({ communityId }: { communityId: string }) {
  const { state, more } = useOrganisations(communityId, false)
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonCards />}
      errorTitle={DESK.failed}
      isEmpty={(items) => items.length === 0}
      empty={<Blank art="window" title={DESK.noOrganisations} text={DESK.noOrganisationsText} />}
    >
      {(items) => <OrganisationItems items={items} more={more} />}
    </FourFaces>
  )
}
