import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  BOARD_LABELS,
  BOARD_LIST_LABELS,
  BOARD_LISTS,
  BOARD_ORIGINS,
  boardRuleInWords,
  type BoardPlace,
} from '#core/rounds'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useReturn } from '@/hooks/useReturn'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { BoardCard } from '../../components/BoardCard'
import { BoardSheet } from '../../components/BoardSheet'
import { ProposeSheet } from '../../components/ProposeSheet'
import { BOARD_WORDS } from '../../topic-words'
import { useBoard, useBoards, type Board } from '../../useBoard'
import { useBoardActs } from '../../useBoardActs'
import { usePutUp, type PutUpFrom } from '../../usePropose'
import { useTopicActs } from '../../useTopicActs'

/** 有话大家说: what neighbours of my building or estate want to talk about. */
export default function BoardPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.board, query)
  return signedIn ? <Boards query={query} communityId={query.communityId ?? ''} /> : null
}

interface BoardsProps {
  query: Partial<Record<string, string>>
  communityId: string
}

function Boards({ query, communityId }: BoardsProps) {
  const places = useBoards(communityId)
  if (places.status === 'ready' && places.data.length > 0)
    return <OnePlace communityId={communityId} places={places.data} query={query} />
  return (
    <Screen title={BOARD_WORDS.title}>
      <FourFaces state={places} skeleton={<SkeletonCards count={2} />} errorTitle={BOARD_WORDS.failed}>
        {() => (
          <Blank
            art="window"
            title={BOARD_WORDS.unbound}
            text={BOARD_WORDS.unboundText}
            act={{ words: BOARD_WORDS.bind, onPress: () => goTo(ROUTES.bind) }}
          />
        )}
      </FourFaces>
    </Screen>
  )
}

/** What a topic shall be put up from, as the page was opened with it. */
function originOf({ fromKind, fromId }: BoardsProps['query']): PutUpFrom | undefined {
  const kind = BOARD_ORIGINS.find((one) => one === fromKind)
  return kind && fromId ? { kind, id: fromId } : undefined
}

function OnePlace({ communityId, places, query }: BoardsProps & { places: readonly BoardPlace[] }) {
  const asked = places.find(({ placeId }) => placeId === query.placeId) ?? places[0]
  const [placeId, choose] = useState(asked?.placeId ?? '')
  const origin = originOf(query)
  const board = useBoard(communityId, placeId)
  const refresh = () => void board.paged.state.refresh()
  useReturn(refresh)
  const putUp = usePutUp({ communityId, placeId }, origin, refresh)
  const mayPutUp = board.paged.first?.board.mayPutUp === true || origin !== undefined
  return (
    <Screen
      title={BOARD_WORDS.title}
      foot={
        mayPutUp ? (
          <View className="acts">
            <Button icon="plus" onPress={() => putUp.show(true)}>
              {BOARD_LABELS.putUp}
            </Button>
          </View>
        ) : undefined
      }
    >
      {places.length > 1 && (
        <Chips
          label={BOARD_WORDS.where}
          options={places.map((place) => ({ value: place.placeId, words: place.name }))}
          value={placeId}
          onChange={choose}
        />
      )}
      <Chips
        label={BOARD_WORDS.lists}
        options={BOARD_LISTS.map((value) => ({ value, words: BOARD_LIST_LABELS[value] }))}
        value={board.list}
        onChange={board.show}
      />
      <Topics communityId={communityId} board={board} />
      <ProposeSheet propose={putUp} />
      <ConsentSheet />
    </Screen>
  )
}

function Topics({ communityId, board }: { communityId: string; board: Board }) {
  const { state, first, more } = board.paged
  const refresh = () => void state.refresh()
  const seconding = useTopicActs(communityId, refresh)
  const acts = useBoardActs(communityId, refresh)
  return (
    <>
      {first && <Note gap>{boardRuleInWords(first.board.secondsNeeded)}</Note>}
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={BOARD_WORDS.failed}
        isEmpty={(topics) => topics.length === 0}
        empty={
          <Blank art="window" title={BOARD_WORDS.none[board.list]} text={BOARD_WORDS.noneText[board.list]} />
        }
      >
        {(topics) => (
          <>
            {topics.map((topic) => (
              <BoardCard
                key={topic.topicId}
                topic={topic}
                seconding={seconding}
                acts={acts}
                onOpen={() => goTo(ROUTES.topic, { communityId, topicId: topic.topicId })}
                onOpenRound={(roundId) => goTo(ROUTES.round, { communityId, roundId })}
              />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
      <BoardSheet acts={acts} />
    </>
  )
}
