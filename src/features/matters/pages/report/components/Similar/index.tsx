import { View } from '@tarojs/components'
import { joinMatterEndpoint, type MatterItem, type MatterView } from '#core/matters'
import { aria } from '@/components/aria'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Press } from '@/components/Press'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { goTo, redirect } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { StateLine } from '../../../../components/StateLine'
import { REPORT_WORDS } from '../../../../report-words'
import { DETAIL_WORDS } from '../../../../words'
import type { ReportForm } from '../../useReport'
import { useSimilar } from './useSimilar'

export interface SimilarProps {
  form: ReportForm
  communityId: string
  /** Only neighbours join; others are not asked. */
  mayJoin: boolean
}

/** 是这件事吗: joining is one press, instead of a twin. */
export function Similar({ form, communityId, mayJoin }: SimilarProps) {
  const found = useSimilar(form.draft, mayJoin && !form.draft.channel)
  const join = useSubmit(
    async ({ matterId }: MatterItem, key) => {
      const joined = await callEndpoint(joinMatterEndpoint, { params: { communityId, matterId }, key })
      form.drop()
      toast(DETAIL_WORDS.joinDone)
      return joined
    },
    ({ matterId }: MatterView) => redirect(ROUTES.matter, { communityId, matterId }),
  )
  if (found.length === 0) return null
  return (
    <View className="near" {...aria({ role: 'region', label: REPORT_WORDS.similar, live: 'polite' })}>
      <View className="near__title">{REPORT_WORDS.similar}</View>
      {found.map((matter) => (
        <View key={matter.matterId} className="near__one">
          <Press onPress={() => goTo(ROUTES.matter, { communityId, matterId: matter.matterId })}>
            <View className="near__name">{matter.title}</View>
            <StateLine matter={matter} />
          </Press>
          <View className="near__act">
            <View>
              {[matter.placeName, matter.joinedHomes > 0 && REPORT_WORDS.similarHomes(matter.joinedHomes + 1)]
                .filter(Boolean)
                .join(' · ')}
            </View>
            <Button
              variant="secondary"
              small
              busy={join.busy}
              busyWords={REPORT_WORDS.similarJoining}
              onPress={() => void join.submit(matter)}
            >
              {REPORT_WORDS.similarJoin}
            </Button>
          </View>
        </View>
      ))}
      {join.failure && <FailureNote failure={join.failure} gap />}
    </View>
  )
}
