import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { SkeletonRows } from '@/components/Skeleton'
import { TabScreen } from '@/components/TabScreen'
import { useFreshTabs } from '@/hooks/useFreshTabs'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { useSpeak } from '@/parts/speak'
import { goTo, switchTab } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { Messages } from './components/Messages'
import { useInbox } from './useInbox'
import { INBOX_WORDS } from './words'

/** 消息: what happened to my matters, and what is asked of me. */
export default function InboxPage() {
  const { paged, communityId, hasUnread, elsewhere, moveTo, open, readAll } = useInbox(useSignInFirst())
  const { onSpeak, sheet } = useSpeak()
  return (
    <TabScreen tab="inbox" title={INBOX_WORDS.title} fresh={useFreshTabs()} onSpeak={onSpeak}>
      {elsewhere && (
        <Card flush>
          <Item
            icon="switch"
            title={INBOX_WORDS.elsewhere(elsewhere.name)}
            text={INBOX_WORDS.elsewhereText}
            fresh
            onPress={() => moveTo(elsewhere.communityId)}
          />
        </Card>
      )}
      <FourFaces
        state={paged.state}
        skeleton={<SkeletonRows />}
        errorTitle={INBOX_WORDS.failed}
        isEmpty={(items) => items.length === 0}
        empty={<Nothing />}
      >
        {(items) => (
          <>
            <Messages items={items} onOpen={open} onReadAll={hasUnread ? readAll : undefined} />
            <MoreButton more={paged.more} />
          </>
        )}
      </FourFaces>
      <Choices communityId={communityId} />
      {sheet}
    </TabScreen>
  )
}

/** The way to 消息设置, below the messages themselves. */
function Choices({ communityId }: { communityId?: string }) {
  if (!communityId) return null
  return (
    <Card flush>
      <Item
        icon="bell"
        title={INBOX_WORDS.choices}
        text={INBOX_WORDS.choicesText}
        onPress={() => goTo(ROUTES.inboxChoices, { communityId })}
      />
    </Card>
  )
}

function Nothing() {
  return (
    <Blank
      art="window"
      title={INBOX_WORDS.empty}
      text={INBOX_WORDS.emptyText}
      otherAct={{ words: INBOX_WORDS.home, onPress: () => switchTab('home') }}
    />
  )
}
