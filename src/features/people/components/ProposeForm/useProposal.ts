import { useState } from 'react'
import { lastDayOf, yearsAfter } from '#core/calendar'
import { canPropose, GRANT_MAX_YEARS, proposeGrantEndpoint } from '#core/people'
import type { Role } from '#core/permissions'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { goBack } from '@/platform/navigation'
import { isOfRegion, kindsFor, officerOf, type OfficeRegion } from '../../office-regions'
import { PROPOSE } from '../../words'

export const PERIODS = [1, 2, 3, GRANT_MAX_YEARS] as const

export interface Proposal {
  personCode: string
  role?: Role
  place?: { id: string; name: string }
  officialName: string
  isLead: boolean
  years: number
  evidence: string
}

/** Questions of the form, by the names that the server calls them. */
const FIELDS = ['personCode', 'role', 'placeId', 'officialName', 'endsAt', 'evidence'] as const
type Field = (typeof FIELDS)[number]
const EMPTY: Proposal = { personCode: '', officialName: '', isLead: false, years: 3, evidence: '' }

/** Until the day so many years from today begins: never over the longest period, however the phone's clock goes. */
export function endOf(years: number, now: Date): Date {
  return yearsAfter(lastDayOf(now, 0), years)
}

/** 授予职务: the answers, what is missing at which question, and sending them once. */
export function useProposal(region: OfficeRegion) {
  const [proposal, setProposal] = useState(EMPTY)
  const [missing, setMissing] = useState<Partial<Record<Field, string>>>({})
  const { submit, busy, failure, clear } = useSubmit(
    (body: ReturnType<typeof bodyOf>, key) =>
      callEndpoint(proposeGrantEndpoint, { params: { regionId: region.regionId }, body, key }),
    () => {
      toast(PROPOSE.granted)
      goBack()
    },
  )
  const change = (changed: Partial<Proposal>) => {
    setProposal({ ...proposal, ...changed })
    setMissing({})
    clear()
  }
  const chooseRole = (role: Role) => {
    const place = isOfRegion(role, region) ? { id: region.regionId, name: region.name } : undefined
    change({ role, place, isLead: false })
  }
  const send = () => {
    const { role, place } = proposal
    const lacking = missingIn(proposal)
    setMissing(lacking)
    if (role !== undefined && place !== undefined && Object.keys(lacking).length === 0)
      void submit(bodyOf(proposal, role, place.id))
  }
  const errorAt = (field: Field) => missing[field] ?? (failure?.field === field ? failure.message : undefined)
  return {
    proposal,
    change,
    chooseRole,
    send,
    busy,
    errorAt,
    /** What is wrong, where no question of the form is. */
    refusal: FIELDS.some((field) => field === failure?.field) ? undefined : failure?.message,
    mayBeLead: mayBeLead(proposal.role, region),
  }
}

function missingIn({
  personCode,
  role,
  place,
  officialName,
  evidence,
}: Proposal): Partial<Record<Field, string>> {
  const lacks = (text: string) => text.trim() === ''
  return {
    ...(lacks(personCode) && { personCode: PROPOSE.missing }),
    ...(!role && { role: PROPOSE.notChosen }),
    ...(!place && { placeId: PROPOSE.notChosen }),
    ...(lacks(officialName) && { officialName: PROPOSE.missing }),
    ...(lacks(evidence) && { evidence: PROPOSE.missing }),
  }
}

function bodyOf(proposal: Proposal, role: Role, placeId: string) {
  const { personCode, officialName, isLead, years, evidence } = proposal
  return {
    personCode: personCode.replace(/\s/g, ''),
    role,
    placeId,
    officialName,
    isLead,
    endsAt: endOf(years, new Date()).toISOString(),
    evidence,
  }
}

/** Whether core's rule would let this reader name a lead. */
function mayBeLead(role: Role | undefined, region: OfficeRegion): boolean {
  const placeKind = role && kindsFor(role, region)[0]
  if (!role || !placeKind) return false
  const { actor, jurisdiction } = officerOf(region)
  const startsAt = new Date()
  const proposal = {
    personId: '',
    role,
    placeKind,
    isLead: true,
    startsAt,
    endsAt: endOf(1, startsAt),
    jurisdiction,
  }
  return canPropose(actor, proposal).allowed
}
