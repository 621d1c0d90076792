import { ROLE_LABELS } from '#core/permissions'
import { AS_ID, leftOut, personalTable, type PersonalArea } from '#server/platform/personal-data'

const CHAIN = leftOut('防改动的校验，读不出内容')

/** What somebody did, as it stands on record. */
export const auditData: PersonalArea = {
  tables: [
    personalTable({
      table: 'audit_entries',
      title: '办过的事的记录',
      mine: ['person_id'],
      order: ['entry_id'],
      columns: {
        community_id: AS_ID,
        entry_id: AS_ID,
        at: '什么时候',
        act: '做了什么（代号）',
        role: { title: '以什么职务', words: (value) => (value ? ROLE_LABELS[value] : '住户') },
        subject_kind: AS_ID,
        subject_id: AS_ID,
        person_id: AS_ID,
        reason: '为什么',
        salt: CHAIN,
        digest: CHAIN,
        seq: CHAIN,
        prev: CHAIN,
        hash: CHAIN,
      },
      // Said in an office, it is about those whom it was done for.
      read: ({ role, reason }) => (role && reason ? { reason: '（办公时写的，不在这里）' } : {}),
    }),
  ],
  others: {},
  stays: { 'audit_entries.person_id': '在职务上办的事是谁办的，以后也要查得到' },
  // Who and why go together with the salt: the chain holds only their digest, and verifies without (docs/adr/0007).
  forget: async (db, { communityId, personId }) => {
    await db
      .updateTable('audit_entries')
      .set({ person_id: null, reason: null, salt: null })
      .where('community_id', '=', communityId)
      .where('person_id', '=', personId)
      .where('role', 'is', null)
      .execute()
  },
}
