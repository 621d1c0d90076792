import { useState } from 'react'
import { lastDayOf, monthsAfter, yearsAfter } from '#core/calendar'
import {
  ACTING_MAX_MONTHS,
  canPropose,
  GRANT_MAX_YEARS,
  mayBeActing,
  proposeGrantEndpoint,
} from '#core/people'
import type { Role } from '#core/permissions'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { goBack } from '@/platform/navigation'
import { isOfRegion, kindsFor, officerOf, type OfficeRegion } from '../../office-regions'
import { PROPOSE } from '../../words'

export const PERIODS = [1, 2, 3, GRANT_MAX_YEARS] as const
export const ACTING_PERIODS = [1, 3, ACTING_MAX_MONTHS] as const

export interface Proposal {
  personCode: string
  role?: Role
  place?: { id: string; name: string }
  officialName: string
  isLead: boolean
  /** For a vacant office; then `months` says for how long. */
  isActing: boolean
  months: number
  years: number
  evidence: string
}

/** Questions of the form, by the names that the server calls them. */
const FIELDS = ['personCode', 'role', 'placeId', 'officialName', 'isActing', 'endsAt', 'evidence'] as const
type Field = (typeof FIELDS)[number]
const EMPTY: Proposal = {
  personCode: '',
  officialName: '',
  isLead: false,
  isActing: false,
  months: 3,
  years: 3,
  evidence: '',
}

/** Until a day so many years or months from today begins: never over the longest period, however the phone's clock goes. */
export function endOf(
  { isActing, months, years }: Pick<Proposal, 'isActing' | 'months' | 'years'>,
  now: Date,
): Date {
  const today = lastDayOf(now, 0)
  return isActing ? monthsAfter(today, months) : yearsAfter(today, years)
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
    change({ role, place, isLead: false, isActing: false })
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
    mayBeActing: proposal.role !== undefined && mayBeActing(proposal.role),
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
  const { personCode, officialName, isLead, isActing, evidence } = proposal
  return {
    personCode: personCode.replace(/\s/g, ''),
    role,
    placeId,
    officialName,
    isLead,
    isActing,
    endsAt: endOf(proposal, new Date()).toISOString(),
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
    endsAt: yearsAfter(startsAt, 1),
    jurisdiction,
  }
  return canPropose(actor, proposal).allowed
}
