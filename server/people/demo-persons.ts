import { DomainError } from '#core/errors'
import type { DemoPerson } from '#core/people'
import { ROLE_LABELS } from '#core/permissions'
import { RELATION_LABELS } from '#core/people'
import { sql } from 'kysely'
import type { Context } from '#server/platform/context'
import type { ServerParts } from '#server/platform/http/parts'
import type { Role, Relation } from '#core/permissions'

interface Row {
  personId: string
  subject: string
  role: Role | null
  placeName: string | null
  relation: Relation | null
  homeName: string | null
}

/** Whom one can sign in as in a demo, with what they are there. Refused like an unknown address anywhere else. */
export async function listDemoPersons({ db }: Pick<Context, 'db'>, parts: Pick<ServerParts, 'demoSignIn'>) {
  if (!parts.demoSignIn) throw new DomainError('ROUTE_NOT_FOUND')
  const { rows } = await sql<Row>`
    select i.person_id as "personId", i.subject, g.role, g.place_name as "placeName", m.relation, m.home_name as "homeName"
    from identities i
      left join lateral (select role, place_name from role_grants
        where person_id = i.person_id and state = 'granted' order by grant_id limit 1) g on true
      left join lateral (select relation, home_name from memberships
        where person_id = i.person_id and state = 'confirmed' order by membership_id limit 1) m on true
    where i.provider = 'demo' order by i.person_id`.execute(db)
  return { items: rows.map(toPerson) }
}

function toPerson({ personId, subject, role, placeName, relation, homeName }: Row): DemoPerson {
  const office = role && `${ROLE_LABELS[role]} · ${placeName}`
  const home = relation && `${RELATION_LABELS[relation]} · ${homeName}`
  return { personId, name: subject, does: [office, home].filter(Boolean).join('；') || '还没绑定住处' }
}
