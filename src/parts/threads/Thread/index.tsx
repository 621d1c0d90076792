import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PostView } from '#core/threads'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Press } from '@/components/Press'
import { SkeletonCards } from '@/components/Skeleton'
import { useReturn } from '@/hooks/useReturn'
import { WaitingNote } from '@/parts/outbox'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { LockRow } from '../LockRow'
import { PostMenu } from '../PostMenu'
import { PostRow } from '../PostRow'
import { ReportSheet } from '../ReportSheet'
import { SaySheet } from '../SaySheet'
import { usePostActs, type PostActs } from '../usePostActs'
import { threadName, useThread, type Thread as ThreadState, type ThreadAddress } from '../useThread'
import { THREAD } from '../words'

export interface ThreadProps {
  address: ThreadAddress
  /** Neighbours may know of the thing: what is said about it may stay on the phone. */
  isPublic: boolean
}

/** What is answered; `thing`: what the thread is about. */
type Saying = { answered?: PostView } | undefined

/** 大家说: the thread of a thing, on a card. Its page has a `<ConsentSheet />`, since writing may ask for consent. */
export function Thread({ address, isPublic }: ThreadProps) {
  const thread = useThread(address, isPublic)
  const acts = usePostActs(thread)
  const [saying, setSaying] = useState<Saying>()
  const { state, more } = thread.paged
  useReturn(() => void state.refresh())
  const count = thread.posts.filter(({ trace }) => trace === null).length
  const aside = count === 0 ? undefined : more.has ? THREAD.countMore(count) : THREAD.count(count)
  return (
    <Card title={THREAD.title} aside={aside} gap>
      <FourFaces state={state} skeleton={<SkeletonCards count={1} />} errorTitle={THREAD.failed}>
        {() => (
          <>
            <Posts thread={thread} acts={acts} onReply={(answered) => setSaying({ answered })} />
            <MoreButton more={more} />
            <WaitingNote about={threadName(address)} onArrived={() => void state.refresh()} />
            <Foot thread={thread} onSay={() => setSaying({})} />
          </>
        )}
      </FourFaces>
      <Sheets thread={thread} acts={acts} saying={saying} onClose={() => setSaying(undefined)} />
    </Card>
  )
}

interface PostsProps {
  thread: ThreadState
  acts: PostActs
  onReply: (post: PostView) => void
}

function Posts({ thread: { posts, address }, acts, onReply }: PostsProps) {
  const now = new Date()
  if (posts.length === 0) return <View className="text--quiet">{THREAD.empty}</View>
  return (
    <>
      <View {...aria({ role: 'list', label: THREAD.title })}>
        {posts.map((post) => (
          <PostRow
            key={post.postId}
            post={post}
            now={now}
            onThank={acts.thank}
            onReply={onReply}
            onMore={acts.openMenu}
            onTopic={(topicId) => goTo(ROUTES.topic, { communityId: address.communityId, topicId })}
          />
        ))}
      </View>
      {acts.failure && <FailureNote failure={acts.failure} gap />}
    </>
  )
}

/** The way to say something, or why there is none. */
function Foot({ thread, onSay }: { thread: ThreadState; onSay: () => void }) {
  const { standing, address, setStanding } = thread
  if (!standing) return null
  return (
    <>
      <LockRow address={address} standing={standing} onChanged={setStanding} />
      {standing.mayPost && (
        <Press className="say" onPress={onSay}>
          <View>{THREAD.say}</View>
        </Press>
      )}
    </>
  )
}

interface SheetsProps {
  thread: ThreadState
  acts: PostActs
  saying: Saying
  onClose: () => void
}

function Sheets({ thread, acts, saying, onClose }: SheetsProps) {
  const { address, standing, put } = thread
  return (
    <>
      {standing && (
        <SaySheet
          open={saying !== undefined}
          address={address}
          standing={standing}
          answered={saying?.answered}
          onSaid={put}
          onClose={onClose}
        />
      )}
      <PostMenu post={acts.menuOf} onChoose={acts.choose} onClose={acts.close} />
      <ReportSheet
        communityId={address.communityId}
        target={acts.reporting && { kind: 'post', id: acts.reporting.postId }}
        onClose={acts.close}
      />
    </>
  )
}
