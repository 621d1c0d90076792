import { View } from '@tarojs/components'
import {
  followUpEndpoint,
  isRoundOpen,
  peopleInWords,
  readReportEndpoint,
  REPORT_WORDS,
  ROUND_STATE_LABELS,
  type RoundReport,
} from '#core/rounds'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { useSubmit } from '@/hooks/useSubmit'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo, redirect, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { ReportPrint } from '../../components/ReportPrint'
import { ITEM_WORDS, REPORT_PAGE } from '../../item-words'
import type { RoundAddress } from '../../useRound'

/** 讨论报告: question, people, topics, what was done, money, ratings, lessons; printable. */
export default function RoundReportPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.roundReport, query)
  const { communityId = '', roundId = '' } = query
  return signedIn ? <Report address={{ communityId, roundId }} /> : null
}

function Report({ address }: { address: RoundAddress }) {
  const { communityId, roundId } = address
  const state = useLoad(
    () => callEndpoint(readReportEndpoint, { params: { communityId, roundId } }),
    [communityId, roundId],
  )
  return (
    <Screen
      title={REPORT_WORDS.heading}
      foot={state.status === 'ready' && state.data.mayFollowUp ? <FollowUp address={address} /> : undefined}
    >
      <FourFaces state={state} skeleton={<SkeletonCards count={3} />} errorTitle={REPORT_PAGE.failed}>
        {(report) => (
          <>
            <Body report={report} />
            <View className="text--gap-l">
              <ReportPrint address={address} />
            </View>
            <Button variant="quiet" block onPress={() => goTo(ROUTES.round, { communityId, roundId })}>
              {REPORT_PAGE.seeRound}
            </Button>
          </>
        )}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

function Body({ report }: { report: RoundReport }) {
  return (
    <>
      <Card>
        <View className="h1">{report.question}</View>
        <View className="text--small text--quiet">{report.placeName}</View>
        <View className="rule" />
        <View>{ROUND_STATE_LABELS[report.state]}</View>
        <View>{REPORT_WORDS.convener(report.convenerName)}</View>
        <View>{REPORT_WORDS.span(report.createdAt, report.endedAt)}</View>
        <View>{peopleInWords(report)}</View>
      </Card>
      {isRoundOpen(report.state) && <Note gap>{REPORT_PAGE.notYet}</Note>}
      {report.sections.map(({ heading, lines }) => (
        <Card key={heading} title={heading} gap>
          {lines.map(({ words, more }, index) => (
            <View key={`${index} ${words}`} className="text--gap">
              <View className="text--pre">{words}</View>
              {more.map((line, below) => (
                <View key={`${below} ${line}`} className="text--quiet">
                  {line}
                </View>
              ))}
            </View>
          ))}
        </Card>
      ))}
    </>
  )
}

/** 接着开一轮, in one step: what stayed open is on its agenda. */
function FollowUp({ address: { communityId, roundId } }: { address: RoundAddress }) {
  const { submit, busy, failure } = useSubmit(
    (params: RoundAddress, key) =>
      withConsent(() => callEndpoint(followUpEndpoint, { params, body: {}, key })),
    (next) => redirect(ROUTES.round, { communityId, roundId: next.roundId }),
  )
  return (
    <View className="acts">
      {failure && <FailureNote failure={failure} gap />}
      <Button
        block
        busy={busy}
        busyWords={ITEM_WORDS.sending}
        onPress={() => void submit({ communityId, roundId })}
      >
        {REPORT_PAGE.followUp}
      </Button>
      <View className="acts__note">{REPORT_PAGE.followUpText}</View>
    </View>
  )
}
