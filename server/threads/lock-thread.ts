import { decideLock, type ThreadStanding } from '#core/threads'
import { enforce, signedAs } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { standingIn } from './list-posts'
import { removeLock, saveLock } from './lock-repository'
import { readThread, type OpenThread, type SubjectOfThread, type ThreadSubjects } from './subjects'

/** 先不让接着说, with a reason that everybody reads; staff go on answering. */
export async function lockThread(
  context: Context,
  subjects: ThreadSubjects,
  { subject, reason }: { subject: SubjectOfThread; reason: string },
): Promise<ThreadStanding> {
  return change(context, subjects, subject, async (tx) => {
    await saveLock(tx, {
      community_id: context.region.regionId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      locked_by: context.actor.personId,
      by_name: lockerName(context),
      reason,
      locked_at: context.now(),
    })
    await recordLock(tx, context, subject, 'thread.lock', reason)
  })
}

/** 可以接着说了. */
export async function unlockThread(
  context: Context,
  subjects: ThreadSubjects,
  subject: SubjectOfThread,
): Promise<ThreadStanding> {
  return change(context, subjects, subject, async (tx, thread) => {
    if (!thread.locked) return
    await removeLock(tx, context.region.regionId, subject)
    await recordLock(tx, context, subject, 'thread.unlock')
  })
}

async function change(
  context: Context,
  subjects: ThreadSubjects,
  subject: SubjectOfThread,
  work: (tx: Transaction, thread: OpenThread) => Promise<void>,
): Promise<ThreadStanding> {
  return context.transact(async (tx) => {
    const asking = { ...context, db: tx }
    const thread = await readThread(asking, subjects, subject)
    enforce(decideLock(context.actor, thread))
    await work(tx, thread)
    return standingIn(context, await readThread(asking, subjects, subject))
  })
}

function lockerName({ actor, region }: Context): string {
  const held = actor.roles.find(
    ({ role, placeId }) => role === 'community_staff' && placeId === region.regionId,
  )
  return held ? signedAs(held) : region.name
}

async function recordLock(
  tx: Transaction,
  { actor, region, now }: Context,
  subject: SubjectOfThread,
  act: string,
  reason?: string,
): Promise<void> {
  await record(tx, {
    regionId: region.regionId,
    at: now(),
    personId: actor.personId,
    role: 'community_staff',
    act,
    subject: { kind: subject.kind, id: subject.id },
    reason,
  })
}
