import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { CONCERN_LABELS, type CaseView } from '#core/moderation'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { SkeletonCards } from '@/components/Skeleton'
import { openSubject } from '../../open-subject'
import { CASE, QUEUE, SOURCE_WORDS } from '../../words'
import { Decide } from '../Decide'
import { useCase, type CaseAddress } from './useCase'

export interface CasePaneProps extends CaseAddress {
  /** It was decided here, or by somebody else just now: the list beside it follows. */
  onDecided?: () => void
}

const NOBODY_ELSE = () => undefined

/** One case: the words, what people say of them, and the decision. */
export function CasePane({ communityId, caseId, onDecided = NOBODY_ELSE }: CasePaneProps) {
  const open = useCase({ communityId, caseId }, onDecided)
  return (
    <FourFaces state={open.state} skeleton={<SkeletonCards count={2} />} errorTitle={CASE.failed}>
      {(view) => (
        <>
          <Words view={view} onOpen={() => openSubject(communityId, view.subject)} />
          <Said view={view} />
          <Decide view={view} open={open} />
        </>
      )}
    </FourFaces>
  )
}

function Words({ view, onOpen }: { view: CaseView; onOpen: () => void }) {
  return (
    <Card title={SOURCE_WORDS[view.source]}>
      <View className="text--small text--quiet">{QUEUE.standsAt(view.about)}</View>
      <View className="quote text--gap">
        <Text className="words">{view.original ?? QUEUE.gone}</Text>
      </View>
      <Button variant="quiet" block icon="right" onPress={onOpen}>
        {CASE.open}
      </Button>
    </Card>
  )
}

/** Why it is here: what the check found, what people reported, what its author says. */
function Said({ view }: { view: CaseView }) {
  const facts = factsOf(view)
  if (facts.length === 0) return null
  return (
    <Card gap>
      <Facts facts={facts} />
    </Card>
  )
}

function Reports({ reports }: Pick<CaseView, 'reports'>) {
  return (
    <>
      {reports.map(({ category, note, at }, index) => (
        <View key={`${at} ${index}`}>{CASE.report(CONCERN_LABELS[category], note)}</View>
      ))}
    </>
  )
}

function factsOf({ reasons, reports, hiddenReason, appealNote }: CaseView): Fact[] {
  const row = (name: string, value: ReactNode): Fact[] => (value ? [{ name, value }] : [])
  return [
    ...row(CASE.why, reasons.map((reason) => CONCERN_LABELS[reason]).join('；')),
    ...row(CASE.said, reports.length > 0 && <Reports reports={reports} />),
    ...row(CASE.hidden, hiddenReason),
    ...row(CASE.appeal, appealNote),
  ]
}
