import type { AreaHints, Ids, Made } from './hint'

/** The community's staff were told of what was made before. */
async function ids({ server, community }: Made): Promise<Ids> {
  const item = await server.db
    .selectFrom('inbox_groups')
    .select('last_item_id')
    .where('community_id', '=', community.communityId)
    .executeTakeFirstOrThrow()
  return { itemId: item.last_item_id }
}

export const inboxHints: AreaHints = {
  ids,
  tables: ['inbox_groups'],
  harmless: [
    'communityId POST /communities/:communityId/inbox/read', // a message that isn't mine changes nothing
    'itemId POST /communities/:communityId/inbox/read',
    'communityId POST /communities/:communityId/inbox/read-subject', // nor does a thing I was told nothing of
    'id POST /communities/:communityId/inbox/read-subject',
    'communityId PUT /communities/:communityId/inbox/choices', // one’s own, wherever
  ],
}
