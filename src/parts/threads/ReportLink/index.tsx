import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TargetKind } from '#core/moderation'
import { Press } from '@/components/Press'
import { ReportSheet } from '../ReportSheet'
import { REPORT } from '../words'

export interface ReportLinkProps {
  communityId: string
  target: { kind: TargetKind; id: string }
  /** What it says where the words stand apart from what they are about: 举报这个议题. */
  words?: string
}

/** The way to 举报, below words that one may report. */
export function ReportLink({ communityId, target, words = REPORT.link }: ReportLinkProps) {
  const [reporting, setReporting] = useState(false)
  return (
    <>
      <Press className="link link--small" onPress={() => setReporting(true)}>
        <View>{words}</View>
      </Press>
      <ReportSheet
        communityId={communityId}
        target={reporting ? target : undefined}
        onClose={() => setReporting(false)}
      />
    </>
  )
}
