import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  listWishesEndpoint,
  wantedByMany,
  WISH_ACT_LABELS,
  type MergeKind,
  type WishItem,
  type WishView,
} from '#core/wishes'
import { ChoiceList } from '@/components/ChoiceList'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { SkeletonRows } from '@/components/Skeleton'
import { State } from '@/components/State'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { SHEET_WORDS } from '../../act-words'
import { NoteField, Send, SheetFailure, type FormProps } from '../SheetParts'

const NEW_MATTER = 'new'
const NEW_TOPIC = 'topic'

/** Asks the author: into which other wish that waits, or into a new matter; and why. */
export function MergeForm({ wish, acts, act }: FormProps) {
  const { communityId, wishId } = wish
  const [chosen, setChosen] = useState<string>()
  const [missing, setMissing] = useState(false)
  const { state, more } = usePaged(
    (cursor) =>
      callEndpoint(listWishesEndpoint, {
        params: { communityId },
        query: { list: 'waiting', mergeOf: wishId, cursor },
      }),
    [communityId, wishId],
  )
  const send = () => {
    setMissing(chosen === undefined)
    if (chosen !== undefined) void acts.send({ into: intoOf(chosen) })
  }
  return (
    <View>
      <View className="ask">{SHEET_WORDS.mergeTarget}</View>
      <FourFaces state={state} skeleton={<SkeletonRows count={3} />} errorTitle={SHEET_WORDS.mergeFailed}>
        {(items) => (
          <>
            {optionsOf(wish, items).length === 0 && !more.has && (
              <View className="text text--quiet">{SHEET_WORDS.mergeNone}</View>
            )}
            <ChoiceList
              label={SHEET_WORDS.mergeTarget}
              options={optionsOf(wish, items)}
              value={chosen}
              onChange={(next) => {
                setMissing(false)
                setChosen(next)
              }}
            />
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
      {missing && (
        <State icon="alert" tone="late">
          {SHEET_WORDS.mergeMissing}
        </State>
      )}
      <View className="text--gap-l">
        <NoteField acts={acts} act={act} />
      </View>
      <SheetFailure acts={acts} />
      <Send acts={acts} words={WISH_ACT_LABELS[act]} onPress={send} />
    </View>
  )
}

/** A new matter, or a topic, only once enough homes want it (domain.md 4). */
function optionsOf(wish: WishView, items: readonly WishItem[]) {
  return [
    ...(wantedByMany(wish)
      ? [
          { value: NEW_MATTER, title: SHEET_WORDS.mergeNew, text: SHEET_WORDS.mergeNewText },
          { value: NEW_TOPIC, title: SHEET_WORDS.mergeTopic, text: SHEET_WORDS.mergeTopicText },
        ]
      : []),
    ...items.map(({ wishId, title, byName }) => ({
      value: wishId,
      title,
      text: SHEET_WORDS.mergeBy(byName),
    })),
  ]
}

function intoOf(chosen: string): { kind: MergeKind; id?: string } {
  if (chosen === NEW_TOPIC) return { kind: 'topic' }
  return chosen === NEW_MATTER ? { kind: 'matter' } : { kind: 'wish', id: chosen }
}
