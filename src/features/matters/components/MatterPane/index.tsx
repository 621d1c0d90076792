import { View } from '@tarojs/components'
import type { MatterView } from '#core/matters'
import { FourFaces } from '@/components/FourFaces'
import { SkeletonCards } from '@/components/Skeleton'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { MatterActs } from '../MatterActs'
import { MatterHead, MatterStanding, MatterText } from '../MatterBody'
import { MatterMore } from '../MatterMore'
import { useActs, type Acts } from '../../useActs'
import { useMatter, type MatterAddress } from '../../useMatter'
import { DETAIL_WORDS } from '../../words'

export interface MatterPaneProps {
  address: MatterAddress
  /** The matter was changed here: the list beside it follows. */
  onDone: () => void
}

/** One matter beside its list, on a wide screen. */
export function MatterPane({ address, onDone }: MatterPaneProps) {
  const state = useMatter(address)
  const acts = useActs(state, onDone)
  return (
    <FourFaces state={state} skeleton={<PaneSkeleton />} errorTitle={DETAIL_WORDS.notOpened}>
      {(matter) => <Pane matter={matter} acts={acts} onChanged={state.replace} />}
    </FourFaces>
  )
}

interface PaneProps {
  matter: MatterView
  acts: Acts
  onChanged: (matter: MatterView) => void
}

function Pane({ matter, acts, onChanged }: PaneProps) {
  const now = new Date()
  return (
    <>
      <View className="wide__head">
        <MatterHead matter={matter} now={now} />
        <MatterText matter={matter} />
      </View>
      <View className="wide__scroll">
        <View className="wide__col">
          <MatterStanding matter={matter} now={now} />
        </View>
        <View className="wide__col">
          <MatterMore matter={matter} onChanged={onChanged} />
        </View>
      </View>
      <MatterActs matter={matter} acts={acts} inLine />
      <ConsentSheet />
    </>
  )
}

function PaneSkeleton() {
  return (
    <View className="wide__scroll">
      <View className="wide__col">
        <SkeletonCards count={2} />
      </View>
    </View>
  )
}
