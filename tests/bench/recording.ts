/** A statement as it went to PostgreSQL, with the values it went with. */
export interface Statement {
  text: string
  values: readonly unknown[]
}

/** One call of the API as the database saw it. */
export type Recording = readonly Statement[]

/** What the bare server replays: by operation, one recording for each of its calls. */
export interface Script {
  recordings: Record<string, readonly Recording[]>
  /** Ids that begin with a later moment were made by the call itself: a replay makes its own. */
  since: number
}
