import { View } from '@tarojs/components'
import { fullDate } from '#core/calendar'
import { FORM, type ImportView, type Sheet } from '#core/imports'
import { listCommunitiesEndpoint } from '#core/places'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonRows } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { callEndpoint } from '@/platform/call-endpoint'
import { isWeapp } from '@/platform/device'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { IMPORT_STATE_WORDS, IMPORTS } from '../../words'
import { useImports } from './useImports'

/** 名册和表格: bring a table in, take out what stands, and what was brought in before. */
export default function ImportsPage() {
  const query = usePageQuery()
  const { communityId } = query
  if (!useSignInFirst(ROUTES.imports, query)) return null
  return communityId ? <Imports communityId={communityId} /> : <Communities />
}

function Imports({ communityId }: { communityId: string }) {
  const page = useImports(communityId)
  const { paged, failure } = page
  return (
    <Screen
      title={IMPORTS.title}
      foot={
        <View className="acts">
          <Button onPress={page.choose} busy={page.uploading} busyWords={IMPORTS.uploading}>
            {IMPORTS.upload}
          </Button>
        </View>
      }
    >
      {failure && (
        <Note tone="late" icon="alert" alert>
          {failure.message}
        </Note>
      )}
      <Note gap={failure !== undefined}>
        <View>{IMPORTS.how}</View>
        {isWeapp && <View>{IMPORTS.fromChat}</View>}
      </Note>
      <Card flush gap>
        <Item
          icon="doc"
          title={IMPORTS.template}
          text={<View className="aside">{IMPORTS.templateText}</View>}
          onPress={page.template}
        />
      </Card>
      <FourFaces state={paged.state} skeleton={<SkeletonRows count={4} />} errorTitle={IMPORTS.failed}>
        {(items) => (
          <>
            <Exports
              sheets={paged.first?.sheets ?? []}
              others={paged.first?.others ?? []}
              onTake={page.take}
            />
            <History communityId={communityId} items={items} />
            <MoreButton more={paged.more} />
          </>
        )}
      </FourFaces>
    </Screen>
  )
}

function Exports({
  sheets,
  others,
  onTake,
}: {
  sheets: readonly Sheet[]
  /** Those that the reader can't bring in again. */
  others: readonly Sheet[]
  onTake: (sheets: readonly Sheet[]) => void
}) {
  if (sheets.length === 0) return null
  const titles = others.map((sheet) => FORM[sheet].title).join('、')
  return (
    <>
      <Section title={IMPORTS.exportTitle} />
      <Card flush>
        <Item
          icon="save"
          title={IMPORTS.exportAll}
          text={
            <View className="aside">{titles ? IMPORTS.exportTextOthers(titles) : IMPORTS.exportText}</View>
          }
          onPress={() => onTake(sheets)}
        />
        {sheets.map((sheet) => (
          <Item key={sheet} icon="list" title={FORM[sheet].title} onPress={() => onTake([sheet])} />
        ))}
      </Card>
    </>
  )
}

function History({ communityId, items }: { communityId: string; items: readonly ImportView[] }) {
  if (items.length === 0) return <Blank art="window" title={IMPORTS.empty} text={IMPORTS.emptyText} />
  return (
    <>
      <Section title={IMPORTS.history} />
      <Card flush>
        {items.map(({ importId, state, byName, createdAt }) => (
          <Item
            key={importId}
            title={IMPORT_STATE_WORDS[state]}
            text={IMPORTS.by(byName, fullDate(createdAt))}
            onPress={() => goTo(ROUTES.importDetail, { communityId, importId })}
          />
        ))}
      </Card>
    </>
  )
}

/** Who works for the whole district says first which community it is about. */
function Communities() {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listCommunitiesEndpoint, { query: { cursor } }),
    [],
  )
  return (
    <Screen title={IMPORTS.title}>
      <Section title={IMPORTS.choose} first />
      <FourFaces
        state={state}
        skeleton={<SkeletonRows count={4} />}
        errorTitle={IMPORTS.failed}
        isEmpty={(communities) => communities.length === 0}
        empty={<Blank art="window" title={IMPORTS.noCommunity} text={IMPORTS.noCommunityText} />}
      >
        {(communities) => (
          <>
            <Card flush>
              {communities.map(({ communityId, name, subdistrictName }) => (
                <Item
                  key={communityId}
                  title={name}
                  text={subdistrictName}
                  onPress={() => goTo(ROUTES.imports, { communityId })}
                />
              ))}
            </Card>
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </Screen>
  )
}
