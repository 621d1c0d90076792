import { View } from '@tarojs/components'
import { useState } from 'react'
import { FLOOR_LENGTH } from '#core/matters'
import { pathName, reportable } from '#core/places'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { State } from '@/components/State'
import { TreePicker } from '@/components/TreePicker'
import { loadPlaces } from '../../../../load-places'
import { REPORT_WORDS } from '../../../../report-words'
import { errorAt } from '../../error-at'
import type { ReportStart } from '../../report-start'
import type { ReportForm } from '../../useReport'
import { Facilities } from '../Facilities'

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
    <Card gap>
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
      <Facilities form={form} />
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
  if (!start.lives && !draft.channel) return <Item icon="pin" title={name} text={REPORT_WORDS.whereByCode} />
  return (
    <>
      <Item
        icon="pin"
        title={name}
        text={draft.place && REPORT_WORDS.whereChange}
        onPress={() => setChoosing(true)}
      />
      <Sheet open={choosing} title={REPORT_WORDS.whereSheet} onClose={() => setChoosing(false)}>
        <TreePicker
          load={(parentId, cursor, read) => loadPlaces(start.communityId, parentId, cursor, read)}
          canChoose={({ kind }) => reportable(kind)}
          onChoose={({ id }, path) => {
            setChoosing(false)
            change({
              place: { communityId: start.communityId, placeId: id, name: pathName(path) },
              facility: undefined,
            })
          }}
        />
      </Sheet>
    </>
  )
}
