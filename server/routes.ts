import type { FastifyInstance } from 'fastify'
import { buildOpenApi } from '#server/openapi'
import { chainBy } from '#server/chain/index'
import { importRoutes } from '#server/imports/index'
import { inboxRoutes } from '#server/inbox/index'
import {
  listJoinerIds,
  matterPhotoReader,
  matterRoutes,
  matterSearchReader,
  matterThreads,
  matterWords,
} from '#server/matters/index'
import { moderationRoutes, type ModerationTargets } from '#server/moderation/index'
import { myDataRoutes } from '#server/my-data/index'
import {
  maySeeNoticePhotos,
  noticeRoutes,
  noticeThreads,
  noticeWords,
  readFoundNotices,
} from '#server/notices/index'
import { organisationRoutes } from '#server/organisations/index'
import { peopleRoutes } from '#server/people/index'
import { photoRoutes, type PhotoReaders } from '#server/photos/index'
import { placeRoutes } from '#server/places/index'
import {
  itemLinkReader,
  itemPhotoReader,
  itemStepWords,
  itemWords,
  ledgerPhotoReader,
  lessonWords,
  linkToItem,
  roundRoutes,
  roundSearchReader,
  roundThreads,
  roundWords,
  noteWords,
  objectionWords,
  sessionLinkReader,
  topicSearchReader,
  topicsOfPosts,
  topicThreads,
  topicWords,
  statementWords,
} from '#server/rounds/index'
import { searchRoutes, type SearchReaders } from '#server/search/index'
import {
  moderatedPosts,
  postPhotoReader,
  postSearchReader,
  threadRoutes,
  type ThreadSubjects,
} from '#server/threads/index'
import {
  bylawPhotoReader,
  deliveryPhotoReader,
  proxyPhotoReader,
  voteLinkReader,
  voteRoutes,
  voteSearchReader,
  voteThreads,
  wordsOfDemand,
} from '#server/votes/index'
import { wishPhotoReader, wishRoutes, wishSearchReader, wishThreads, wishWords } from '#server/wishes/index'
import { buildApp, type AppOptions } from '#server/platform/http/app'
import { useDocsPage } from '#server/platform/http/docs-page'
import type { ServerParts } from '#server/platform/http/parts'
import { useSite } from '#server/platform/http/site'
import { whenHomeLeft } from '#server/when-home-left'
import { whenMemberLeft } from '#server/when-member-left'

/** What has a thread, and who may do what in it. */
const threadSubjects: ThreadSubjects = {
  matter: matterThreads,
  notice: noticeThreads,
  wish: wishThreads,
  vote: voteThreads,
  round: roundThreads,
  topic: topicThreads,
}

/** Words that can be reported and hidden, kind by kind. */
const moderationTargets: ModerationTargets = {
  matter: matterWords,
  post: moderatedPosts(threadSubjects),
  notice: noticeWords,
  wish: wishWords,
  demand: wordsOfDemand,
  round: roundWords,
  topic: topicWords,
  objection: objectionWords,
  session_note: noteWords,
  statement: statementWords,
  action_item: itemWords,
  item_step: itemStepWords,
  lesson: lessonWords,
}

/** What a topic of a board is put up from, and who stands behind that besides its author. */
const boardOrigins = {
  matter: { find: moderationTargets.matter.find, listBehind: listJoinerIds },
  post: { find: moderationTargets.post.find },
}

/** Who may see the photos of each kind of thing. */
const photoReaders: PhotoReaders = {
  matter: matterPhotoReader,
  post: postPhotoReader(threadSubjects),
  notice: maySeeNoticePhotos,
  wish: wishPhotoReader,
  proxy: proxyPhotoReader,
  bylaw: bylawPhotoReader,
  delivery: deliveryPhotoReader,
  item_step: itemPhotoReader,
  ledger_entry: ledgerPhotoReader,
}

/** Who reads what search found, kind by kind, as its asker may see it. */
const searchReaders: SearchReaders = {
  matter: matterSearchReader,
  post: postSearchReader(threadSubjects),
  notice: readFoundNotices,
  wish: wishSearchReader,
  vote: voteSearchReader,
  round: roundSearchReader,
  topic: topicSearchReader,
}

/** What an action item can be handled as, kind by kind. */
const itemLinkReaders = { matter: matterSearchReader, wish: wishSearchReader, vote: voteLinkReader }

/** What a thing came from and what became of it, as its reader may know of it. */
const chain = chainBy({
  ...itemLinkReaders,
  item: itemLinkReader,
  notice: readFoundNotices,
  post: postSearchReader(threadSubjects),
  round: roundSearchReader,
  session: sessionLinkReader,
  topic: topicSearchReader,
})

/** The whole HTTP server: API, its documentation, and the H5 site where it was built. */
export async function buildServer(
  parts: ServerParts,
  options: AppOptions & { siteRoot: string | undefined },
): Promise<FastifyInstance> {
  const app = await buildApp(parts, options)
  peopleRoutes(app, parts, whenHomeLeft)
  placeRoutes(app, parts)
  matterRoutes(app, parts, chain)
  wishRoutes(app, parts, chain)
  voteRoutes(app, parts, { chain, linkToItem })
  roundRoutes(app, parts, { origins: boardOrigins, links: itemLinkReaders, chain })
  inboxRoutes(app, parts)
  noticeRoutes(app, parts)
  threadRoutes(app, parts, { subjects: threadSubjects, topicsOfPosts })
  moderationRoutes(app, parts, moderationTargets)
  searchRoutes(app, parts, searchReaders)
  organisationRoutes(app, parts, whenMemberLeft)
  myDataRoutes(app, parts)
  await photoRoutes(app, parts, photoReaders)
  await importRoutes(app, parts)
  await useDocsPage(app, buildOpenApi())
  await useSite(app, options.siteRoot)
  return app
}
