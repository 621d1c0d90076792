import { hash, randomBytes } from 'node:crypto'
import {
  frozenHash,
  voteTextHash,
  type BulletinItem,
  type BulletinRollEntry,
  type BulletinSettings,
} from '#core/votes'
import type { VoteItemRow, VoterRow, VoteRow } from './repository'
import { bylawOf } from './silence'

/** SHA-256 of a text in UTF-8, as hex. */
export const sha256 = (text: string): string => hash('sha256', text)

/** A random name of 128 bits that means nothing outside the bulletin. */
export const newToken = (): string => randomBytes(16).toString('hex')

/** What was written: the title stands above the text. */
export function textHash(row: Pick<VoteRow, 'title' | 'text'>): string {
  return voteTextHash(row, sha256)
}

/** The settings that are frozen along with text, rules and roll. */
export function settingsOf(row: VoteRow): BulletinSettings {
  const bylaw = bylawOf(row)
  return {
    imputed_majority: bylaw !== null,
    parking_counts: row.parking_counts,
    // A vote in which silence is silence has exactly what stands below.
    ...(bylaw && {
      bylaws: { title: bylaw.title, clause: bylaw.clause, adopted_on: bylaw.adoptedOn },
    }),
    ...(row.applicant_unit_name === null ? {} : { applicant_unit: row.applicant_unit_name }),
    principals_per_proxy: row.principals_per_proxy,
    disclosure: row.disclosure,
    place: row.place_id,
    opens_at: row.opens_at.toISOString(),
    closes_at: row.closes_at.toISOString(),
    // As they sign, in the order of their seats. What is on no paper has exactly what stands above.
    ...(row.paper_tellers === null ? {} : { paper: true, tellers: row.paper_tellers }),
  }
}

/** What is decided, as the bulletin writes it. */
export function bulletinItems(items: readonly VoteItemRow[]): BulletinItem[] {
  return items.map((item) => ({
    id: item.item_id,
    title: item.title,
    rule: item.rule,
    options: item.options,
    ...(item.max_choices === null ? {} : { max_choices: item.max_choices }),
  }))
}

type RolledVoter = Pick<VoterRow, 'token' | 'units' | 'left_out' | 'delivered'>

/** The roll as the bulletin writes it: by token, so that its order tells nothing. Who is left out isn't on it. */
export function bulletinRoll(voters: readonly RolledVoter[]): BulletinRollEntry[] {
  return voters
    .filter(({ left_out: leftOut }) => leftOut === null)
    .map(({ token, units, delivered }) => ({
      ...(delivered ? { delivered } : {}),
      units: units.map((unit) => ({ area_centi_m2: unit.areaCentiM2, unit: unit.token })),
      voter: token,
    }))
    .sort((one, other) => (one.voter < other.voter ? -1 : 1))
}

/** `frozen_sha256` over all of it (formats/bulletin.md). */
export function frozenHashOf(
  row: VoteRow,
  items: readonly VoteItemRow[],
  voters: readonly RolledVoter[],
): string {
  return frozenHash(
    {
      vote: {
        text_sha256: textHash(row),
        secrecy: 'named',
        binding: row.binding,
        settings: settingsOf(row),
      },
      items: bulletinItems(items),
      roll: bulletinRoll(voters),
    },
    sha256,
  )
}
