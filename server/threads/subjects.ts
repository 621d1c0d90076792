import type { SubjectKind, Thread } from '#core/threads'
import type { Role } from '#core/permissions'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { findLock, type StoredLock } from './lock-repository'

/** Who asks, and where; a Context is one. Inside a transaction `db` is the transaction. */
export type Asking = Pick<Context, 'actor' | 'region' | 'now'> & { db: Database | Transaction }

/** Who asks for posts to look at: their photos' addresses are signed for them. */
export type Viewing = Asking & Pick<Context, 'photoKey'>

/** A thing that has a thread, as one asker meets it. Its own area says all of it, by its own policy. */
export interface ThreadSubject {
  /** Knows of the thing: who may read a thread is who may read what it is about. */
  readable: boolean
  /** Works on it and reads every word: to them alone staff notes are sent, and words that neighbours don't see. */
  staff: boolean
  /** Neighbours may know of it. What is said about anything else is never checked, searched or named in a message. */
  open: boolean
  reporterId: string | null
  handlerIds: readonly string[]
  /** Who works on it does so in office and reads staff notes; who helps with a wish is a neighbour. */
  handledInOffice: boolean
  /** Its title as every reader may see it. */
  aboutTitle: string
  placeName: string
  /** The office in which the asker answers here; left out: as a resident. */
  official?: { role: Role; unitName: string | null } | undefined
}

/** Reads several things at once, without a query for each; what isn't there is left out. */
export type ThreadSubjectReader = (
  asking: Asking,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, ThreadSubject>>

/** One reader per kind, given where the server is put together. */
export type ThreadSubjects = Record<SubjectKind, ThreadSubjectReader>

/** What a thread is about. */
export interface SubjectOfThread {
  kind: SubjectKind
  id: string
}

/** A thread as its asker meets it. */
export interface OpenThread extends Thread {
  subject: SubjectOfThread
  about: ThreadSubject
  lock: StoredLock | undefined
}

/** The thread of a thing. Throws NOT_FOUND alike for what isn't there and what the asker may not know of. */
export async function readThread(
  asking: Asking,
  subjects: ThreadSubjects,
  subject: SubjectOfThread,
): Promise<OpenThread> {
  const thread = await findThread(asking, subjects, subject)
  if (!thread.readable) throw new DomainError('NOT_FOUND')
  return thread
}

/** The same for who has words of their own in it, readable or not. */
export async function findThread(
  asking: Asking,
  subjects: ThreadSubjects,
  subject: SubjectOfThread,
): Promise<OpenThread> {
  const about = (await subjects[subject.kind](asking, [subject.id])).get(subject.id)
  if (!about) throw new DomainError('NOT_FOUND')
  const lock = await findLock(asking.db, asking.region.regionId, subject)
  return {
    communityId: asking.region.regionId,
    readable: about.readable,
    staff: about.staff,
    locked: lock !== undefined,
    subject,
    about,
    lock,
  }
}
