import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '#core/calendar'
import { dissolveGridEndpoint, listGridsEndpoint } from '#core/places'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { SkeletonRows } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { GRID, GRIDS } from '../../words'
import { DayChoice } from '../DayChoice'
import type { GridSheetProps } from '../MoveSheet'

const NOBODY = 'nobody'

/** 撤网格: who takes over from which day, with what that means said before. */
export function DissolveSheet({ open, grid, onClose, onDone }: GridSheetProps) {
  const { communityId, gridId, openMatters } = grid
  const [heir, setHeir] = useState<{ id: string; name: string | null }>()
  const [from, setFrom] = useState<string | undefined>(dateOf(new Date()))
  const [asked, setAsked] = useState(false)
  const { submit, busy, failure } = useSubmit(
    (body: { from: string; successorId: string | null }, key) =>
      callEndpoint(dissolveGridEndpoint, { params: { communityId, gridId }, body, key }),
    () => {
      toast(GRID.dissolved)
      onDone()
    },
  )
  const means = heir && GRID.consequence(openMatters, heir.name)
  const save = async () => {
    setAsked(true)
    if (!heir || from === undefined) return
    const question = { title: GRID.question, text: means, yes: GRID.yes, no: GRID.no, danger: true }
    if (await confirm(question)) await submit({ from, successorId: heir.id === NOBODY ? null : heir.id })
  }
  return (
    <Sheet open={open} title={GRID.dissolve} onClose={onClose}>
      <View className="ask">{GRID.who}</View>
      <Heirs {...{ communityId, gridId }} chosen={heir?.id} onChoose={setHeir} />
      <DayChoice
        label={GRIDS.dayLabel}
        value={from}
        onChange={setFrom}
        error={asked && from === undefined ? GRIDS.dayWrong : undefined}
      />
      {means && (
        <Note tone="wait" gap>
          {means}
        </Note>
      )}
      {(failure || (asked && !heir)) && (
        <Note tone="late" icon="alert" gap alert>
          {failure?.message ?? GRID.whoMissing}
        </Note>
      )}
      <Button
        className="text--gap-l"
        variant="danger"
        onPress={() => void save()}
        busy={busy}
        busyWords={GRID.dissolveBusy}
      >
        {GRID.yes}
      </Button>
    </Sheet>
  )
}

interface HeirsProps {
  communityId: string
  gridId: string
  chosen: string | undefined
  onChoose: (heir: { id: string; name: string | null }) => void
}

/** The basic grids that last, and the community. */
function Heirs({ communityId, gridId, chosen, onChoose }: HeirsProps) {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listGridsEndpoint, { params: { communityId }, query: { cursor } }),
    [communityId],
  )
  return (
    <FourFaces state={state} skeleton={<SkeletonRows count={2} />} errorTitle={GRIDS.failed}>
      {(grids) => {
        const lasting = grids.filter((one) => one.kind === 'grid' && !one.endsAt && one.gridId !== gridId)
        return (
          <>
            <ChoiceList
              label={GRID.who}
              options={[
                ...lasting.map((one) => ({
                  value: one.gridId,
                  title: one.name,
                  text: GRIDS.covers(one.covers),
                })),
                { value: NOBODY, title: GRID.nobody },
              ]}
              value={chosen}
              onChange={(id) => {
                onChoose({ id, name: lasting.find((one) => one.gridId === id)?.name ?? null })
              }}
            />
            <MoreButton more={more} />
          </>
        )
      }}
    </FourFaces>
  )
}
