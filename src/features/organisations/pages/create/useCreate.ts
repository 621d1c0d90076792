import { useState } from 'react'
import { messageOf } from '#core/errors'
import { createOrganisationEndpoint, type OrganisationKind, type OrganisationView } from '#core/organisations'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { CREATE } from '../../words'

interface Form {
  kind?: OrganisationKind
  name: string
  does: string
  personCode: string
}
const EMPTY: Form = { name: '', does: '', personCode: '' }
const FIELDS = ['kind', 'name', 'does', 'personCode'] as const
type Field = (typeof FIELDS)[number]

/** 成立互助组织: the answers, what is missing at which question, and sending them once. */
export function useCreate(communityId: string) {
  const [form, setForm] = useState(EMPTY)
  const [missing, setMissing] = useState<Partial<Record<Field, string>>>({})
  const { submit, busy, failure, clear } = useSubmit(
    (body: Required<Form>, key) =>
      callEndpoint(createOrganisationEndpoint, { params: { communityId }, body, key }),
    ({ organisationId }: OrganisationView) => {
      toast(CREATE.done)
      redirect(ROUTES.organisation, { communityId, organisationId })
    },
  )
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part })
    setMissing({})
    clear()
  }
  const send = () => {
    const lacking = missingIn(form)
    setMissing(lacking)
    const { kind } = form
    if (kind === undefined || Object.keys(lacking).length > 0) return
    void submit({ ...form, kind, personCode: form.personCode.replace(/\s/g, '') })
  }
  return {
    form,
    change,
    send,
    busy,
    errorAt: (field: Field) => missing[field] ?? (failure?.field === field ? failure.message : undefined),
    /** What is wrong, where no question of the form is. */
    refusal: FIELDS.some((field) => field === failure?.field) ? undefined : failure?.message,
  }
}

function missingIn({ kind, ...texts }: Form): Partial<Record<Field, string>> {
  const empty = (['name', 'does', 'personCode'] as const).filter((field) => texts[field].trim() === '')
  return {
    ...(kind === undefined && { kind: CREATE.notChosen }),
    ...Object.fromEntries(empty.map((field) => [field, messageOf('TEXT_MISSING')])),
  }
}
