import { View } from '@tarojs/components'
import { fullDate } from '#core/calendar'
import { areaInWords, listMissingEndpoint, readVoteEndpoint, type VoteView } from '#core/votes'
import type { AnswerOf } from '#core/contract'
import { Blank } from '@/components/Blank'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonRows } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { callEndpoint } from '@/platform/call-endpoint'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { PrintPaper } from '../../components/PrintPaper'
import { MISSING_WORDS } from '../../roll-words'
import { addressIn, type VoteAddress } from '../../useVote'

/** More than this nobody walks through in a day. */
const PAGES_AT_MOST = 20

interface MissingList {
  vote: VoteView
  voters: AnswerOf<typeof listMissingEndpoint>['items']
  /** There were more. */
  cut: boolean
}

/** All who have not voted, page by page, to take along. */
async function loadMissing(params: VoteAddress): Promise<MissingList> {
  const ask = (cursor?: string) => callEndpoint(listMissingEndpoint, { params, query: { cursor } })
  const [vote, first] = await Promise.all([callEndpoint(readVoteEndpoint, { params }), ask()])
  const voters = [...first.items]
  let next = first.nextCursor
  for (let read = 1; next && read < PAGES_AT_MOST; read += 1) {
    const page = await ask(next)
    voters.push(...page.items)
    next = page.nextCursor
  }
  return { vote, voters, cut: Boolean(next) }
}

/** 还没投的, for who goes from door to door: a box to tick for each; never how anybody voted. */
export default function MissingPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.voteMissing, query)
  return signedIn ? <Missing address={addressIn(query)} /> : null
}

function Missing({ address }: { address: VoteAddress }) {
  const state = useLoad(() => loadMissing(address), [address.communityId, address.voteId])
  useReturn(() => void state.refresh())
  return (
    <Screen
      title={MISSING_WORDS.title}
      foot={
        state.status === 'ready' && state.data.voters.length > 0 ? (
          <View className="acts">
            <PrintPaper address={address} print="missing" />
          </View>
        ) : undefined
      }
    >
      <FourFaces
        state={state}
        skeleton={<SkeletonRows count={6} />}
        errorTitle={MISSING_WORDS.failed}
        isEmpty={({ voters }) => voters.length === 0}
        empty={<Blank art="window" title={MISSING_WORDS.empty} text={MISSING_WORDS.emptyText} />}
      >
        {(list) => <Paper list={list} />}
      </FourFaces>
    </Screen>
  )
}

function Paper({ list: { vote, voters, cut } }: { list: MissingList }) {
  const printed = vote.electorate === 'homes' ? MISSING_WORDS.printed : MISSING_WORDS.printedPersons
  return (
    <View className="sheetlist">
      <View className="h1">{MISSING_WORDS.heading(vote.title)}</View>
      <View className="text--small text--quiet">{printed(fullDate(new Date()), voters.length)}</View>
      <View className="text--small text--quiet">{MISSING_WORDS.text}</View>
      {voters.map(({ voterId, name, areaCentiM2 }) => (
        <View key={voterId} className="sheetlist__row">
          <View className="sheetlist__box" />
          <View>
            <View className="text--strong">{name}</View>
            {vote.electorate === 'owners' && (
              <View className="text--small text--quiet">{areaInWords(areaCentiM2)}</View>
            )}
          </View>
        </View>
      ))}
      {cut && <Note gap>{MISSING_WORDS.cut(voters.length)}</Note>}
    </View>
  )
}
