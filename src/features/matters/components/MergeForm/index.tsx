import { View } from '@tarojs/components'
import { useState } from 'react'
import { listMergeTargetsEndpoint, stateInWords, type MatterItem, type MatterView } from '#core/matters'
import { Blank } from '@/components/Blank'
import { ChoiceList } from '@/components/ChoiceList'
import { FourFaces } from '@/components/FourFaces'
import { SkeletonRows } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { SHEET_WORDS } from '../../act-words'
import type { Acts } from '../../useActs'
import { SheetFailure } from '../SheetFailure'
import { Send } from '../WordsForm'

export interface MergeFormProps {
  matter: MatterView
  acts: Acts
}

/** The open matters it may be the same as, the most alike first. */
export function MergeForm({ matter: { communityId, matterId }, acts }: MergeFormProps) {
  const load = async () =>
    (await callEndpoint(listMergeTargetsEndpoint, { params: { communityId, matterId } })).items
  const state = useLoad(load, [communityId, matterId])
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonRows count={3} />}
      errorTitle={SHEET_WORDS.mergeFailed}
      isEmpty={(items) => items.length === 0}
      empty={<Blank art="window" title={SHEET_WORDS.mergeNone} text={SHEET_WORDS.mergeNoneText} />}
    >
      {(items) => <Targets items={items} acts={acts} />}
    </FourFaces>
  )
}

function Targets({ items, acts }: { items: readonly MatterItem[]; acts: Acts }) {
  const [chosen, setChosen] = useState(items[0]?.matterId)
  return (
    <View>
      <ChoiceList
        label={SHEET_WORDS.mergeTitle}
        options={items.map((item) => ({
          value: item.matterId,
          title: item.title,
          text: [item.placeName, item.floor, stateInWords(item)].filter(Boolean).join(' · '),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <SheetFailure acts={acts} />
      <Send
        acts={acts}
        words={SHEET_WORDS.mergeSend}
        onPress={() => void acts.send({ intoMatterId: chosen })}
      />
    </View>
  )
}
