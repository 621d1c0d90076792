import { auditData } from '#server/audit/index'
import { importData } from '#server/imports/index'
import { inboxData } from '#server/inbox/index'
import { matterData } from '#server/matters/index'
import { moderationData } from '#server/moderation/index'
import { myDataData } from '#server/my-data/index'
import { noticeData } from '#server/notices/index'
import { organisationData } from '#server/organisations/index'
import { peopleData } from '#server/people/index'
import { photoData } from '#server/photos/index'
import { placeData } from '#server/places/index'
import type { PersonalAreas } from '#server/platform/personal-data'
import { roundData } from '#server/rounds/index'
import { threadData } from '#server/threads/index'
import { whenHomeLeft } from '#server/when-home-left'
import { whenMemberLeft } from '#server/when-member-left'
import { voteData } from '#server/votes/index'
import { wishData } from '#server/wishes/index'

/**
 * What each area knows about a person: what the archive of one's own data holds, and what closing an account empties, in
 * this order. Homes end first, so that nothing is handed to somebody who is going; the record of it all goes last.
 */
export const personalAreas: PersonalAreas = {
  people: peopleData(whenHomeLeft),
  organisations: organisationData(whenMemberLeft),
  wishes: wishData,
  votes: voteData,
  rounds: roundData,
  places: placeData,
  matters: matterData,
  threads: threadData,
  moderation: moderationData,
  inbox: inboxData,
  notices: noticeData,
  photos: photoData,
  imports: importData,
  myData: myDataData,
  audit: auditData,
}
