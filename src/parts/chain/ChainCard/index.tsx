import { useState } from 'react'
import { CHAIN_HEADINGS, CHAIN_LABELS, type ChainKind, type ChainLink, type ChainView } from '#core/chain'
import { Card } from '@/components/Card'
import type { IconName } from '@/components/Icon'
import { Item } from '@/components/Item'
import { goTo, type Query } from '@/platform/navigation'
import { ROUTES } from '@/routes'

export interface ChainCardProps {
  communityId: string
  /** Left out in answers to acts: then what was known before stays. */
  chain: ChainView | undefined
}

/** 从哪里来、后来怎样: each link one tap away, in both directions. Nothing where there is none. */
export function ChainCard({ communityId, chain }: ChainCardProps) {
  const [known, setKnown] = useState(chain)
  if (chain && chain !== known) setKnown(chain)
  const { from = [], to = [] } = chain ?? known ?? {}
  return (
    <>
      <Links heading={CHAIN_HEADINGS.from} communityId={communityId} links={from} />
      <Links heading={CHAIN_HEADINGS.to} communityId={communityId} links={to} />
    </>
  )
}

interface LinksProps {
  heading: string
  communityId: string
  links: readonly ChainLink[]
}

function Links({ heading, communityId, links }: LinksProps) {
  if (links.length === 0) return null
  return (
    <Card title={heading} gap>
      {links.map((link) => (
        <Item
          key={link.id}
          icon={WAYS[link.kind].icon}
          // What a moderator hid has no words: its kind stands for it.
          title={link.title || CHAIN_LABELS[link.kind]}
          text={link.title ? CHAIN_LABELS[link.kind] : undefined}
          onPress={() => goTo(WAYS[link.kind].page, { communityId, ...WAYS[link.kind].query(link) })}
        />
      ))}
    </Card>
  )
}

interface Way {
  icon: IconName
  page: string
  query: (link: ChainLink) => Query
}

const WAYS: Record<ChainKind, Way> = {
  wish: { icon: 'heart', page: ROUTES.wish, query: ({ id: wishId }) => ({ wishId }) },
  matter: { icon: 'wrench', page: ROUTES.matter, query: ({ id: matterId }) => ({ matterId }) },
  notice: { icon: 'horn', page: ROUTES.notice, query: ({ id: noticeId }) => ({ noticeId }) },
  round: { icon: 'circle', page: ROUTES.round, query: ({ id: roundId }) => ({ roundId }) },
  topic: { icon: 'talk', page: ROUTES.topic, query: ({ id: topicId }) => ({ topicId }) },
  session: {
    icon: 'clock',
    page: ROUTES.session,
    query: ({ id: sessionId, roundId }) => ({ roundId, sessionId }),
  },
  item: { icon: 'check', page: ROUTES.roundItem, query: ({ id: itemId }) => ({ itemId }) },
  vote: { icon: 'vote', page: ROUTES.vote, query: ({ id: voteId }) => ({ voteId }) },
}
