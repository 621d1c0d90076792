import { View } from '@tarojs/components'
import { fullDate } from '#core/calendar'
import { DESK_LIST_LABELS, DESK_LISTS, stateInWords, type DeskList, type MatterItem } from '#core/matters'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonRows } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { usePageQuery } from '@/platform/navigation'
import { canPrint, printPage } from '@/platform/print'
import { ROUTES } from '@/routes'
import { WORK_LIST_WORDS } from '../../words'
import { loadDesk } from '../desk/useDesk'
import { loadWorkList, type WorkList } from './load-work-list'

/** 要办的事, to take along on paper: one list of the desk, with a box to tick. */
export default function WorkListPage() {
  const query = usePageQuery()
  useSignInFirst(ROUTES.workList, query)
  const list: DeskList = DESK_LISTS.find((one) => one === query.list) ?? DESK_LISTS[0]
  const state = useLoad(
    () => loadWorkList((cursor) => loadDesk(query.communityId, { list, ...narrowed(query) }, cursor)),
    [query],
  )
  const empty = <Blank art="window" title={WORK_LIST_WORDS.empty} text={WORK_LIST_WORDS.emptyText} />
  return (
    <Screen
      title={WORK_LIST_WORDS.title}
      foot={
        canPrint ? (
          <View className="acts no-print">
            <Button onPress={printPage}>{WORK_LIST_WORDS.print}</Button>
          </View>
        ) : undefined
      }
    >
      {!canPrint && <Note>{WORK_LIST_WORDS.onComputer}</Note>}
      <FourFaces
        state={state}
        skeleton={<SkeletonRows count={6} />}
        errorTitle={WORK_LIST_WORDS.failed}
        isEmpty={({ items }) => items.length === 0}
        empty={empty}
      >
        {(work) => <Paper list={list} work={work} />}
      </FourFaces>
    </Screen>
  )
}

type Query = Partial<Record<string, string>>

/** The address was made by the desk; what isn't in the catalogue is refused by the server. */
function narrowed({ serviceCode, channel, placeId }: Query): object {
  return {
    ...(serviceCode ? { serviceCode } : {}),
    ...(channel ? { channel } : {}),
    ...(placeId ? { placeId } : {}),
  }
}

function Paper({ list, work: { items, communityName, cut } }: { list: DeskList; work: WorkList }) {
  const now = new Date()
  return (
    <View className="sheetlist">
      <View className="h1">{WORK_LIST_WORDS.heading(DESK_LIST_LABELS[list], communityName)}</View>
      <View className="text--small text--quiet">{WORK_LIST_WORDS.printed(fullDate(now), items.length)}</View>
      {items.map((matter) => (
        <Row key={matter.matterId} matter={matter} />
      ))}
      {cut && <Note gap>{WORK_LIST_WORDS.cut(items.length)}</Note>}
    </View>
  )
}

function Row({ matter }: { matter: MatterItem }) {
  return (
    <View className="sheetlist__row">
      <View className="sheetlist__box" />
      <View>
        <View className="text--strong">{matter.title}</View>
        <View className="text--small">{[matter.placeName, matter.floor].filter(Boolean).join(' · ')}</View>
        <View className="text--small text--quiet">{stateInWords(matter)}</View>
      </View>
    </View>
  )
}
