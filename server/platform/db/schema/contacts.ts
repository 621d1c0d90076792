import type { Generated } from 'kysely'
import type { ConsentAge, ConsentDocument, ContactSubject } from '#core/people'
import type { Role } from '#core/permissions'
import type { Instant, InstantOrNull } from './columns'

interface Consents {
  person_id: string
  consent_id: string
  document: ConsentDocument
  version: string
  age: ConsentAge
  given_at: Instant
  withdrawn_at: InstantOrNull
}

interface Phones {
  person_id: string
  sealed: Buffer
  /** Keyed: finds a number that is known already, and tells nothing without the key. */
  blind_index: Buffer
  method: 'wechat' | 'sms'
  verified_at: Instant
}

interface PhoneCodes {
  person_id: string
  code_id: string
  sealed: Buffer
  /** Null until the code is made, right before it goes out. */
  code_hash: Buffer | null
  tries: Generated<number>
  sent: Generated<boolean>
  /** How often a message was handed over, whether it went out or not. */
  sends: Generated<number>
  expires_at: Instant
}

interface PhoneCodeCounts {
  /** Keyed hash of a person, phone or address, and the day. */
  subject: Buffer
  count: number
  last_at: Instant
}

interface ContactKeys {
  singleton: Generated<boolean>
  fingerprint: Buffer
}

interface ContactReadings {
  community_id: string
  owner_id: string
  reading_id: string
  reader_id: string
  reader_name: string
  reader_role: Role | null
  subject_kind: ContactSubject
  subject_id: string
  about: string
  at: Instant
}

interface AccessLog {
  entry_hash: Buffer
  /** `2026-11-18`, in Asia/Shanghai. */
  day: string
  sealed: Buffer
}

/** Tables of consents, phones, who read a contact, and the access log. */
export interface ContactTables {
  consents: Consents
  phones: Phones
  phone_codes: PhoneCodes
  phone_code_counts: PhoneCodeCounts
  contact_keys: ContactKeys
  contact_readings: ContactReadings
  access_log: AccessLog
}
