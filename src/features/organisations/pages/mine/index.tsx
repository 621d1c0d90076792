import { View } from '@tarojs/components'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonCards, SkeletonRows } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { OrganisationItems } from '../../components/OrganisationItems'
import { VolunteerCard } from '../../components/VolunteerCard'
import { useHere } from '../../useHere'
import { useOrganisations } from '../../useOrganisations'
import { MINE } from '../../words'

/** 志愿者与互助组织: how I may help, alone or with others. */
export default function MinePage() {
  return useSignInFirst(ROUTES.organisations, usePageQuery()) ? <Mine /> : null
}

function Mine() {
  const here = useHere()
  return (
    <Screen title={MINE.title}>
      <FourFaces
        state={here}
        skeleton={<SkeletonCards />}
        errorTitle={MINE.failed}
        isEmpty={({ communityId }) => communityId === undefined}
        empty={
          <Blank
            art="window"
            title={MINE.nowhere}
            text={MINE.nowhereText}
            act={{ words: MINE.bind, onPress: () => goTo(ROUTES.bind) }}
          />
        }
      >
        {({ communityId = '', isStaff }) => (
          <>
            {isStaff && (
              <Card flush>
                <Item
                  icon="list"
                  title={MINE.desk}
                  onPress={() => goTo(ROUTES.organisationDesk, { communityId })}
                />
              </Card>
            )}
            <VolunteerCard communityId={communityId} />
            <Organisations communityId={communityId} />
          </>
        )}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

const VIEWS = [
  { value: 'all', words: MINE.all },
  { value: 'own', words: MINE.own },
] as const

function Organisations({ communityId }: { communityId: string }) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('all')
  const own = view === 'own'
  const { state, more } = useOrganisations(communityId, own)
  return (
    <>
      <Section title={MINE.section} />
      <Chips label={MINE.choose} options={VIEWS} value={view} onChange={setView} />
      <View className="list__first">
        <FourFaces
          state={state}
          skeleton={<SkeletonRows />}
          errorTitle={MINE.failed}
          isEmpty={(items) => items.length === 0}
          empty={
            <Blank
              art="window"
              title={own ? MINE.emptyOwn : MINE.empty}
              text={own ? MINE.emptyOwnText : MINE.emptyText}
            />
          }
        >
          {(items) => <OrganisationItems items={items} more={more} />}
        </FourFaces>
      </View>
      <Note icon="lock" gap>
        {MINE.private}
      </Note>
    </>
  )
}
