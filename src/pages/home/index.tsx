import { TabScreen } from '@/components/TabScreen'

/** Placeholder of the tab 「邻里」. */
export default function HomePage() {
  return (
    <TabScreen tab="home" title="邻里" onSpeak={() => undefined}>
      {null}
    </TabScreen>
  )
}
