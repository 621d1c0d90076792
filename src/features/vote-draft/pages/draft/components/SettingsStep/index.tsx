import { View } from '@tarojs/components'
import {
  DISCLOSURE_LABELS,
  PRINCIPALS_PER_PROXY_AT_MOST,
  principalsInWords,
  type Disclosure,
} from '#core/votes'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { Field } from '@/components/Field'
import { SwitchRow } from '@/components/SwitchRow'
import { SETTINGS } from '../../../../draft-words'
import type { VoteForm } from '../../useVoteDraft'
import { FaultLine } from '../FaultLine'
import { SilenceCard } from '../SilenceCard'
import { TellersCard } from '../TellersCard'
import { VacantHomes } from '../VacantHomes'

const DISCLOSURES = (Object.keys(DISCLOSURE_LABELS) as Disclosure[]).map((value) => ({
  value,
  title: DISCLOSURE_LABELS[value],
}))

/** For how many one may vote: from nobody on. */
const PRINCIPALS = Array.from({ length: PRINCIPALS_PER_PROXY_AT_MOST + 1 }, (_, count) => count)

/** What is agreed before anybody votes: how results are published, and what counts. */
export function SettingsStep({ form }: { form: VoteForm }) {
  const { draft, electorate, change, errorAt } = form
  return (
    <>
      <Card title={SETTINGS.disclosure}>
        <ChoiceList
          label={SETTINGS.disclosure}
          options={DISCLOSURES}
          value={draft.disclosure}
          onChange={(disclosure) => change({ disclosure })}
        />
        <View className="text--small text--quiet">{SETTINGS.disclosureText}</View>
        <FaultLine error={errorAt('disclosure')} />
      </Card>
      <Card title={SETTINGS.proxies}>
        <ChoiceList
          label={SETTINGS.proxies}
          options={PRINCIPALS.map((count) => ({
            value: String(count),
            title: principalsInWords(electorate ?? 'homes', count),
          }))}
          value={String(draft.principalsPerProxy)}
          onChange={(count) => change({ principalsPerProxy: Number(count) })}
        />
        <View className="text--small text--quiet">{SETTINGS.proxiesText}</View>
        <FaultLine error={errorAt('principalsPerProxy')} />
      </Card>
      {electorate === 'owners' && <AreaCard form={form} />}
      <SilenceCard form={form} />
      {electorate === 'homes' && <VacantHomes form={form} />}
      <TellersCard form={form} />
    </>
  )
}

function AreaCard({ form: { draft, change, errorAt } }: { form: VoteForm }) {
  return (
    <>
      <Card flush>
        <SwitchRow
          title={SETTINGS.parking}
          text={SETTINGS.parkingText}
          checked={draft.parkingCounts}
          onChange={(parkingCounts) => change({ parkingCounts })}
        />
      </Card>
      <Card>
        <Field
          label={SETTINGS.area}
          hint={SETTINGS.areaHint}
          placeholder={SETTINGS.areaPlaceholder}
          type="digit"
          value={draft.area}
          maxLength={20}
          error={errorAt('expectedAreaCentiM2')}
          onChange={(area) => change({ area })}
        />
        <View className="text--small text--quiet">{SETTINGS.areaText}</View>
      </Card>
    </>
  )
}
