import { View } from '@tarojs/components'
import { DESK_LIST_LABELS, DESK_LISTS, type DeskCounts, type DeskList } from '#core/matters'
import { classes } from '@/components/classes'
import { Icon, type IconName } from '@/components/Icon'
import { Press } from '@/components/Press'
import { switchTab } from '@/platform/navigation'
import { countInWords } from '../../count'
import { DESK_WORDS } from '../../words'

export interface DeskSideProps {
  communityName?: string
  list: DeskList
  counts?: DeskCounts | null
  onShow: (list: DeskList) => void
}

const ICONS: Record<DeskList, IconName> = { unassigned: 'list', mine: 'user', to_verify: 'ok' }

/** The side column of the desk on a wide screen. */
export function DeskSide({ communityName, list, counts, onShow }: DeskSideProps) {
  return (
    <>
      <View className="wide__brand">{DESK_WORDS.title}</View>
      <View className="wide__who">{communityName ?? ''}</View>
      {DESK_LISTS.map((one) => (
        <Press
          key={one}
          className={classes('wide__nav', one === list && 'wide__nav--on')}
          current={one === list ? 'page' : 'false'}
          onPress={() => onShow(one)}
        >
          <Icon name={ICONS[one]} size="s" className="wide__nav-icon" />
          <View className="wide__nav-text">{DESK_LIST_LABELS[one]}</View>
          {counts && <View className="wide__nav-num">{countInWords(counts[one])}</View>}
        </Press>
      ))}
      <View className="wide__space" />
      <Press className="wide__nav" onPress={() => switchTab('home')}>
        <Icon name="home" size="s" className="wide__nav-icon" />
        <View className="wide__nav-text">{DESK_WORDS.home}</View>
      </Press>
    </>
  )
}
