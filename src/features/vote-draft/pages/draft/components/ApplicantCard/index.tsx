import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  applicantInWords,
  listVoteUnitsEndpoint,
  OUTSIDERS_IN_WORDS,
  UNIT_SEARCH_LENGTH,
  type VoteUnitView,
} from '#core/votes'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { SkeletonRows } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { APPLICANT } from '../../../../draft-words'
import type { VoteForm } from '../../useVoteDraft'
import { FaultLine } from '../FaultLine'

/** Which home is to become a business, by its name; whose it is, is known to the registers alone. */
export function ApplicantCard({ form }: { form: VoteForm }) {
  const { start, draft, place, change, errorAt } = form
  const [open, setOpen] = useState(false)
  const { applicant } = draft
  if (!place) return null
  return (
    <Card gap>
      <Item
        icon="door"
        strong
        title={APPLICANT.title}
        text={applicant?.name ?? APPLICANT.none}
        onPress={() => setOpen(true)}
      />
      <FaultLine error={errorAt('applicantUnitId')} />
      <Note gap>
        {applicant && <View>{applicantInWords(applicant.name)}</View>}
        <View>{OUTSIDERS_IN_WORDS}</View>
      </Note>
      <Sheet open={open} title={APPLICANT.sheet} onClose={() => setOpen(false)}>
        <Units
          communityId={start.communityId}
          placeId={place.placeId}
          chosen={applicant}
          onChoose={(unit) => {
            setOpen(false)
            change({ applicant: unit })
          }}
        />
      </Sheet>
    </Card>
  )
}

interface UnitsProps {
  communityId: string
  placeId: string
  chosen: VoteUnitView | undefined
  onChoose: (unit: VoteUnitView) => void
}

/** Dwellings of the building; a few signs of the name make the list short. */
function Units({ communityId, placeId, chosen, onChoose }: UnitsProps) {
  const [name, setName] = useState('')
  const wanted = name.trim()
  const { state, more } = usePaged(
    (cursor) =>
      callEndpoint(listVoteUnitsEndpoint, {
        params: { communityId },
        query: { placeId, ...(wanted ? { name: wanted } : {}), cursor },
      }),
    [communityId, placeId, wanted],
  )
  return (
    <View>
      <Field
        label={APPLICANT.search}
        placeholder={APPLICANT.placeholder}
        value={name}
        maxLength={UNIT_SEARCH_LENGTH}
        onChange={setName}
      />
      <FourFaces
        state={state}
        skeleton={<SkeletonRows />}
        errorTitle={APPLICANT.failed}
        isEmpty={(units) => units.length === 0}
        empty={<View className="tree__end">{wanted ? APPLICANT.notFound : APPLICANT.empty}</View>}
      >
        {(units) => (
          <>
            <ChoiceList
              label={APPLICANT.title}
              options={units.map((unit) => ({ value: unit.unitId, title: unit.name }))}
              value={chosen?.unitId}
              onChange={(unitId) => {
                const unit = units.find((one) => one.unitId === unitId)
                if (unit) onChoose(unit)
              }}
            />
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </View>
  )
}
