import { sealEntries } from '#server/audit/index'
import { checkImport, forgetOldRolls, tendImports, writeImport } from '#server/imports/index'
import { deliverHeld } from '#server/inbox/index'
import { carryOutClosings, makeArchive, sweepArchives } from '#server/my-data/index'
import { closeUnconfirmed, gridDissolved, reinspect, reviewDue, teamEnded } from '#server/matters/index'
import { tellNotice, tellUntold } from '#server/notices/index'
import { personalAreas } from '#server/personal-data'
import { sweepPhotos } from '#server/photos/index'
import {
  demandClock,
  tellUntoldVotes,
  tellVote,
  voteCertifyDue,
  voteClock,
  voteOverdue,
  voteRemind,
} from '#server/votes/index'
import {
  boardClock,
  itemRemind,
  roundClock,
  tellRound,
  tellUntoldRounds,
  tendOpinions,
} from '#server/rounds/index'
import {
  endHelpOfVolunteer,
  forgetOthers,
  wishClock,
  wishOfferLapses,
  wishRemind,
} from '#server/wishes/index'
import { forgetOld } from '#server/platform/forget-old'
import type { ServerParts } from '#server/platform/http/parts'
import { enqueue, type JobHandlers } from '#server/platform/jobs/index'

/** The audit log is sealed every 10 seconds (domain.md 10). */
const SEAL_EVERY_MS = 10_000

/** What jobs work with. */
export type JobParts = Pick<ServerParts, 'db' | 'now' | 'photos' | 'contactBox'>

/** What each job does. Sealing puts itself on the list again, under one key, whoever of several servers did it. */
export function jobHandlers({ db, now, photos, contactBox }: JobParts): JobHandlers {
  const archives = { db, store: photos, contactBox, areas: personalAreas, now }
  const imports = { files: photos, contactBox }
  return {
    close_unconfirmed: (payload) => closeUnconfirmed(db, payload, now()),
    review_due: (payload) => reviewDue(db, payload, now()),
    reinspect: (payload) => reinspect(db, payload, now()),
    office_ended: (payload) => teamEnded(db, payload, now()),
    volunteer_ended: (payload) => endHelpOfVolunteer(db, payload, now()),
    grid_dissolved: (payload) => gridDissolved(db, payload, now()),
    sweep_photos: () => sweepPhotos(db, photos, now()),
    forget_old: async () => {
      await forgetOld(db, now())
      await forgetOldRolls(db, now())
      await forgetOthers(db, now())
    },
    check_import: (payload) => checkImport(db, imports, payload, now),
    write_import: (payload) => writeImport(db, imports, payload, now),
    tend_imports: () => tendImports(db, imports, now()),
    deliver_held: () => deliverHeld(db, now()),
    tell_notice: (payload) => tellNotice(db, payload, now()),
    wish_clock: (payload) => wishClock(db, payload, now()),
    wish_offer_lapses: (payload) => wishOfferLapses(db, payload, now()),
    wish_remind: (payload) => wishRemind(db, payload, now()),
    vote_clock: (payload) => voteClock(db, contactBox, payload, now()),
    vote_remind: (payload) => voteRemind(db, payload, now()),
    vote_certify_due: (payload) => voteCertifyDue(db, payload, now()),
    vote_overdue: (payload) => voteOverdue(db, payload, now()),
    demand_clock: (payload) => demandClock(db, payload, now()),
    tell_vote: (payload) => tellVote(db, payload, now()),
    tend_opinions: () => tendOpinions(db, contactBox, now()),
    item_remind: (payload) => itemRemind(db, payload, now()),
    tell_round: (payload) => tellRound(db, payload, now()),
    board_clock: (payload) => boardClock(db, payload, now()),
    round_clock: (payload) => roundClock(db, payload, now()),
    tell_untold: async () => {
      await tellUntold(db, now())
      await tellUntoldVotes(db, now())
      await tellUntoldRounds(db, now())
    },
    make_archive: (payload) => makeArchive(archives, payload),
    tidy_my_data: async () => {
      await carryOutClosings(archives)
      await sweepArchives(archives)
    },
    seal_audit: async () => {
      await sealEntries(db)
      await scheduleSealing(db, new Date(Date.now() + SEAL_EVERY_MS))
    },
  }
}

/** Puts the next sealing on the list. */
export function scheduleSealing(db: ServerParts['db'], runAt: Date): Promise<void> {
  return enqueue(db, 'seal_audit', {}, { runAt, key: 'seal_audit' })
}
