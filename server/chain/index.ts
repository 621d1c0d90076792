import type { ChainKind, ChainLink, ChainView } from '#core/chain'
import type { SearchReader } from '#server/search/index'
import type { Context } from '#server/platform/context'
import { listLinks, type ChainSubject, type StoredLink } from './links'

/** How the chain asks other areas whether somebody may read something, without knowing those areas. */
export type ChainReaders = Record<ChainKind | 'post', SearchReader>

/** 从哪里来、后来怎样, as one reader may know of it. One query; where there are links, one reader more for each kind of them. */
export type ReadChain = (context: Context, subject: ChainSubject) => Promise<ChainView>

/** The chain as readers of all areas make it. */
export function chainBy(readers: ChainReaders): ReadChain {
  return async (context, subject) => {
    const links = await listLinks(context.db, context.region.regionId, subject)
    const kinds = [...new Set(links.map(({ kind }) => kind))]
    const found = await Promise.all(
      kinds.map(async (kind) => {
        const ids = links.filter((link) => link.kind === kind).map(({ id }) => id)
        return [kind, await readers[kind](context, [...new Set(ids)])] as const
      }),
    )
    const titles = new Map(found)
    const shown = (way: StoredLink['way']) =>
      links
        .filter((link) => link.way === way)
        .flatMap((link) => linkTo(link, titles.get(link.kind)?.get(link.id)?.title))
    return { from: shown('from').reverse(), to: shown('to') }
  }
}

/** Nothing at all where the reader may not read what it leads to. */
function linkTo({ kind, id, onKind, onId }: StoredLink, title: string | undefined): ChainLink[] {
  if (title === undefined) return []
  if (kind === 'session') return onId ? [{ kind, id, title, roundId: onId }] : []
  if (kind !== 'post') return [{ kind, id, title }]
  return onKind && onId ? [{ kind: onKind, id: onId, title }] : []
}

/** An answer to reading, with its chain. */
export async function withChain<View extends object>(
  view: View,
  context: Context,
  subject: ChainSubject,
  chain: ReadChain,
): Promise<View & { chain: ChainView }> {
  return { ...view, chain: await chain(context, subject) }
}
