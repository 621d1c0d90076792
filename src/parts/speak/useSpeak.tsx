import { View } from '@tarojs/components'
import { useState, type ReactElement } from 'react'
import { mayPublishSomewhere } from '#core/notices'
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

/** ＋ 我要说: who can only report is led there at once; who may also publish notices is asked. */
export function useSpeak(): Speak {
  const me = useMe()
  const [open, setOpen] = useState(false)
  const community = me && currentCommunity(me)
  const mayPublish = community !== undefined && mayPublishSomewhere(community.roles)
  const close = () => setOpen(false)
  const lead = (route: string, query?: { communityId: string }) => {
    close()
    goTo(route, query)
  }
  return {
    onSpeak: () => (mayPublish ? setOpen(true) : goTo(ROUTES.report)),
    sheet: !mayPublish ? (
      <></>
    ) : (
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
            icon="horn"
            tile="plain"
            strong
            title={SPEAK.notice}
            text={SPEAK.noticeText}
            onPress={() => lead(ROUTES.publishNotice, community && { communityId: community.communityId })}
          />
        </View>
      </Sheet>
    ),
  }
}
