import { View } from '@tarojs/components'
import { MEMBERSHIP_ACT_LABELS, type MembershipList } from '#core/people'
import { Blank } from '@/components/Blank'
import { Chips } from '@/components/Chips'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { ReasonSheet } from '../../components/ReasonSheet'
import { RequestCard } from '../../components/RequestCard'
import { REQUESTS } from '../../words'
import { useRequests } from './useRequests'

/** 家和家里人: what I asked for, who lives with me, and who waits for my word. */
export default function RequestsPage() {
  return useSignInFirst(ROUTES.requests, usePageQuery()) ? <Requests /> : null
}

function Requests() {
  const page = useRequests()
  const { list, state, asked, failure } = page
  return (
    <Screen title={REQUESTS.title}>
      <Chips
        label={REQUESTS.choose}
        options={page.lists.map((name) => ({ value: name, words: REQUESTS.lists[name] }))}
        value={list}
        onChange={page.setList}
      />
      <View className="list__first">
        {failure && !asked && <FailureNote failure={failure} />}
        <FourFaces
          state={state}
          skeleton={<SkeletonCards />}
          errorTitle={REQUESTS.failed}
          isEmpty={(requests) => requests.length === 0}
          empty={<Empty list={list} belongs={page.belongs} hasHome={page.hasHome} />}
        >
          {(requests) => (
            <>
              {requests.map((membership) => (
                <RequestCard
                  key={membership.membershipId}
                  membership={membership}
                  onAct={(act) => page.press(membership, act)}
                />
              ))}
              <MoreButton more={page.more} />
            </>
          )}
        </FourFaces>
      </View>
      <ReasonSheet
        act={asked && MEMBERSHIP_ACT_LABELS[asked.act]}
        label={REQUESTS.reasonLabel}
        placeholder={REQUESTS.reasonPlaceholder}
        busy={page.busy}
        busyWords={REQUESTS.reasonBusy}
        failure={failure}
        onSend={page.sendReason}
        onClose={page.putAway}
      />
    </Screen>
  )
}

/** Says what to do: bind a home first, or what will appear here. */
function Empty({ list, belongs, hasHome }: { list: MembershipList; belongs: boolean; hasHome: boolean }) {
  const needsHome = list === 'mine' || (list === 'household' && !hasHome)
  const words = belongs && (list !== 'household' || hasHome) ? REQUESTS.empty[list] : NO_HOME
  const act = needsHome ? { words: REQUESTS.bind, onPress: () => goTo(ROUTES.bind) } : undefined
  return <Blank art="window" title={words.title} text={words.text} act={act} />
}

const NO_HOME = { title: REQUESTS.noHome, text: REQUESTS.noHomeText }
