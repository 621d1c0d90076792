import { View } from '@tarojs/components'
import { useState } from 'react'
import { printVoteEndpoint, type VotePrint } from '#core/votes'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { openPdf } from '@/platform/open-pdf'
import type { VoteAddress } from '../../useVote'
import { PRINT_WORDS } from '../../words'

export interface PrintPaperProps {
  address: VoteAddress
  print: VotePrint
}

/** 打印: made first, then opened by a press of its own, which no browser takes for a pop-up. */
export function PrintPaper({ address: { communityId, voteId }, print }: PrintPaperProps) {
  const [url, setUrl] = useState<string>()
  const [unopened, setUnopened] = useState(false)
  const { submit, busy, failure } = useSubmit(
    (asked: { print: VotePrint }, key) =>
      callEndpoint(printVoteEndpoint, { params: { communityId, voteId }, body: asked, key }),
    (made) => setUrl(made.url),
  )
  const open = async (made: string) => {
    const opened = await openPdf(made)
    setUnopened(!opened)
    // An address is soon worth nothing: the next press makes another.
    if (!opened) setUrl(undefined)
  }
  return (
    <View>
      {(failure || unopened) && (
        <Note tone="late" icon="alert" gap alert>
          {failure?.message ?? PRINT_WORDS.openFailed}
        </Note>
      )}
      {url === undefined ? (
        <Button
          variant="secondary"
          block
          onPress={() => void submit({ print })}
          busy={busy}
          busyWords={PRINT_WORDS.busy}
        >
          {PRINT_WORDS.make[print]}
        </Button>
      ) : (
        <Button variant="secondary" block onPress={() => void open(url)}>
          {PRINT_WORDS.open}
        </Button>
      )}
    </View>
  )
}
