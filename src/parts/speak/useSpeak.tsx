import { View } from '@tarojs/components'
import { useState, type ReactElement } from 'react'
import { mayPublishSomewhere } from '#core/notices'
import type { MyCommunity } from '#core/people'
import { convenesRounds } from '#core/rounds'
import { isConveningRole } from '#core/votes'
import type { IconName } from '@/components/Icon'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import type { Tone } from '@/components/Tile'
import { currentCommunity, useMe } from '@/platform/me'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SPEAK } from './words'

export interface Speak {
  onSpeak: () => void
  /** Stands on the page; closed until ＋ is pressed. */
  sheet: ReactElement
}

interface Offer {
  icon: IconName
  tile: Tone
  title: string
  text: string
  route: string
  /** Belongs to the community that is looked at; left out: asks by itself where. */
  here?: true
  /** Who is offered it; left out: everybody. */
  for?: (roles: MyCommunity['roles']) => boolean
}

const OFFERS: readonly Offer[] = [
  { icon: 'wrench', tile: 'primary', title: SPEAK.report, text: SPEAK.reportText, route: ROUTES.report },
  { icon: 'heart', tile: 'wish', title: SPEAK.wish, text: SPEAK.wishText, route: ROUTES.sayWish, here: true },
  { icon: 'talk', tile: 'round', title: SPEAK.topic, text: SPEAK.topicText, route: ROUTES.board, here: true },
  {
    icon: 'circle',
    tile: 'round',
    title: SPEAK.round,
    text: SPEAK.roundText,
    route: ROUTES.conveneRound,
    here: true,
    for: (roles) => roles.some(convenesRounds),
  },
  {
    icon: 'vote',
    tile: 'vote',
    title: SPEAK.vote,
    text: SPEAK.voteText,
    route: ROUTES.voteDraft,
    here: true,
    for: (roles) => roles.some(isConveningRole),
  },
  {
    icon: 'horn',
    tile: 'plain',
    title: SPEAK.notice,
    text: SPEAK.noticeText,
    route: ROUTES.publishNotice,
    here: true,
    for: mayPublishSomewhere,
  },
]

/** ＋ 我要说: what it is about; who convenes or publishes notices finds that there too. */
export function useSpeak(): Speak {
  const me = useMe()
  const [open, setOpen] = useState(false)
  const community = me && currentCommunity(me)
  const close = () => setOpen(false)
  const here = community && { communityId: community.communityId }
  const offers = OFFERS.filter((offer) => !offer.for || (community && offer.for(community.roles)))
  return {
    onSpeak: () => setOpen(true),
    sheet: (
      <Sheet open={open} title={SPEAK.title} onClose={close}>
        <View className="list">
          {offers.map(({ icon, tile, title, text, route, here: belongs }) => (
            <Item
              key={title}
              icon={icon}
              tile={tile}
              strong
              title={title}
              text={text}
              onPress={() => {
                close()
                goTo(route, belongs && here)
              }}
            />
          ))}
        </View>
      </Sheet>
    ),
  }
}
