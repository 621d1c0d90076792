import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OrganisationView } from '#core/organisations'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Section } from '@/components/Section'
import { Sheet } from '@/components/Sheet'
import type { Submit } from '@/hooks/useSubmit'
import { STAFF } from '../../words'
import { WhySheet } from '../WhySheet'
import { useStaffPart } from './useStaffPart'

export interface StaffPartProps {
  organisation: OrganisationView
  onDone: (organisation: OrganisationView) => void
}

/** For community staff: another lead, or the end of it. */
export function StaffPart({ organisation, onDone }: StaffPartProps) {
  const { open, setOpen, lead, end, close } = useStaffPart(organisation, onDone)
  return (
    <>
      <Section title={STAFF.title} />
      <Card flush>
        <Item
          icon="key"
          title={STAFF.lead}
          text={<View className="aside">{STAFF.leadText}</View>}
          onPress={() => setOpen('lead')}
        />
        <Item icon="no" title={STAFF.end} onPress={() => setOpen('end')} />
      </Card>
      <Sheet open={open === 'lead'} title={STAFF.lead} onClose={close}>
        {open === 'lead' && <LeadForm lead={lead} />}
      </Sheet>
      <WhySheet
        act={open === 'end' ? STAFF.end : undefined}
        label={STAFF.endLabel}
        placeholder={STAFF.endPlaceholder}
        busy={end.busy}
        failure={end.failure}
        onSend={(reason) => void end.submit(reason)}
        onClose={close}
      />
    </>
  )
}

function LeadForm({ lead }: { lead: Submit<string> }) {
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const { failure, busy } = lead
  const send = () => {
    const written = code.replace(/\s/g, '')
    setMissing(written === '')
    if (written !== '') void lead.submit(written)
  }
  return (
    <>
      <Field
        label={STAFF.code}
        hint={STAFF.codeHint}
        placeholder={STAFF.codePlaceholder}
        value={code}
        onChange={(next) => {
          setCode(next)
          setMissing(false)
          lead.clear()
        }}
        maxLength={32}
        error={missing ? STAFF.missing : failure?.field === 'personCode' ? failure.message : undefined}
        required
      />
      {failure && failure.field !== 'personCode' && (
        <Note tone="late" icon="alert" gap alert>
          {failure.message}
        </Note>
      )}
      <View className="sheet__acts">
        <Button onPress={send} busy={busy} busyWords={STAFF.busy}>
          {STAFF.leadSend}
        </Button>
      </View>
    </>
  )
}
