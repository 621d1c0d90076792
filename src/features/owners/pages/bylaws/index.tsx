import { View } from '@tarojs/components'
import { BYLAW_STATE_LABELS, bylawTitleInWords, listBylawsEndpoint, type BylawItem } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards, SkeletonRows } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { BYLAWS } from '../../bylaw-words'
import { useHere } from '../../useHere'

/** 备案的规约: by which bylaws silence counts here, and what they are. */
export default function BylawsPage() {
  return useSignInFirst(ROUTES.bylaws, usePageQuery()) ? <Bylaws /> : null
}

function Bylaws() {
  const here = useHere()
  const { communityId, records } = here.status === 'ready' ? here.data : { records: false }
  return (
    <Screen
      title={BYLAWS.title}
      foot={communityId && records ? <Foot communityId={communityId} /> : undefined}
    >
      <FourFaces
        state={here}
        skeleton={<SkeletonCards count={1} />}
        errorTitle={BYLAWS.failed}
        isEmpty={(one) => one.communityId === undefined}
        empty={
          <Blank
            art="window"
            title={BYLAWS.nowhere}
            text={BYLAWS.nowhereText}
            act={{ words: BYLAWS.bind, onPress: () => goTo(ROUTES.bind) }}
          />
        }
      >
        {() => communityId && <List communityId={communityId} />}
      </FourFaces>
    </Screen>
  )
}

function Foot({ communityId }: { communityId: string }) {
  return (
    <View className="acts">
      <Button onPress={() => goTo(ROUTES.recordBylaw, { communityId })}>{BYLAWS.record}</Button>
    </View>
  )
}

function List({ communityId }: { communityId: string }) {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listBylawsEndpoint, { params: { communityId }, query: { cursor } }),
    [communityId],
  )
  useReturn(() => void state.refresh())
  return (
    <>
      <Card>
        <View>{BYLAWS.about}</View>
        <Note gap>
          {BYLAWS.points.map((point) => (
            <View key={point}>{point}</View>
          ))}
        </Note>
      </Card>
      <FourFaces
        state={state}
        skeleton={<SkeletonRows />}
        errorTitle={BYLAWS.failed}
        isEmpty={(items) => items.length === 0}
        empty={<Blank art="window" title={BYLAWS.empty} text={BYLAWS.emptyText} />}
      >
        {(items) => (
          <>
            <Card flush gap>
              {items.map((item) => (
                <Row key={item.bylawId} item={item} communityId={communityId} />
              ))}
            </Card>
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </>
  )
}

function Row({ item, communityId }: { item: BylawItem; communityId: string }) {
  return (
    <Item
      icon="doc"
      title={bylawTitleInWords(item.title)}
      text={BYLAWS.line(item)}
      value={BYLAW_STATE_LABELS[item.state]}
      strong={item.state === 'in_force'}
      onPress={() => goTo(ROUTES.bylaw, { communityId, id: item.bylawId })}
    />
  )
}
