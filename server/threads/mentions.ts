import { MENTION_LABELS, type Mentionable, type SubjectKind } from '#core/threads'
import { DomainError } from '#core/errors'
import type { PostRow } from './post-repository'
import { nameOf } from './post-words'
import type { ThreadSubject } from './subjects'

/** Who is named in a post: as it shows, and who they are. */
export interface Mentions {
  names: string[]
  /** Those who work on the thing in office hear of it at once; all others as soon as they can read it. */
  handlerIds: string[]
  otherIds: string[]
}

/**
 * Whom a post names. In a staff note only who works on the thing in office: a resident must not even hear that there is one.
 * Throws NOT_FOUND for posts that aren't met in this thread.
 */
export function mentionsOf(
  about: ThreadSubject,
  {
    kind: subjectKind,
    mentions,
    postIds,
    named,
    note,
  }: {
    kind: SubjectKind
    mentions: readonly Mentionable[]
    postIds: readonly string[]
    named: readonly PostRow[]
    note: boolean
  },
): Mentions {
  if (named.length < new Set(postIds).size) throw new DomainError('NOT_FOUND')
  const kinds = mentions.filter((kind) => !note || (kind === 'handlers' && about.handledInOffice))
  const rows = note ? named.filter((row) => row.official_role !== null) : named
  const handlerIds = kinds.includes('handlers') ? [...about.handlerIds] : []
  return {
    names: [...new Set([...kinds.map((kind) => MENTION_LABELS[subjectKind][kind]), ...rows.map(nameOf)])],
    handlerIds: about.handledInOffice ? handlerIds : [],
    otherIds: [
      ...(about.handledInOffice ? [] : handlerIds),
      ...(kinds.includes('reporter') && about.reporterId ? [about.reporterId] : []),
      ...rows.map((row) => row.author_id),
    ],
  }
}
