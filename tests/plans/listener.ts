import { Kysely, PostgresDialect, type LogEvent } from 'kysely'
import type { AnswerOf, Endpoint } from '#core/contract'
import { startTestServer, type CallInput, type TestServer } from '../api/test-server'
import {
  busyResidentOf,
  fillBigDistrict,
  idOf,
  neighbourOf,
  officerOf,
  signInTo,
  type Size,
} from '../builders/big-district'
import type { Look, Seen } from './look'

/** A statement as it went to the database. */
export interface Asked {
  sql: string
  parameters: readonly unknown[]
}

/** The server over a big district, with an ear at its database. */
export interface Listener {
  server: TestServer
  /** Paths of the endpoints that were called. */
  looked: ReadonlySet<string>
  /** What was asked of the database meanwhile, without begin and commit. */
  heardDuring(look: Look, community: number): Promise<Asked[]>
  close(): Promise<void>
}

/** Half of everything is here. */
export const BIGGEST = 1

/** The communities that are looked at. */
export const LOOKED_AT = [
  ['the biggest community', BIGGEST],
  ['a small one', 7],
] as const

const NOW = new Date('2026-11-18T02:00:00.000Z')

/** Starts a server over a big district of a size. */
export async function startListener(size?: Size): Promise<Listener> {
  const server = await startTestServer()
  await fillBigDistrict(server.db, size)
  const heard: Asked[] = []
  const looked = new Set<string>()
  const log = ({ query }: LogEvent) => {
    heard.push({ sql: query.sql, parameters: query.parameters })
  }
  server.parts.db = new Kysely({ dialect: new PostgresDialect({ pool: server.pool }), log })
  const call = callerOf(server, looked)
  return {
    server,
    looked,
    heardDuring: async (look, community) => {
      await call.signInAll(community)
      heard.length = 0
      await look(seen(server, call, community))
      return heard.splice(0).filter(({ sql }) => !/^(begin|commit|rollback|set)/i.test(sql))
    },
    close: () => server.close(),
  }
}

interface Caller extends Pick<Seen, 'ok' | 'pages'> {
  signInAll(community: number): Promise<void>
}

const OFFICES = ['staff', 'chief', 'worker', 'property', 'head', 'committee'] as const
const peopleOf = (community: number) => [
  busyResidentOf(community),
  neighbourOf(community),
  ...OFFICES.map((office) => officerOf(community, office)),
]

function callerOf(server: TestServer, looked: Set<string>): Caller {
  const tokens = new Map<string, string>()
  async function ok<E extends Endpoint>(endpoint: E, personId: string, input: CallInput<E>) {
    looked.add(endpoint.path)
    return (await server.ok(endpoint, { ...input, as: tokens.get(personId) })) as AnswerOf<E>
  }
  return {
    ok,
    pages: async (endpoint, personId, input) => {
      const { nextCursor } = (await ok(endpoint, personId, input)) as { nextCursor?: string | null }
      if (!nextCursor) return
      const query = { ...(input.query as object), cursor: nextCursor } as typeof input.query
      await ok(endpoint, personId, { ...input, query })
    },
    signInAll: async (community) => {
      for (const personId of peopleOf(community)) {
        if (!tokens.has(personId)) tokens.set(personId, await signInTo(server.db, personId, NOW))
      }
    },
  }
}

function seen({ parts }: TestServer, { ok, pages }: Caller, community: number): Seen {
  return {
    community,
    params: { communityId: idOf('community', community) },
    resident: busyResidentOf(community),
    neighbour: neighbourOf(community),
    staff: officerOf(community, 'staff'),
    chief: officerOf(community, 'chief'),
    worker: officerOf(community, 'worker'),
    property: officerOf(community, 'property'),
    head: officerOf(community, 'head'),
    committee: officerOf(community, 'committee'),
    ok,
    pages,
    db: parts.db,
    now: NOW,
  }
}
