import { View } from '@tarojs/components'
import { DESK_LIST_LABELS, DESK_LISTS, type DeskList } from '#core/matters'
import { classes } from '@/components/classes'
import { Icon, type IconName } from '@/components/Icon'
import { Press } from '@/components/Press'
import { goTo, switchTab } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { countInWords } from '@/parts/count'
import { DESK_WORDS } from '../../../../words'
import { worksForCommunity } from '../../works-for-community'
import { namedFilterOf, type Desk } from '../../useDesk'
import type { Filters } from '../../useFilters'
import { openReport, openWorkList } from '../../open-from-desk'

export interface DeskSideProps {
  desk: Desk
  filters: Filters
  onKeys: () => void
}

const ICONS: Record<DeskList, IconName> = {
  unassigned: 'list',
  mine: 'user',
  to_verify: 'ok',
  to_reinspect: 'retry',
  to_grant: 'pause',
}

/** The side column of the desk on a wide screen. */
export function DeskSide({ desk, filters, onKeys }: DeskSideProps) {
  const { list, filter, show, head } = desk
  const community = head?.community
  const whole = Object.keys(filter).length === 0
  return (
    <>
      <View className="wide__brand">{DESK_WORDS.title}</View>
      <View className="wide__who">{community?.name ?? ''}</View>
      {DESK_LISTS.map((one) => (
        <Nav
          key={one}
          icon={ICONS[one]}
          words={DESK_LIST_LABELS[one]}
          count={head?.counts ? countInWords(head.counts[one]) : undefined}
          on={one === list && whole}
          onPress={() => show(one)}
        />
      ))}
      {filters.saved.length > 0 && <View className="wide__who text--gap-l">{DESK_WORDS.saved}</View>}
      {filters.saved.map((saved) => (
        <Nav
          key={saved.filterId}
          icon="search"
          words={saved.name}
          onPress={() => show(saved.list, namedFilterOf(saved))}
        />
      ))}
      {community && <Others desk={desk} communityId={community.communityId} />}
      <View className="wide__space" />
      <Nav icon="info" words={DESK_WORDS.keys} onPress={onKeys} />
      <Nav icon="home" words={DESK_WORDS.home} onPress={() => switchTab('home')} />
    </>
  )
}

function Others({ desk, communityId }: { desk: Desk; communityId: string }) {
  const moderation = desk.head?.moderation ?? null
  return (
    <>
      <View className="wide__who text--gap-l">{DESK_WORDS.others}</View>
      <Nav icon="pen" words={DESK_WORDS.record} onPress={() => openReport(communityId)} />
      {moderation !== null && (
        <Nav
          icon="talk"
          words={DESK_WORDS.moderation}
          count={countInWords(moderation)}
          onPress={() => goTo(ROUTES.moderation, { communityId })}
        />
      )}
      {desk.head?.community && worksForCommunity(desk.head.community) && (
        <Nav
          icon="heart"
          words={DESK_WORDS.organisations}
          onPress={() => goTo(ROUTES.organisationDesk, { communityId })}
        />
      )}
      <Nav icon="doc" words={DESK_WORDS.print} onPress={() => openWorkList(desk)} />
    </>
  )
}

interface NavProps {
  icon: IconName
  words: string
  count?: string
  on?: boolean
  onPress: () => void
}

function Nav({ icon, words, count, on, onPress }: NavProps) {
  return (
    <Press
      className={classes('wide__nav', on && 'wide__nav--on')}
      current={on ? 'page' : 'false'}
      onPress={onPress}
    >
      <Icon name={icon} size="s" className="wide__nav-icon" />
      <View className="wide__nav-text">{words}</View>
      {count !== undefined && <View className="wide__nav-num">{count}</View>}
    </Press>
  )
}
