import { View } from '@tarojs/components'
import { useState, type ReactElement } from 'react'
import { mayPublishSomewhere } from '#core/notices'
import { isConveningRole } from '#core/votes'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { currentCommunity, useMe } from '@/platform/me'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SPEAK } from './words'

export interface Speak {
  onSpeak: () => void
  /** Stands on the page; closed until ＋ is pressed. */
  sheet: ReactElement
}

/** ＋ 我要说: what it is about; who convenes votes or publishes notices finds that there too. */
export function useSpeak(): Speak {
  const me = useMe()
  const [open, setOpen] = useState(false)
  const community = me && currentCommunity(me)
  const mayPublish = community !== undefined && mayPublishSomewhere(community.roles)
  const mayConvene = community !== undefined && community.roles.some(isConveningRole)
  const close = () => setOpen(false)
  const lead = (route: string, query?: { communityId: string }) => {
    close()
    goTo(route, query)
  }
  const here = community && { communityId: community.communityId }
  return {
    onSpeak: () => setOpen(true),
    sheet: (
      <Sheet open={open} title={SPEAK.title} onClose={close}>
        <View className="list">
          <Item
            icon="wrench"
            tile="primary"
            strong
            title={SPEAK.report}
            text={SPEAK.reportText}
            onPress={() => lead(ROUTES.report)}
          />
          <Item
            icon="heart"
            tile="wish"
            strong
            title={SPEAK.wish}
            text={SPEAK.wishText}
            onPress={() => lead(ROUTES.sayWish, here)}
          />
          {mayConvene && (
            <Item
              icon="vote"
              tile="vote"
              strong
              title={SPEAK.vote}
              text={SPEAK.voteText}
              onPress={() => lead(ROUTES.voteDraft, here)}
            />
          )}
          {mayPublish && (
            <Item
              icon="horn"
              tile="plain"
              strong
              title={SPEAK.notice}
              text={SPEAK.noticeText}
              onPress={() => lead(ROUTES.publishNotice, here)}
            />
          )}
        </View>
      </Sheet>
    ),
  }
}
