import type { Endpoint } from '#core/contract'
import type { CallInput } from '../test-server'
import type { Who } from './cast'
import type { Stage } from './stage'

/** One call, ready to be made by anybody. */
export interface Prepared {
  endpoint: Endpoint
  input: CallInput<Endpoint>
}

/** What a column of a table stands for: sets its scene and says what is called. */
export interface MatrixCall {
  endpoint: Endpoint
  /** How many audit entries a success leaves: every act on the common good leaves one. */
  audited: 0 | 1 | 2
  prepare(stage: Stage, who: Who): Promise<Prepared>
}

type Prepare<E extends Endpoint> = (stage: Stage, who: Who) => CallInput<E> | Promise<CallInput<E>>

const column =
  (audited: MatrixCall['audited']) =>
  <E extends Endpoint>(endpoint: E) =>
  (prepare: Prepare<E>): MatrixCall => ({
    endpoint,
    audited,
    prepare: async (stage, who) => ({ endpoint, input: (await prepare(stage, who)) as CallInput<Endpoint> }),
  })

/** A column about an endpoint that leaves no audit entry. */
export const calls = column(0)

/** A column about an act, which goes on record. */
export const acts = column(1)

/** A column about an act on two things, each of which has it on record. */
export const actsOnTwo = column(2)

/** A table with what its columns call. */
export interface Chapter {
  about: string
  table: string
  columns: Record<string, MatrixCall>
}
