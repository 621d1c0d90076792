import { isWrite } from '#core/contract'
import { applyImportEndpoint, exportEndpoint, uploadImportEndpoint } from '#core/imports'
import {
  actOnMatterEndpoint,
  joinMatterEndpoint,
  leaveMatterEndpoint,
  readMatterContactEndpoint,
  reportMatterEndpoint,
} from '#core/matters'
import { appealEndpoint, decideCaseEndpoint, reportWordsEndpoint } from '#core/moderation'
import { pinNoticeEndpoint, publishNoticeEndpoint, withdrawNoticeEndpoint } from '#core/notices'
import {
  actOnGrantEndpoint,
  actOnMembershipEndpoint,
  askForHomeEndpoint,
  proposeGrantEndpoint,
} from '#core/people'
import {
  changeGridEndpoint,
  createGridEndpoint,
  createPlaceEndpoint,
  createRegionEndpoint,
  dissolveGridEndpoint,
  issueDoorCodeEndpoint,
  movePlacesEndpoint,
  printDoorCodesEndpoint,
  replaceDoorCodeEndpoint,
  revokeDoorCodeEndpoint,
  takeBackDissolutionEndpoint,
  takeBackMoveEndpoint,
} from '#core/places'
import {
  deletePostEndpoint,
  lockThreadEndpoint,
  unlockThreadEndpoint,
  writePostEndpoint,
} from '#core/threads'
import * as organisations from '#core/organisations'
import * as rounds from '#core/rounds'
import * as votes from '#core/votes'
import * as wishes from '#core/wishes'
import { ALL_ENDPOINTS } from '#server/endpoints'

/**
 * Writes about oneself alone, such as signing in, thanking, or a photo that waits for its use: no act of an office, and
 * nobody else's concern.
 */
const ABOUT_ONESELF =
  /^\w+ \/(me|sessions|browser-sign-ins)(\/|$)|^\w+ \/communities\/:communityId\/(inbox\/|desk\/filters|notices\/:noticeId\/read$|posts\/:postId\/(thanks|author-block)$|blocks\/|photos$)/

it('every write there is was tried by one of the tests of the record', () => {
  const onRecord = [
    // Tried in every-matter-act.test.ts, every-write.test.ts and every-act-on-places.test.ts.
    reportMatterEndpoint,
    actOnMatterEndpoint,
    joinMatterEndpoint,
    leaveMatterEndpoint,
    readMatterContactEndpoint,
    askForHomeEndpoint,
    actOnMembershipEndpoint,
    proposeGrantEndpoint,
    actOnGrantEndpoint,
    createRegionEndpoint,
    createPlaceEndpoint,
    createGridEndpoint,
    movePlacesEndpoint,
    takeBackMoveEndpoint,
    dissolveGridEndpoint,
    takeBackDissolutionEndpoint,
    changeGridEndpoint,
    issueDoorCodeEndpoint,
    replaceDoorCodeEndpoint,
    printDoorCodesEndpoint,
    revokeDoorCodeEndpoint,
    // Tried in every-act-on-words.test.ts.
    writePostEndpoint,
    deletePostEndpoint,
    lockThreadEndpoint,
    unlockThreadEndpoint,
    reportWordsEndpoint,
    decideCaseEndpoint,
    appealEndpoint,
    // Tried in server/notices/on-record.test.ts.
    publishNoticeEndpoint,
    pinNoticeEndpoint,
    withdrawNoticeEndpoint,
    // Tried in server/wishes/on-record.test.ts.
    wishes.submitWishEndpoint,
    wishes.actOnWishEndpoint,
    wishes.secondWishEndpoint,
    wishes.takeBackSecondEndpoint,
    wishes.readWishContactEndpoint,
    // Tried in server/votes/on-record.test.ts.
    votes.createVoteEndpoint,
    votes.changeVoteEndpoint,
    votes.actOnVoteEndpoint,
    votes.castBallotEndpoint,
    votes.printVoteEndpoint,
    votes.cedeBallotEndpoint,
    votes.objectEndpoint,
    votes.answerObjectionEndpoint,
    votes.fileProxyEndpoint,
    votes.actOnProxyEndpoint,
    // Tried in server/votes/demands/on-record.test.ts.
    votes.writeDemandEndpoint,
    votes.actOnDemandEndpoint,
    // And in deliveries.test.ts there.
    votes.recordDeliveryEndpoint,
    votes.actOnDeliveryEndpoint,
    // And in replace-teller.test.ts there.
    votes.replaceTellerEndpoint,
    votes.receiveEnvelopeEndpoint,
    votes.returnEnvelopeEndpoint,
    votes.keyEnvelopeEndpoint,
    // Tried in server/votes/bylaws/on-record.test.ts.
    votes.recordBylawEndpoint,
    votes.actOnBylawEndpoint,
    // Tried in server/rounds/on-record.test.ts.
    rounds.conveneRoundEndpoint,
    rounds.changeRoundEndpoint,
    rounds.actOnRoundEndpoint,
    // Tried in server/rounds/topics/on-record.test.ts.
    rounds.proposeTopicEndpoint,
    rounds.secondTopicEndpoint,
    rounds.takeBackTopicSecondEndpoint,
    rounds.actOnTopicEndpoint,
    rounds.objectToRoundEndpoint,
    rounds.answerObjectionEndpoint,
    // Tried in server/rounds/sessions/on-record.test.ts.
    rounds.openSessionEndpoint,
    rounds.changeSessionEndpoint,
    rounds.actOnSessionEndpoint,
    rounds.writeNoteEndpoint,
    rounds.strikeNoteEndpoint,
    rounds.printMinutesEndpoint,
    // Tried in server/rounds/board/on-record.test.ts.
    rounds.putUpTopicEndpoint,
    rounds.declineTopicEndpoint,
    // Tried in server/rounds/statements/on-record.test.ts.
    rounds.writeStatementEndpoint,
    rounds.answerStatementEndpoint,
    rounds.withdrawStatementEndpoint,
    rounds.putDownOutcomeEndpoint,
    rounds.draftTopicVoteEndpoint,
    // Tried in server/rounds/items/on-record.test.ts.
    rounds.writeItemEndpoint,
    rounds.changeItemEndpoint,
    rounds.actOnItemEndpoint,
    rounds.linkItemEndpoint,
    rounds.writeLedgerEndpoint,
    rounds.correctLedgerEndpoint,
    rounds.rateItemEndpoint,
    // Tried in server/rounds/report/on-record.test.ts.
    rounds.writeLessonEndpoint,
    rounds.printReportEndpoint,
    rounds.followUpEndpoint,
    // Tried in server/organisations/on-record.test.ts.
    organisations.createOrganisationEndpoint,
    organisations.endOrganisationEndpoint,
    organisations.nameLeadEndpoint,
    organisations.askToJoinEndpoint,
    organisations.actOnMemberEndpoint,
    organisations.askToVolunteerEndpoint,
    organisations.actOnVolunteerRequestEndpoint,
    // Tried in server/imports/importing.test.ts.
    uploadImportEndpoint,
    applyImportEndpoint,
    exportEndpoint,
  ].map(({ method, path }) => `${method} ${path}`)
  const writes = ALL_ENDPOINTS.filter(isWrite).map(({ method, path }) => `${method} ${path}`)
  expect(writes.filter((write) => !ABOUT_ONESELF.test(write)).sort()).toEqual(onRecord.sort())
})
