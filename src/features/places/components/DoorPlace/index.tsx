import { View } from '@tarojs/components'
import { openDoorCodeEndpoint, PLACE_LABELS, pathName, type PlaceView } from '#core/places'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { Tile } from '@/components/Tile'
import { aria } from '@/components/aria'
import { useLoad } from '@/hooks/useLoad'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { DOOR } from '../../words'
import { TalkedAbout } from '../TalkedAbout'

export interface DoorPlaceProps {
  code: string
  /** To another code. */
  onOther: () => void
}

/** The place that a code stands for, and reporting there. */
export function DoorPlace({ code, onOther }: DoorPlaceProps) {
  const found = useLoad(() => openDoorCode(code), [code])
  return (
    <Screen title={DOOR.title}>
      <FourFaces
        state={found}
        skeleton={<SkeletonCards count={1} />}
        errorTitle={DOOR.failed}
        isEmpty={(place) => 'refusal' in place}
        empty={
          <Blank
            art="window"
            title={DOOR.failed}
            text={found.status === 'ready' && 'refusal' in found.data ? found.data.refusal : undefined}
            act={{ words: DOOR.other, onPress: onOther }}
          />
        }
      >
        {(place) =>
          'placeId' in place && (
            <>
              <Found place={place} code={code} onOther={onOther} />
              <TalkedAbout communityId={place.communityId} placeId={place.placeId} />
            </>
          )
        }
      </FourFaces>
    </Screen>
  )
}

/** A code that no longer works is an answer too: trying it again would not help. */
async function openDoorCode(code: string): Promise<PlaceView | { refusal: string }> {
  try {
    return await callEndpoint(openDoorCodeEndpoint, { params: { code } })
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return { refusal: error.message }
    throw error
  }
}

function Found({ place, code, onOther }: { place: PlaceView; code: string; onOther: () => void }) {
  const { communityId, placeId, communityName, kind, path } = place
  const placeName = pathName(path)
  return (
    <Card>
      <View className="feed__row">
        <View className="item__lead">
          <Tile icon="door" />
        </View>
        <View className="feed__body">
          <View className="h1" {...aria({ role: 'heading', level: 2 })}>
            {placeName}
          </View>
          <View className="feed__text">{`${communityName} · ${PLACE_LABELS[kind]}`}</View>
        </View>
      </View>
      <View className="text--gap-l">{DOOR.what}</View>
      <View className="card__foot">
        <Button
          icon="wrench"
          onPress={() => goTo(ROUTES.report, { communityId, placeId, placeName, doorCode: code })}
        >
          {DOOR.report}
        </Button>
        <Button variant="quiet" block onPress={onOther}>
          {DOOR.other}
        </Button>
      </View>
    </Card>
  )
}
