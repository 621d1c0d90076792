import { View } from '@tarojs/components'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { currentCommunity, knownMe } from '@/platform/me'
import { goTo, redirect, switchTab, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { OfficeCard } from '../../components/OfficeCard'
import { ProposeForm } from '../../components/ProposeForm'
import { ReasonSheet } from '../../components/ReasonSheet'
import { officeRegions, rolesToGrant, type OfficeRegion } from '../../office-regions'
import { BIND, OFFICES, PROPOSE } from '../../words'
import { useOffices } from './useOffices'

/** 职务 of a region; with `?propose=1`, the form by which one is granted. */
export default function OfficesPage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.offices, query) ? (
    <Regions wanted={query.regionId} proposing={!!query.propose} />
  ) : null
}

function Regions({ wanted, proposing }: { wanted?: string; proposing: boolean }) {
  const me = useLoad(knownMe, [])
  if (me.status === 'ready') {
    const regionId = wanted ?? currentCommunity(me.data)?.communityId
    const regions = officeRegions(me.data)
    const here = regions.find((region) => region.regionId === regionId)
    if (proposing && here) return <ProposeForm region={here} />
    if (regionId !== undefined) return <Offices regionId={regionId} here={here} regions={regions} />
  }
  return (
    <Screen title={proposing ? PROPOSE.title : OFFICES.title}>
      <FourFaces state={me} skeleton={<SkeletonCards />} errorTitle={OFFICES.failed}>
        {() => (
          <Blank
            art="window"
            title={OFFICES.nowhere}
            text={OFFICES.nowhereText}
            act={{ words: BIND.backToMe, onPress: () => switchTab('me') }}
          />
        )}
      </FourFaces>
    </Screen>
  )
}

interface OfficesProps {
  regionId: string
  /** Undefined where one holds nothing. */
  here: OfficeRegion | undefined
  regions: readonly OfficeRegion[]
}

function Offices({ regionId, here, regions }: OfficesProps) {
  const page = useOffices(regionId)
  const { state, asked, failure } = page
  const foot = here && rolesToGrant(here).length > 0 && (
    <View className="acts">
      <Button onPress={() => goTo(ROUTES.offices, { regionId, propose: 1 })}>{OFFICES.add}</Button>
    </View>
  )
  return (
    <Screen title={OFFICES.title} foot={foot}>
      {regions.length > 1 && (
        <Chips
          label={OFFICES.choose}
          options={regions.map((region) => ({ value: region.regionId, words: region.name }))}
          value={regionId}
          onChange={(next) => next !== regionId && redirect(ROUTES.offices, { regionId: next })}
        />
      )}
      <View className="list__first">
        {failure && !asked && <FailureNote failure={failure} />}
        <FourFaces
          state={state}
          skeleton={<SkeletonCards />}
          errorTitle={OFFICES.failed}
          isEmpty={(grants) => grants.length === 0 && !page.more.has}
          empty={<Blank art="window" title={OFFICES.emptyTitle} text={OFFICES.emptyText} />}
        >
          {(grants) => (
            <>
              {grants.map((grant) => (
                <OfficeCard key={grant.grantId} grant={grant} onAct={(act) => page.press(grant, act)} />
              ))}
              <MoreButton more={page.more} />
            </>
          )}
        </FourFaces>
      </View>
      <ReasonSheet
        act={asked && OFFICES.acts[asked.act]}
        label={OFFICES.reason}
        placeholder={OFFICES.reasonPlaceholder}
        busy={page.busy}
        busyWords={OFFICES.busy}
        failure={failure}
        onSend={page.sendReason}
        onClose={page.putAway}
      />
    </Screen>
  )
}
