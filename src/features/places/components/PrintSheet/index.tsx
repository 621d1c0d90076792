import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  printDoorCodesEndpoint,
  SHEET_KIND_LABELS,
  SHEET_KINDS,
  SHEET_LAYOUT_LABELS,
  SHEET_LAYOUTS,
  type DoorSheetView,
  type PlaceView,
  type SheetKind,
  type SheetLayout,
} from '#core/places'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { openPdf } from '@/platform/open-pdf'
import { CODES } from '../../words'

/** Kinds of places that can have others below them that get codes. */
const LARGE: readonly PlaceView['kind'][] = ['estate', 'courtyard', 'building']
type Reach = SheetKind | 'here'

export interface PrintSheetProps {
  open: boolean
  place: PlaceView
  onClose: () => void
}

/** 打印: which codes and how, then the PDF to open. */
export function PrintSheet({ open, place, onClose }: PrintSheetProps) {
  const [reach, setReach] = useState<Reach>('here')
  const [layout, setLayout] = useState<SheetLayout>('cut')
  const [made, setMade] = useState<DoorSheetView>()
  const [unopened, setUnopened] = useState(false)
  const { communityId, placeId } = place
  const { submit, busy, failure, clear } = useSubmit(
    (body: { below?: SheetKind; layout: SheetLayout }, key) =>
      callEndpoint(printDoorCodesEndpoint, { params: { communityId, placeId }, body, key }),
    setMade,
  )
  const change = (next: () => void) => {
    next()
    setMade(undefined)
    clear()
  }
  const make = () => void submit({ layout, ...(reach === 'here' ? {} : { below: reach }) })
  const show = async ({ url }: DoorSheetView) => setUnopened(!(await openPdf(url)))
  const reaches: Reach[] = LARGE.includes(place.kind) ? ['here', ...SHEET_KINDS] : ['here']
  return (
    <Sheet open={open} title={CODES.sheetTitle} onClose={onClose}>
      {reaches.length > 1 && (
        <>
          <View className="ask">{CODES.what}</View>
          <ChoiceList
            label={CODES.what}
            options={reaches.map((one) => ({
              value: one,
              title: one === 'here' ? CODES.here : SHEET_KIND_LABELS[one],
            }))}
            value={reach}
            onChange={(next) => change(() => setReach(next))}
          />
        </>
      )}
      <View className={reaches.length > 1 ? 'ask text--gap-l' : 'ask'}>{CODES.how}</View>
      <ChoiceList
        label={CODES.how}
        options={SHEET_LAYOUTS.map((one) => ({ value: one, title: SHEET_LAYOUT_LABELS[one] }))}
        value={layout}
        onChange={(next) => change(() => setLayout(next))}
      />
      <Note gap>{made ? CODES.made(made.codes, made.issued) : CODES.missing}</Note>
      {(failure || unopened) && (
        <Note tone="late" icon="alert" gap alert>
          {failure?.message ?? CODES.openFailed}
        </Note>
      )}
      <View className="sheet__acts">
        {made ? (
          <Button onPress={() => void show(made)}>{CODES.open}</Button>
        ) : (
          <Button onPress={make} busy={busy} busyWords={CODES.makeBusy}>
            {CODES.make}
          </Button>
        )}
      </View>
    </Sheet>
  )
}
