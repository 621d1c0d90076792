import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '#core/calendar'
import { movePlacesEndpoint, type GridView } from '#core/places'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { GRID, GRIDS } from '../../words'
import { DayChoice } from '../DayChoice'
import { PlacesChoice, type ChosenPlace } from '../PlacesChoice'

export interface GridSheetProps {
  open: boolean
  grid: GridView
  onClose: () => void
  onDone: () => void
}

/** 把楼栋划进来, from a day on. */
export function MoveSheet({ open, grid: { communityId, gridId }, onClose, onDone }: GridSheetProps) {
  const [places, setPlaces] = useState<ChosenPlace[]>([])
  const [from, setFrom] = useState<string | undefined>(dateOf(new Date()))
  const [lacking, setLacking] = useState(false)
  const { submit, busy, failure, clear } = useSubmit(
    (body: { placeIds: string[]; gridId: string; from: string }, key) =>
      callEndpoint(movePlacesEndpoint, { params: { communityId }, body, key }),
    () => {
      setPlaces([])
      toast(GRID.moved)
      onDone()
    },
  )
  const save = () => {
    setLacking(true)
    if (places.length > 0 && from !== undefined)
      void submit({ placeIds: places.map(({ id }) => id), gridId, from })
  }
  return (
    <Sheet open={open} title={GRID.move} onClose={onClose}>
      <View className="ask">{GRID.moveWhat}</View>
      <PlacesChoice
        communityId={communityId}
        chosen={places}
        onChange={(next) => {
          setPlaces(next)
          clear()
        }}
        error={lacking && places.length === 0 ? GRIDS.placesMissing : undefined}
      />
      <DayChoice
        label={GRIDS.dayLabel}
        value={from}
        onChange={(next) => {
          setFrom(next)
          clear()
        }}
        error={lacking && from === undefined ? GRIDS.dayWrong : undefined}
      />
      <Note gap>{GRID.moveText}</Note>
      {failure && (
        <Note tone="late" icon="alert" gap alert>
          {failure.message}
        </Note>
      )}
      <Button className="text--gap-l" onPress={save} busy={busy} busyWords={GRID.moveBusy}>
        {GRID.moveSave}
      </Button>
    </Sheet>
  )
}
