import { TabScreen } from '@/components/TabScreen'

/** Placeholder of the tab 「我的」. */
export default function MePage() {
  return (
    <TabScreen tab="me" title="我的" onSpeak={() => undefined}>
      {null}
    </TabScreen>
  )
}
