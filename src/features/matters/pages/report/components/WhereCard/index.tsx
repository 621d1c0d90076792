import { View } from '@tarojs/components'
import { useState } from 'react'
import { FLOOR_LENGTH } from '#core/matters'
import { listPlacesEndpoint, pathName, reportable, type PlaceKind } from '#core/places'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { State } from '@/components/State'
import { TreePicker, type TreeItem } from '@/components/TreePicker'
import { callEndpoint } from '@/platform/call-endpoint'
import { REPORT_WORDS } from '../../../../words'
import { errorAt } from '../../error-at'
import type { ReportStart } from '../../report-start'
import type { ReportForm } from '../../useReport'

export interface WhereCardProps {
  form: ReportForm
  start: ReportStart
}

const FLOORS = REPORT_WORDS.floorChoices.map((words) => ({ value: words, words }))

/** Where it is: the place, and where in it. */
export function WhereCard({ form, start }: WhereCardProps) {
  const { draft, change } = form
  const wrong = errorAt(form, 'placeId', 'doorCode')
  return (
    <Card>
      <View className="ask" {...aria({ role: 'heading', level: 2 })}>
        {REPORT_WORDS.where}
      </View>
      <PlaceRow form={form} start={start} />
      {wrong && (
        <State icon="alert" tone="late">
          {wrong}
        </State>
      )}
      <Chips
        label={REPORT_WORDS.floors}
        columns={4}
        options={FLOORS}
        value={draft.floor}
        onChange={(floor) => change({ floor: floor === draft.floor ? '' : floor })}
      />
      <View className="text--gap-l">
        <Field
          label={REPORT_WORDS.floor}
          hint={REPORT_WORDS.floorHint}
          placeholder={REPORT_WORDS.floorPlaceholder}
          value={draft.floor}
          onChange={(floor) => change({ floor })}
          maxLength={FLOOR_LENGTH}
          error={errorAt(form, 'floor')}
        />
      </View>
    </Card>
  )
}

function PlaceRow({ form: { draft, change }, start }: WhereCardProps) {
  const [choosing, setChoosing] = useState(false)
  const name = draft.place?.name ?? REPORT_WORDS.wherePick
  if (!start.lives) return <Item icon="pin" title={name} text={REPORT_WORDS.whereByCode} />
  return (
    <>
      <Item icon="pin" title={name} text={REPORT_WORDS.whereChange} onPress={() => setChoosing(true)} />
      <Sheet open={choosing} title={REPORT_WORDS.whereSheet} onClose={() => setChoosing(false)}>
        <TreePicker
          load={(parentId, cursor) => loadPlaces(start.communityId, parentId, cursor)}
          canChoose={({ kind }) => reportable(kind)}
          onChoose={({ id }, path) => {
            setChoosing(false)
            change({ place: { communityId: start.communityId, placeId: id, name: pathName(path) } })
          }}
        />
      </Sheet>
    </>
  )
}

interface PlaceKnot extends TreeItem {
  kind: PlaceKind
}

/** The places one may report at; homes and grids are none. */
async function loadPlaces(communityId: string, parentId: string | undefined, cursor: string | undefined) {
  const page = await callEndpoint(listPlacesEndpoint, {
    params: { communityId },
    query: { parentId, cursor },
  })
  const places = page.items.filter(({ kind }) => reportable(kind))
  return {
    items: places.map(({ placeId, ...place }): PlaceKnot => ({ id: placeId, ...place })),
    nextCursor: page.nextCursor,
  }
}
