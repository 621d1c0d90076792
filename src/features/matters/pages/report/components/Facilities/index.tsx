import { useEffect, useState } from 'react'
import { listPlacesEndpoint, type PlaceItem } from '#core/places'
import { Chips } from '@/components/Chips'
import { callEndpoint } from '@/platform/call-endpoint'
import { REPORT_WORDS } from '../../../../report-words'
import type { ReportForm } from '../../useReport'

/** The lamps, lifts and pipes that stand at the chosen place, one press each; nothing where none are listed. */
export function Facilities({ form: { draft, change } }: { form: ReportForm }) {
  const [facilities, setFacilities] = useState<readonly PlaceItem[]>([])
  const { communityId, placeId } = draft.place ?? {}
  useEffect(() => {
    let here = true
    setFacilities([])
    if (communityId === undefined || placeId === undefined) return undefined
    callEndpoint(listPlacesEndpoint, { params: { communityId }, query: { parentId: placeId } })
      .then(({ items }) => here && setFacilities(items.filter(({ kind }) => kind === 'facility')))
      // The place alone is enough.
      .catch(() => undefined)
    return () => {
      here = false
    }
  }, [communityId, placeId])
  if (facilities.length === 0) return null
  return (
    <Chips
      label={REPORT_WORDS.facilities}
      columns={3}
      options={facilities.map((one) => ({ value: one.placeId, words: one.name }))}
      value={draft.facility?.placeId}
      onChange={(chosen) => {
        const facility = facilities.find((one) => one.placeId === chosen)
        const again = draft.facility?.placeId === chosen
        change({ facility: again || !facility ? undefined : { placeId: chosen, name: facility.name } })
      }}
    />
  )
}
