import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { PROXY_NAME_LENGTH, PROXY_PHOTOS_AT_MOST, principalsInWords, type VoteView } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { ShareButton } from '@/components/ShareButton'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { PhotoPicker } from '@/parts/photos'
import { redirect, usePageQuery } from '@/platform/navigation'
import { useShareCard, type ShareCard } from '@/platform/share'
import { ROUTES } from '@/routes'
import { VoterPicker } from '../../components/VoterPicker'
import { FILE_PROXY } from '../../proxy-words'
import { useFileProxy, type FilingProxy } from '../../useFileProxy'
import { addressIn, useVote, type VoteAddress } from '../../useVote'

/** 代别人投票: who holds a written authority brings it here, to be checked. */
export default function ProxyPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.voteProxy, query)
  const { voterId } = query
  if (!signedIn) return null
  const address = addressIn(query)
  return voterId ? <FilingFor address={address} voterId={voterId} /> : <Filing address={address} />
}

/** 转来的一页: who lives elsewhere does not see the vote yet, and is told by this for whom they vote. */
function FilingFor({ address, voterId }: { address: VoteAddress; voterId: string }) {
  const filing = useFileProxy(address, () => redirect(ROUTES.voteProxies, { ...address }), {
    voterId,
    name: '',
  })
  return (
    <Screen title={FILE_PROXY.title} foot={<Foot filing={filing} />}>
      <Form points={FILE_PROXY.points} filing={filing}>
        <View className="text--strong">{FILE_PROXY.given}</View>
      </Form>
      <ConsentSheet />
    </Screen>
  )
}

/** What is passed on to who lives elsewhere; undefined: the reader has no ballot to give. */
function handOver({ communityId, voteId, title, voters, may }: VoteView): ShareCard | undefined {
  const own = voters.find((voter) => voter.as === 'own')
  if (!own || !may.fileProxy) return undefined
  const query = { communityId, voteId, voterId: own.voterId }
  return { title: FILE_PROXY.handCard(title), page: ROUTES.voteProxy, query }
}

function Filing({ address }: { address: VoteAddress }) {
  const { communityId, voteId } = address
  const state = useVote(address)
  const filing = useFileProxy(address, () => redirect(ROUTES.voteProxies, { communityId, voteId }))
  const mayFile = state.status === 'ready' && state.data.may.fileProxy
  useShareCard(state.status === 'ready' ? handOver(state.data) : undefined)
  return (
    <Screen title={FILE_PROXY.title} foot={mayFile ? <Foot filing={filing} /> : undefined}>
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={FILE_PROXY.failed}
        isEmpty={({ may }) => !may.fileProxy}
        empty={<Blank art="window" title={FILE_PROXY.closed} text={FILE_PROXY.closedText} />}
      >
        {(vote) => <OwnChoice vote={vote} filing={filing} />}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

function Foot({ filing: { send, busy, failure } }: { filing: FilingProxy }) {
  return (
    <View className="acts">
      {failure && !ON_FIELDS.includes(failure.field ?? '') && (
        <View className="acts__failure acts__failure--inside">
          <FailureNote failure={failure} />
        </View>
      )}
      <Button busy={busy} busyWords={FILE_PROXY.sending} onPress={send}>
        {FILE_PROXY.send}
      </Button>
    </View>
  )
}

/** Fields that say themselves what is wrong with them. */
const ON_FIELDS = ['principalName', 'agentName', 'photoIds']

/** For whom is chosen from the roll; one’s own ballot may be given to somebody elsewhere. */
function OwnChoice({ vote, filing }: { vote: VoteView; filing: FilingProxy }) {
  const card = handOver(vote)
  const { electorate, principalsPerProxy } = vote
  return (
    <>
      <Form
        points={[principalsInWords(electorate, principalsPerProxy), ...FILE_PROXY.points]}
        filing={filing}
      >
        <VoterPicker vote={vote} value={filing.draft.voter} onChange={(voter) => filing.change({ voter })} />
      </Form>
      {card && (
        <Card title={FILE_PROXY.handTitle} gap>
          <View>{FILE_PROXY.handText}</View>
          <ShareButton card={card} />
        </Card>
      )}
    </>
  )
}

interface FormProps {
  points: readonly string[]
  filing: FilingProxy
  /** For whom. */
  children: ReactNode
}

function Form({ points, filing, children }: FormProps) {
  const { draft, change, photos, failure } = filing
  const errorAt = (field: string) => (failure?.field === field ? failure.message : undefined)
  return (
    <>
      <Card title={FILE_PROXY.title}>
        <View>{FILE_PROXY.about}</View>
        <Note gap>
          {points.map((point) => (
            <View key={point}>{point}</View>
          ))}
        </Note>
      </Card>
      <Card title={FILE_PROXY.who} gap>
        {children}
      </Card>
      <Card gap>
        <Field
          label={FILE_PROXY.principal}
          hint={FILE_PROXY.nameHint}
          value={draft.principalName}
          maxLength={PROXY_NAME_LENGTH}
          error={errorAt('principalName')}
          onChange={(principalName) => change({ principalName })}
        />
        <Field
          label={FILE_PROXY.agent}
          hint={FILE_PROXY.nameHint}
          value={draft.agentName}
          maxLength={PROXY_NAME_LENGTH}
          error={errorAt('agentName')}
          onChange={(agentName) => change({ agentName })}
        />
        <PhotoPicker
          photos={photos}
          label={FILE_PROXY.photos}
          hint={FILE_PROXY.photosHint(PROXY_PHOTOS_AT_MOST)}
          error={errorAt('photoIds')}
        />
      </Card>
    </>
  )
}
