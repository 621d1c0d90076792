import { View } from '@tarojs/components'
import { useState } from 'react'
import { printReportEndpoint } from '#core/rounds'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { openPdf } from '@/platform/open-pdf'
import { REPORT_PAGE } from '../../item-words'
import type { RoundAddress } from '../../useRound'

/** 印报告: made first, then opened by a press of its own, which no browser takes for a pop-up. */
export function ReportPrint({ address }: { address: RoundAddress }) {
  const [made, setMade] = useState<string>()
  const [unopened, setUnopened] = useState(false)
  const { submit, busy, failure } = useSubmit(
    (params: RoundAddress, key) => callEndpoint(printReportEndpoint, { params, body: {}, key }),
    ({ url }) => setMade(url),
  )
  const open = async (url: string) => {
    const opened = await openPdf(url)
    setUnopened(!opened)
    // An address is soon worth nothing: the next press makes another.
    if (!opened) setMade(undefined)
  }
  const wrong = failure ?? (unopened ? { message: REPORT_PAGE.openFailed } : undefined)
  const press = () => void (made === undefined ? submit(address) : open(made))
  return (
    <View>
      {wrong && <FailureNote failure={wrong} gap />}
      <Button variant="secondary" block busy={busy} busyWords={REPORT_PAGE.printing} onPress={press}>
        {made === undefined ? REPORT_PAGE.print : REPORT_PAGE.open}
      </Button>
    </View>
  )
}
