import { useState } from 'react'
import { endOrganisationEndpoint, nameLeadEndpoint, type OrganisationView } from '#core/organisations'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { STAFF } from '../../words'

/** What staff do to an organisation: another lead, or its end. */
export function useStaffPart(
  { communityId, organisationId }: OrganisationView,
  onDone: (organisation: OrganisationView) => void,
) {
  const [open, setOpen] = useState<'lead' | 'end'>()
  const params = { communityId, organisationId }
  const finish = (words: string) => (organisation: OrganisationView) => {
    setOpen(undefined)
    toast(words)
    onDone(organisation)
  }
  const lead = useSubmit(
    (personCode: string, key) => callEndpoint(nameLeadEndpoint, { params, body: { personCode }, key }),
    finish(STAFF.leadDone),
  )
  const end = useSubmit(
    (reason: string, key) => callEndpoint(endOrganisationEndpoint, { params, body: { reason }, key }),
    finish(STAFF.ended),
  )
  const close = () => {
    setOpen(undefined)
    lead.clear()
    end.clear()
  }
  return { open, setOpen, lead, end, close }
}
