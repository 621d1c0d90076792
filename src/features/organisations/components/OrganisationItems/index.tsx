import { View } from '@tarojs/components'
import { MEMBER_STATE_LABELS, ORGANISATION_KIND_LABELS, type OrganisationView } from '#core/organisations'
import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import type { More } from '@/hooks/usePaged'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { MINE } from '../../words'

/** Organisations, each with what they do and the reader's own part in it. */
export function OrganisationItems({ items, more }: { items: readonly OrganisationView[]; more: More }) {
  return (
    <>
      <Card flush>
        {items.map((one) => (
          <Item
            key={one.organisationId}
            icon="users"
            title={one.name}
            text={
              <>
                <View>{MINE.kindAndDoes(ORGANISATION_KIND_LABELS[one.kind], one.does)}</View>
                {one.standing && <View>{MEMBER_STATE_LABELS[one.standing.state]}</View>}
              </>
            }
            onPress={() => open(one)}
          />
        ))}
      </Card>
      <MoreButton more={more} />
    </>
  )
}

function open({ communityId, organisationId }: OrganisationView): void {
  goTo(ROUTES.organisation, { communityId, organisationId })
}
