import type { Database } from '#server/platform/db/index'

interface Entry {
  act: string
  person_id: string | null
  role: string | null
  subject_id: string
  reason: string | null
  community_id: string
}

/** Watches what is put on record. */
export function putsOnRecord(database: () => Database) {
  /** Every act that was seen to leave its entry. */
  const recorded = new Set<string>()
  const entries = (): Promise<Entry[]> =>
    database()
      .selectFrom('audit_entries')
      .select(['act', 'person_id', 'role', 'subject_id', 'reason', 'community_id'])
      .orderBy('entry_id')
      .execute()

  /** Does something and answers what it put on record. */
  async function entriesOf<T>(work: () => Promise<T>): Promise<{ answer: T; added: Entry[] }> {
    const before = (await entries()).length
    const answer = await work()
    return { answer, added: (await entries()).slice(before) }
  }

  /** Does something that must leave one entry: who, in which office, what, about what. */
  async function leavesOne<T>(
    work: () => Promise<T>,
    expected: Partial<Entry>,
    subjectOf: (answer: T) => string,
  ): Promise<T> {
    const { answer, added } = await entriesOf(work)
    expect(added).toEqual([expect.objectContaining({ ...expected, subject_id: subjectOf(answer) })])
    recorded.add(expected.act ?? '')
    return answer
  }

  return { recorded, entriesOf, leavesOne }
}
