import { View } from '@tarojs/components'
import { fullDate } from '#core/calendar'
import type { ArchiveView } from '#core/my-data'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { useMe } from '@/platform/me'
import { goTo } from '@/platform/navigation'
import { sharesFiles } from '@/platform/take-file'
import { ROUTES } from '@/routes'
import { CLOSE, MY_DATA, sizeInWords } from '../../words'
import { useArchive } from './useArchive'

/** 我的数据: a copy of it all, where I live, and closing the account. */
export default function MyDataPage() {
  return useSignInFirst(ROUTES.myData) ? <MyData /> : null
}

function MyData() {
  const archive = useArchive()
  const { state, failure } = archive
  const closesAt = useMe()?.closesAt
  return (
    <Screen title={MY_DATA.title}>
      {closesAt && (
        <Note tone="wait" icon="clock" title={CLOSE.pending(fullDate(closesAt))}>
          {CLOSE.pendingText}
        </Note>
      )}
      {failure && (
        <Note tone="late" icon="alert" alert>
          {failure.message}
        </Note>
      )}
      <FourFaces state={state} skeleton={<SkeletonCards count={1} />} errorTitle={MY_DATA.failed}>
        {(view) => <Copy view={view} archive={archive} />}
      </FourFaces>
      <Card flush gap>
        <Item
          icon="house"
          title={MY_DATA.homes}
          text={<View className="aside">{MY_DATA.homesText}</View>}
          onPress={() => goTo(ROUTES.requests, { list: 'mine' })}
        />
        <Item icon="lock" title={MY_DATA.sessions} onPress={() => goTo(ROUTES.sessions)} />
        <Item icon="eye" title={MY_DATA.contactReadings} onPress={() => goTo(ROUTES.contactReadings)} />
        <Item icon="doc" title={MY_DATA.consents} onPress={() => goTo(ROUTES.consents)} />
      </Card>
      <Card flush>
        <Item
          icon="cross"
          title={MY_DATA.close}
          text={<View className="aside">{MY_DATA.closeText}</View>}
          onPress={() => goTo(ROUTES.closeAccount)}
        />
      </Card>
    </Screen>
  )
}

interface CopyProps {
  view: ArchiveView
  archive: ReturnType<typeof useArchive>
}

function Copy({ view: { archive: made, nextAt }, archive }: CopyProps) {
  return (
    <Card title={MY_DATA.copyTitle}>
      <View className="text text--quiet">{MY_DATA.copyText}</View>
      {made?.state === 'making' && (
        <View className="form__part">
          <State icon="clock" tone="wait">
            {MY_DATA.making}
          </State>
        </View>
      )}
      {made?.state === 'ready' && (
        <>
          <View className="form__part">
            <State icon="ok" tone="ok" strong>
              {MY_DATA.ready(sizeInWords(made.bytes), fullDate(made.endsAt))}
            </State>
          </View>
          <Ways archive={archive} />
        </>
      )}
      {(!made || nextAt === null) && (
        <View className="form__part">
          <Button
            variant={made ? 'quiet' : 'primary'}
            block
            onPress={archive.ask}
            busy={archive.asking}
            busyWords={MY_DATA.askBusy}
          >
            {made ? MY_DATA.askAgain : MY_DATA.ask}
          </Button>
        </View>
      )}
    </Card>
  )
}

/** A browser saves the file; in WeChat it is fetched, then sent on by a tap of its own, or opened at a computer. */
function Ways({ archive }: Pick<CopyProps, 'archive'>) {
  const { file } = archive
  return (
    <>
      <View className="form__part">
        {file === undefined ? (
          <Button onPress={archive.take} busy={archive.taking} busyWords={MY_DATA.downloadBusy}>
            {MY_DATA.download}
          </Button>
        ) : (
          <Button onPress={archive.share}>{MY_DATA.share}</Button>
        )}
      </View>
      {sharesFiles && (
        <View className="form__part">
          <Button
            variant="secondary"
            block
            onPress={archive.copy}
            busy={archive.copying}
            busyWords={MY_DATA.copyBusy}
          >
            {MY_DATA.copy}
          </Button>
        </View>
      )}
      <Note gap>{file === undefined ? MY_DATA.private : `${MY_DATA.downloaded}${MY_DATA.private}`}</Note>
    </>
  )
}
