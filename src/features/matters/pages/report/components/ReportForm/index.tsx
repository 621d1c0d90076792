import { Text, View } from '@tarojs/components'
import { soundsDangerous } from '#core/matters'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { OfItemNote } from '@/parts/items'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { Unsent } from '@/parts/outbox'
import { PhotoPicker } from '@/parts/photos'
import { REPORT_WORDS } from '../../../../report-words'
import { errorAt, errorElsewhere } from '../../error-at'
import type { ReportStart } from '../../report-start'
import { useReport, type ReportForm as Form } from '../../useReport'
import { DangerCard } from '../DangerCard'
import { SeenRow } from '../SeenRow'
import { StaffCard } from '../StaffCard'
import { WhatCard } from '../WhatCard'
import { WhereCard } from '../WhereCard'

/** What, where, and who neighbours see: one page, one button. */
export function ReportForm({ start }: { start: ReportStart }) {
  const form = useReport(start)
  const dangerous = soundsDangerous(form.draft.title + form.draft.text)
  if (form.waiting) {
    return (
      <Screen title={REPORT_WORDS.title}>
        <Unsent waiting={form.waiting} words={REPORT_WORDS.unsent} />
        <ConsentSheet />
      </Screen>
    )
  }
  return (
    <Screen
      title={REPORT_WORDS.title}
      foot={<Foot form={form} communityName={start.communityName} dangerous={dangerous} />}
    >
      {dangerous && <DangerCard />}
      <OfItemNote item={start.ofItem} />
      <StaffCard form={form} start={start} />
      <Card gap>
        <PhotoPicker photos={form.photos} error={errorAt(form, 'photoIds')} />
      </Card>
      <WhatCard form={form} start={start} />
      <WhereCard form={form} start={start} />
      <SeenRow form={form} />
      <ConsentSheet />
    </Screen>
  )
}

interface FootProps {
  form: Form
  communityName: string
  dangerous: boolean
}

function Foot({ form, communityName, dangerous }: FootProps) {
  const error = errorElsewhere(form)
  return (
    <View className="acts">
      {error && (
        <View className="acts__failure acts__failure--inside">
          <Note tone="late" icon="alert" alert>
            {error}
          </Note>
        </View>
      )}
      <Button
        variant={dangerous ? 'secondary' : 'primary'}
        block
        busy={form.busy}
        busyWords={REPORT_WORDS.sending}
        onPress={form.send}
      >
        {dangerous ? REPORT_WORDS.sendAfterCall : REPORT_WORDS.send}
      </Button>
      <View className="acts__note">
        {REPORT_WORDS.goesTo(communityName)}
        <Text className="aside-inline">{REPORT_WORDS.goesToAside}</Text>
      </View>
    </View>
  )
}
