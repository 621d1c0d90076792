import { View } from '@tarojs/components'
import { useState } from 'react'
import { CHOSEN_HOMES_AT_MOST, listRoundHomesEndpoint } from '#core/rounds'
import { Button } from '@/components/Button'
import { ChoiceRow } from '@/components/ChoiceRow'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { SwitchRow } from '@/components/SwitchRow'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { CONVENE_WORDS } from '../../convene-words'

export interface HomesPickProps {
  communityId: string
  placeId: string
  /** Undefined: every home of the place. */
  homeIds: readonly string[] | undefined
  onChange: (homeIds: readonly string[] | undefined) => void
  error?: string | undefined
}

/** 请哪些户: all of the place, or some of them, chosen from a list. */
export function HomesPick({ communityId, placeId, homeIds, onChange, error }: HomesPickProps) {
  const [open, setOpen] = useState(false)
  const chosen = homeIds ?? []
  const toggle = (homeId: string) => {
    const others = chosen.filter((one) => one !== homeId)
    if (others.length < chosen.length) onChange(others)
    else if (chosen.length < CHOSEN_HOMES_AT_MOST) onChange([...chosen, homeId])
  }
  return (
    <>
      <SwitchRow
        title={CONVENE_WORDS.some}
        text={CONVENE_WORDS.someText}
        checked={homeIds !== undefined}
        onChange={(some) => onChange(some ? [] : undefined)}
      />
      {homeIds && (
        <Item
          strong
          title={CONVENE_WORDS.pick}
          text={CONVENE_WORDS.picked(chosen.length)}
          onPress={() => setOpen(true)}
        />
      )}
      {error && (
        <State icon="alert" tone="late">
          {error}
        </State>
      )}
      <Sheet open={open} title={CONVENE_WORDS.pickSheet} onClose={() => setOpen(false)}>
        <Homes communityId={communityId} placeId={placeId} chosen={chosen} onToggle={toggle} />
        <View className="sheet__acts">
          <Button onPress={() => setOpen(false)}>{CONVENE_WORDS.pickDone}</Button>
        </View>
      </Sheet>
    </>
  )
}

interface HomesProps {
  communityId: string
  placeId: string
  chosen: readonly string[]
  onToggle: (homeId: string) => void
}

function Homes({ communityId, placeId, chosen, onToggle }: HomesProps) {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listRoundHomesEndpoint, { params: { communityId, placeId }, query: { cursor } }),
    [communityId, placeId],
  )
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonCards count={1} />}
      errorTitle={CONVENE_WORDS.homesFailed}
      isEmpty={(homes) => homes.length === 0}
      empty={<Note>{CONVENE_WORDS.noHomes}</Note>}
    >
      {(homes) => (
        <View className="list">
          {homes.map(({ homeId, name }) => (
            <ChoiceRow
              key={homeId}
              role="checkbox"
              title={name}
              on={chosen.includes(homeId)}
              onPress={() => onToggle(homeId)}
            />
          ))}
          <MoreButton more={more} />
        </View>
      )}
    </FourFaces>
  )
}
