import { TabScreen } from '@/components/TabScreen'

/** Placeholder of the tab 「消息」. */
export default function InboxPage() {
  return (
    <TabScreen tab="inbox" title="消息" onSpeak={() => undefined}>
      {null}
    </TabScreen>
  )
}
