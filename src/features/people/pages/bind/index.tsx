import { useSignInFirst } from '@/hooks/useSignInFirst'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { AskedStep } from '../../components/AskedStep'
import { CommunityStep } from '../../components/CommunityStep'
import { HomeStep } from '../../components/HomeStep'
import { RelationStep } from '../../components/RelationStep'

/**
 * 绑定我的家: community, home, relation, and how it stands. Each question is a page of its own on the stack, so that
 * the phone's way back leads one question back.
 */
export default function BindPage() {
  const query = usePageQuery()
  const { communityId, homeId, membershipId } = query
  if (!useSignInFirst(ROUTES.bind, query)) return null
  if (communityId === undefined) return <CommunityStep />
  if (membershipId !== undefined) return <AskedStep communityId={communityId} membershipId={membershipId} />
  if (homeId !== undefined) return <RelationStep communityId={communityId} homeId={homeId} />
  return <HomeStep communityId={communityId} />
}
