import { Text, View } from '@tarojs/components'
import { dayInWords } from '#core/calendar'
import { highlight, QUERY_LENGTH, SEARCH_KIND_LABELS, type FoundItem, type SearchKind } from '#core/search'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Kind, type KindProps } from '@/components/Kind'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SEARCH } from '../../words'
import { useSearch } from './useSearch'

const LOOKS: Record<SearchKind, Pick<KindProps, 'icon' | 'tone'>> = {
  matter: { icon: 'wrench' },
  post: { icon: 'talk' },
  notice: { icon: 'horn', tone: 'notice' },
  wish: { icon: 'heart', tone: 'wish' },
  vote: { icon: 'vote', tone: 'vote' },
  round: { icon: 'circle', tone: 'round' },
  topic: { icon: 'circle', tone: 'round' },
}

/** 搜索: what was reported, said and announced in one's community. */
export default function SearchPage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.search, query) ? <Search communityId={query.communityId ?? ''} /> : null
}

function Search({ communityId }: { communityId: string }) {
  const search = useSearch(communityId)
  return (
    <Screen title={SEARCH.title}>
      <Card>
        <Field
          label={SEARCH.label}
          value={search.typed}
          placeholder={SEARCH.placeholder}
          error={search.missing}
          maxLength={QUERY_LENGTH}
          onChange={search.type}
          onConfirm={() => search.look(search.typed)}
        />
        <View className="card__foot">
          <Button icon="search" onPress={() => search.look(search.typed)}>
            {SEARCH.go}
          </Button>
        </View>
      </Card>
      {search.asked ? <Results search={search} /> : <Start search={search} />}
    </Screen>
  )
}

interface PartProps {
  search: ReturnType<typeof useSearch>
}

/** Before anything was looked for. */
function Start({ search }: PartProps) {
  const { recent, look } = search
  if (recent.queries.length === 0) return <Blank art="window" title={SEARCH.start} text={SEARCH.startText} />
  return (
    <>
      <Section title={SEARCH.recent} act={{ words: SEARCH.forget, icon: 'cross', onPress: recent.forget }} />
      <Card flush>
        {recent.queries.map((query) => (
          <Item
            key={query}
            icon="clock"
            title={query}
            label={SEARCH.again(query)}
            onPress={() => look(query)}
          />
        ))}
      </Card>
    </>
  )
}

function Results({ search }: PartProps) {
  const { state, more, asked, open } = search
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonCards />}
      errorTitle={SEARCH.failed}
      isEmpty={(items) => items.length === 0 && !more.has}
      empty={
        <Blank
          art="window"
          title={SEARCH.nothing(asked)}
          text={SEARCH.nothingText}
          otherAct={{ words: SEARCH.report, onPress: () => goTo(ROUTES.report) }}
        />
      }
    >
      {(items) => (
        <>
          {items.map((item) => (
            <Found key={item.entryId} item={item} query={asked} onOpen={open} />
          ))}
          <MoreButton more={more} />
        </>
      )}
    </FourFaces>
  )
}

interface FoundProps {
  item: FoundItem
  query: string
  onOpen: (item: FoundItem) => void
}

function Found({ item, query, onOpen }: FoundProps) {
  return (
    <Card gap onPress={() => onOpen(item)} label={SEARCH.found(SEARCH_KIND_LABELS[item.kind], item.title)}>
      <View className="feed__meta">
        <Kind {...LOOKS[item.kind]}>{SEARCH_KIND_LABELS[item.kind]}</Kind>
        <View className="feed__when">
          {item.placeName}
          <Text className="aside-inline">{` · ${dayInWords(item.at, new Date())}`}</Text>
        </View>
      </View>
      <View className="feed__title">
        <Marked text={item.title} query={query} />
      </View>
      {item.snippet && (
        <View className="feed__text">
          <Marked text={item.snippet} query={query} />
        </View>
      )}
    </Card>
  )
}

/** What was found stands out: by weight and a line, not by colour alone. */
function Marked({ text, query }: { text: string; query: string }) {
  return (
    <>
      {highlight(text, query).map((part, index) =>
        part.hit ? (
          <Text key={index} className="mark">
            {part.text}
          </Text>
        ) : (
          <Text key={index}>{part.text}</Text>
        ),
      )}
    </>
  )
}
