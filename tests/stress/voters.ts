import { randomUUID } from 'node:crypto'
import { CONSENT_DOCUMENTS, NOTICES } from '#core/people'
import { hashToken } from '#server/platform/http/caller'
import { askDatabase } from '../product/products'
import { agentOf, givesProxy, type Home } from './plans'

interface Place {
  communityId: string
  buildingId: string
}

/** Builds homes into a building, with adults who have agreed to the notices and are signed in. By SQL: thousands of them. */
export async function moveIn(
  dataDir: string,
  { communityId, buildingId }: Place,
  homes: readonly Home[],
): Promise<void> {
  await askDatabase(
    dataDir,
    `insert into places (community_id, place_id, parent_id, kind, name, sort_key, path, path_names, created_at)
      select b.community_id, h.id, b.place_id, 'home', 'S' || h.n, 'S' || h.n, b.path || h.id,
        b.path_names || jsonb_build_array(jsonb_build_object('placeId', h.id, 'kind', 'home', 'name', 'S' || h.n)), now()
      from places b, unnest('{${homes.map(({ homeId }) => homeId).join()}}'::uuid[]) with ordinality h (id, n)
      where b.community_id = '${communityId}' and b.place_id = '${buildingId}'`,
  )
  const rows = JSON.stringify(
    homes
      .flatMap(({ adults }) => adults)
      .map(({ personId, homeId, token }) => ({ personId, homeId, hash: hashToken(token).toString('hex') })),
  )
  const from = `from json_to_recordset('${rows}') as r ("personId" uuid, "homeId" uuid, hash text)`
  const notices = CONSENT_DOCUMENTS.map(
    (document) => `('${document}', '${NOTICES[document].version}')`,
  ).join()
  for (const statement of [
    `insert into people (person_id, nickname, person_code, created_at)
      select "personId", '住户', substr(replace("personId"::text, '-', ''), 1, 20), now() ${from}`,
    `insert into person_communities (person_id, community_id) select "personId", '${communityId}' ${from}`,
    `insert into consents (person_id, consent_id, document, version, age, given_at)
      select "personId", gen_random_uuid(), n.document, n.version, 'over_14', now() ${from}, (values ${notices}) n (document, version)`,
    `insert into sessions (token_hash, session_id, person_id, device, created_at, last_seen_at, expires_at)
      select decode(hash, 'hex'), gen_random_uuid(), "personId", '浏览器', now(), now(), now() + interval '1 day' ${from}`,
    `insert into memberships (community_id, membership_id, person_id, home_id, home_path, home_name, relation, is_adult,
        state, asked_at, confirmed_at)
      select '${communityId}', gen_random_uuid(), "personId", p.place_id, p.path, p.name, 'owner', true, 'confirmed', now(), now()
      ${from} join places p on p.community_id = '${communityId}' and p.place_id = r."homeId"`,
    'analyze',
  ])
    await askDatabase(dataDir, statement)
}

/** Who will ask to vote for another home has a phone number and took a photo of the authority. Answers the photos, by home. */
export async function takeAuthorities(
  dataDir: string,
  { communityId }: Place,
  homes: readonly Home[],
): Promise<Map<string, string>> {
  const given = homes.filter(givesProxy).map((home) => ({
    homeId: home.homeId,
    agentId: agentOf(home, homes).personId,
    photoId: randomUUID(),
  }))
  const from = `from json_to_recordset('${JSON.stringify(given)}') as r ("agentId" uuid, "photoId" uuid)`
  await telephones(
    dataDir,
    given.map(({ agentId }) => ({ personId: agentId })),
  )
  await askDatabase(
    dataDir,
    `insert into photos (community_id, photo_id, owner_id, state, width, height, created_at)
      select '${communityId}', "photoId", "agentId", 'waiting', 4, 3, now() ${from}`,
  )
  return new Map(given.map(({ homeId, photoId }) => [homeId, photoId]))
}

/** Binds a phone to each of them. */
export async function telephones(dataDir: string, people: readonly { personId: string }[]): Promise<void> {
  await askDatabase(
    dataDir,
    `insert into phones (person_id, sealed, blind_index, method, verified_at)
      select id, uuid_send(id), uuid_send(id), 'sms', now()
        from unnest('{${people.map(({ personId }) => personId).join()}}'::uuid[]) as id`,
  )
}
