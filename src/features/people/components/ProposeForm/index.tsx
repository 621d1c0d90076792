import { View } from '@tarojs/components'
import { fullDate } from '#core/calendar'
import { GRANT_RULES, NICKNAME_LENGTH } from '#core/people'
import { ROLE_LABELS } from '#core/permissions'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { State } from '@/components/State'
import { SwitchRow } from '@/components/SwitchRow'
import { goBack } from '@/platform/navigation'
import { isOfRegion, kindsFor, rolesToGrant, type OfficeRegion } from '../../office-regions'
import { PROPOSE } from '../../words'
import { PlaceChoice } from '../PlaceChoice'
import { Question } from '../Question'
import { ACTING_PERIODS, endOf, PERIODS, useProposal } from './useProposal'

type Form = ReturnType<typeof useProposal>
interface PartProps {
  form: Form
  region: OfficeRegion
}

/** 授予职务: who, which role, where, until when, on what evidence. The server decides. */
export function ProposeForm({ region }: { region: OfficeRegion }) {
  const form = useProposal(region)
  if (rolesToGrant(region).length === 0) {
    return (
      <Screen title={PROPOSE.title}>
        <Blank
          art="window"
          title={PROPOSE.none}
          text={PROPOSE.noneText}
          act={{ words: PROPOSE.back, onPress: goBack }}
        />
      </Screen>
    )
  }
  return (
    <Screen
      title={PROPOSE.title}
      foot={
        <View className="acts">
          <Button onPress={form.send} busy={form.busy} busyWords={PROPOSE.busy}>
            {PROPOSE.submit}
          </Button>
        </View>
      }
    >
      <Who form={form} />
      <What form={form} region={region} />
      <HowLong form={form} />
      {form.refusal && (
        <Note tone="late" icon="alert" gap alert>
          {form.refusal}
        </Note>
      )}
    </Screen>
  )
}

function Who({ form: { proposal, change, errorAt } }: { form: Form }) {
  return (
    <Card>
      <Field
        label={PROPOSE.code}
        hint={PROPOSE.codeHint}
        placeholder={PROPOSE.codePlaceholder}
        value={proposal.personCode}
        onChange={(personCode) => change({ personCode })}
        maxLength={32}
        error={errorAt('personCode')}
        required
      />
      <Field
        label={PROPOSE.name}
        placeholder={PROPOSE.namePlaceholder}
        value={proposal.officialName}
        onChange={(officialName) => change({ officialName })}
        maxLength={NICKNAME_LENGTH}
        error={errorAt('officialName')}
        required
      />
    </Card>
  )
}

function What({ form, region }: PartProps) {
  const { proposal, change, chooseRole, errorAt, mayBeLead } = form
  const { role, place } = proposal
  return (
    <Card>
      <Question>{PROPOSE.role}</Question>
      <Chips
        label={PROPOSE.role}
        columns={2}
        options={rolesToGrant(region).map((one) => ({ value: one, words: ROLE_LABELS[one] }))}
        value={role}
        onChange={chooseRole}
      />
      <Wrong>{errorAt('role')}</Wrong>
      {role && (
        <View className="form__part">
          <Question>{PROPOSE.place}</Question>
          {isOfRegion(role, region) ? (
            <Item icon="pin" title={region.name} />
          ) : (
            <PlaceChoice
              communityId={region.regionId}
              kinds={kindsFor(role, region)}
              chosen={place}
              onChoose={(chosen) => change({ place: chosen })}
            />
          )}
          <Wrong>{errorAt('placeId')}</Wrong>
        </View>
      )}
      {mayBeLead && (
        <SwitchRow
          title={PROPOSE.leadTitle}
          text={PROPOSE.leadText}
          checked={proposal.isLead}
          onChange={(isLead) => change({ isLead })}
        />
      )}
    </Card>
  )
}

function HowLong({ form }: { form: Form }) {
  const { proposal, change, errorAt, mayBeActing } = form
  const { role, isActing, evidence } = proposal
  const usual = (role && GRANT_RULES[role]?.evidence) ?? PROPOSE.evidencePlaceholder
  return (
    <Card>
      {mayBeActing && (
        <SwitchRow
          title={PROPOSE.actingTitle}
          text={PROPOSE.actingText}
          checked={isActing}
          onChange={(acting) => change({ isActing: acting })}
        />
      )}
      <Wrong>{errorAt('isActing')}</Wrong>
      <Period form={form} />
      <Wrong>{errorAt('endsAt')}</Wrong>
      <View className="form__part">
        <Field
          label={isActing ? PROPOSE.whyVacant : PROPOSE.evidence}
          placeholder={isActing ? PROPOSE.whyVacantPlaceholder : usual}
          value={evidence}
          onChange={(written) => change({ evidence: written })}
          maxLength={500}
          error={errorAt('evidence')}
          multiline
          required
        />
      </View>
    </Card>
  )
}

function Period({ form: { proposal, change } }: { form: Form }) {
  const { isActing, months, years } = proposal
  const question = isActing ? PROPOSE.months : PROPOSE.years
  const periods = isActing ? ACTING_PERIODS : PERIODS
  const wordsOf = isActing ? PROPOSE.monthsOf : PROPOSE.yearsOf
  return (
    <>
      <Question hint={PROPOSE.until(fullDate(endOf(proposal, new Date())))}>{question}</Question>
      <Chips
        label={question}
        options={periods.map((one) => ({ value: String(one), words: wordsOf(one) }))}
        value={String(isActing ? months : years)}
        onChange={(one) => change(isActing ? { months: Number(one) } : { years: Number(one) })}
      />
    </>
  )
}

/** What is wrong with a choice; fields say it themselves. */
function Wrong({ children }: { children: string | undefined }) {
  if (children === undefined) return null
  return (
    <State icon="alert" tone="late" gap>
      {children}
    </State>
  )
}
