import { listEnvelopesEndpoint, listEnvelopesToKeyEndpoint } from '#core/votes'
import { manyVotes, withRoll } from '../many-votes'
import { putOnPaper, takeEnvelopes } from '../paper-votes'
import { here, pageOf, ROWS, type List, type Lists, type Scene } from './list'

/** The one vote of a scene: on paper, counted by its staff. */
async function theVote(scene: Scene, state: 'open' | 'counting'): Promise<string> {
  const { vote_id: known } =
    (await scene.server.db.selectFrom('votes').select('vote_id').executeTakeFirst()) ?? {}
  if (known) return known
  const { personId } = scene.staff
  const [made = ''] = await manyVotes(scene.server, scene.place, 1, {
    convener_id: scene.admin.personId,
    state,
  })
  await putOnPaper(scene.server, here(scene), made, [
    personId,
    scene.worker.personId,
    scene.resident.personId,
  ])
  return made
}

async function fill(scene: Scene, state: 'open' | 'counting'): Promise<string[]> {
  const voteId = await theVote(scene, state)
  const homes = await scene.rows.homes(ROWS)
  await withRoll(
    scene.server,
    here(scene),
    voteId,
    homes.map((homeId, index) => ({ homeId, name: `${index} 室` })),
  )
  return takeEnvelopes(scene.server, here(scene), voteId, scene.staff.personId)
}

const byNumber = (
  endpoint: typeof listEnvelopesEndpoint | typeof listEnvelopesToKeyEndpoint,
  state: 'open' | 'counting',
): List => ({
  endpoint,
  page: async (scene, cursor) =>
    pageOf(
      scene.server.ok(endpoint as typeof listEnvelopesEndpoint, {
        as: scene.staff.token,
        params: { ...here(scene), voteId: await theVote(scene, state) },
        query: { cursor },
      }),
      ({ voterId }) => voterId,
    ),
  fill: (scene) => fill(scene, state),
  // By number: what arrives meanwhile stands where its number is, and nothing moves.
  arrive: () => Promise.resolve(),
})

export const votePaperLists: Lists = {
  'envelopes that came in, by number': byNumber(listEnvelopesEndpoint, 'open'),
  'envelopes that a teller has yet to key in, by number': byNumber(listEnvelopesToKeyEndpoint, 'counting'),
}
