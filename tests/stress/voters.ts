import { randomUUID } from 'node:crypto'
import { CONSENT_DOCUMENTS, NOTICES } from '#core/people'
import { newToken } from '#server/platform/crypto/index'
import { hashToken } from '#server/platform/http/caller'
import { askDatabase } from '../product/products'

/** One adult of a home that votes, signed in. */
export interface Adult {
  personId: string
  homeId: string
  token: string
  /** What they hand in, one after the other. */
  choices: readonly string[]
}

interface MovingIn {
  communityId: string
  buildingId: string
  homes: number
}

const OPTIONS = ['approve', 'against', 'abstain'] as const
/** Of so many homes one has two adults who vote; by turns they agree and differ. */
const A_COUPLE_IN = 10
/** Of so many adults one thinks again and casts another ballot. */
const THINKS_AGAIN_IN = 6

/** Builds homes into a building, with adults who have agreed to the notices and are signed in. By SQL: thousands of them. */
export async function moveIn(
  dataDir: string,
  { communityId, buildingId, homes }: MovingIn,
): Promise<Adult[]> {
  const adults = Array.from({ length: homes }, (_, n) => adultsOf(n)).flat()
  const homeIds = [...new Set(adults.map(({ homeId }) => homeId))]
  await askDatabase(
    dataDir,
    `insert into places (community_id, place_id, parent_id, kind, name, sort_key, path, path_names, created_at)
      select b.community_id, h.id, b.place_id, 'home', 'S' || h.n, 'S' || h.n, b.path || h.id,
        b.path_names || jsonb_build_array(jsonb_build_object('placeId', h.id, 'kind', 'home', 'name', 'S' || h.n)), now()
      from places b, unnest('{${homeIds.join()}}'::uuid[]) with ordinality h (id, n)
      where b.community_id = '${communityId}' and b.place_id = '${buildingId}'`,
  )
  const rows = JSON.stringify(
    adults.map(({ personId, homeId, token }) => ({
      personId,
      homeId,
      hash: hashToken(token).toString('hex'),
    })),
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
  return adults
}

/** Who lives in home `n`, and what they choose: by number, so that the result is known beforehand. */
function adultsOf(n: number): Adult[] {
  const homeId = randomUUID()
  const first = OPTIONS[n % 3] as string
  const one = { personId: randomUUID(), homeId, token: newToken() }
  const choices = n % THINKS_AGAIN_IN === 0 ? [OPTIONS[(n + 1) % 3] as string, first] : [first]
  if (n % A_COUPLE_IN !== 0) return [{ ...one, choices }]
  const others = (n / A_COUPLE_IN) % 2 === 0 ? first : (OPTIONS[(n + 1) % 3] as string)
  return [
    { ...one, choices },
    { personId: randomUUID(), homeId, token: newToken(), choices: [others] },
  ]
}
