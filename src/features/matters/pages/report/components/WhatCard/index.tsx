import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import {
  isPatrolOnly,
  serviceOf,
  SERVICES,
  TEAM_KIND_LABELS,
  TEAM_KINDS,
  TEXT_LENGTH,
  TITLE_LENGTH,
  type ServiceCode,
} from '#core/matters'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { Sheet } from '@/components/Sheet'
import { REPORT_WORDS } from '../../../../report-words'
import { errorAt } from '../../error-at'
import { serviceFor } from '../../report-draft'
import type { ReportStart } from '../../report-start'
import type { ReportForm } from '../../useReport'
import { Similar } from '../Similar'

export interface PartProps {
  form: ReportForm
}

/** What it is: one line, and more for who likes. */
export function WhatCard({ form, start }: PartProps & { start: ReportStart }) {
  const { draft, change } = form
  return (
    <Card gap>
      <Field
        label={REPORT_WORDS.what}
        placeholder={REPORT_WORDS.whatPlaceholder}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={TITLE_LENGTH}
        error={errorAt(form, 'title')}
        required
      />
      {(draft.title || draft.serviceCode) && <ServiceRow form={form} />}
      {serviceFor(draft) === 'complaint' && <Complained form={form} />}
      <Similar form={form} communityId={start.communityId} mayJoin={start.lives} />
      <More form={form} />
    </Card>
  )
}

/** Room for more words, for who asks for it. */
function More({ form }: PartProps) {
  const { draft, change } = form
  const [open, setOpen] = useState(draft.text !== '')
  const error = errorAt(form, 'text')
  if (!open && !error) {
    return (
      <Press className="link link--more" onPress={() => setOpen(true)}>
        <Icon name="plus" size="s" lead />
        <View>{REPORT_WORDS.more}</View>
      </Press>
    )
  }
  return (
    <Field
      label={REPORT_WORDS.more}
      hint={REPORT_WORDS.moreHint}
      placeholder={REPORT_WORDS.morePlaceholder}
      value={draft.text}
      onChange={(text) => change({ text })}
      maxLength={TEXT_LENGTH}
      error={error}
      multiline
    />
  )
}

/** Who is complained about, so that somebody else handles it. */
function Complained({ form: { draft, change } }: PartProps) {
  return (
    <View className="field">
      <View className="ask">
        {REPORT_WORDS.complained}
        <View className="ask__hint aside-inline">　{REPORT_WORDS.complainedHint}</View>
      </View>
      <View className="text--gap">
        <Chips
          label={REPORT_WORDS.complained}
          options={TEAM_KINDS.map((value) => ({ value, words: TEAM_KIND_LABELS[value] }))}
          value={draft.complained}
          onChange={(kind) => change({ complained: kind === draft.complained ? undefined : kind })}
        />
      </View>
    </View>
  )
}

/** What somebody may choose: what is found on patrol is for who was on patrol. */
const servicesFor = ({ channel }: ReportForm['draft']) =>
  SERVICES.filter(({ code }) => channel === 'patrol' || !isPatrolOnly(code)).map(({ code, name }) => ({
    value: code as ServiceCode,
    words: name,
  }))

/** The category: suggested by the words, changed by hand. */
function ServiceRow({ form: { draft, change } }: PartProps) {
  const [choosing, setChoosing] = useState(false)
  const code = serviceFor(draft)
  return (
    <>
      <View className="hintrow">
        <View>
          {!draft.serviceCode && <Text className="aside-inline">{REPORT_WORDS.sortedBy}</Text>}
          {REPORT_WORDS.sorted(serviceOf(code)?.name ?? '')}
        </View>
        <Press className="hintrow__act" onPress={() => setChoosing(true)}>
          <View>{REPORT_WORDS.change}</View>
        </Press>
      </View>
      <Sheet open={choosing} title={REPORT_WORDS.serviceSheet} onClose={() => setChoosing(false)}>
        <Chips
          label={REPORT_WORDS.serviceSheet}
          columns={2}
          options={servicesFor(draft)}
          value={code}
          onChange={(serviceCode) => {
            setChoosing(false)
            change({ serviceCode })
          }}
        />
      </Sheet>
    </>
  )
}
