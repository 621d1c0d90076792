import { ELECTORATE_LABELS } from '#core/votes'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { WHERE } from '../../../../draft-words'
import type { VoteForm } from '../../useVoteDraft'
import { FaultLine } from '../FaultLine'
import { InsidePicker } from '../InsidePicker'

/** Where, and who decides. */
export function WhereStep({ form }: { form: VoteForm }) {
  return (
    <>
      <PlaceCard form={form} />
      <WhoCard form={form} />
    </>
  )
}

function PlaceCard({ form: { start, draft, place, change, errorAt } }: { form: VoteForm }) {
  const { places } = start
  const isOwn = places.some(({ placeId }) => placeId === draft.inside?.placeId)
  const options = draft.inside && !isOwn ? [...places, draft.inside] : places
  return (
    <Card title={WHERE.place}>
      <ChoiceList
        label={WHERE.place}
        options={options.map(({ placeId, name }) => ({ value: placeId, title: name }))}
        value={place?.placeId}
        onChange={(placeId) => change({ placeId, ...elsewhere(placeId, place?.placeId) })}
      />
      <InsidePicker
        communityId={start.communityId}
        root={places.find(({ placeId }) => placeId === place?.placeId) ?? places[0]}
        onChoose={(inside) =>
          change({ inside, placeId: inside.placeId, ...elsewhere(inside.placeId, place?.placeId) })
        }
      />
      <FaultLine error={errorAt('placeId')} />
    </Card>
  )
}

/** Empty homes, and the one that is to become a business, are those of one place. */
const elsewhere = (now: string, before: string | undefined) =>
  now === before ? {} : { vacant: [], applicant: undefined }

function WhoCard({ form: { place, electorate, change, errorAt } }: { form: VoteForm }) {
  if (!place) return null
  const texts = WHERE.whoTexts(place)
  return (
    <Card title={WHERE.who}>
      <ChoiceList
        label={WHERE.who}
        options={place.electorates.map((value) => ({
          value,
          title: ELECTORATE_LABELS[value],
          text: texts[value],
        }))}
        value={electorate}
        onChange={(next) => change({ electorate: next })}
      />
      <FaultLine error={errorAt('electorate')} />
    </Card>
  )
}
