import { View } from '@tarojs/components'
import { useState } from 'react'
import { printMinutesEndpoint } from '#core/rounds'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { openPdf } from '@/platform/open-pdf'
import { MINUTES_WORDS } from '../../session-words'

export interface PrintMinutesProps {
  /** Without a session: the minutes of all of them. */
  address: { communityId: string; roundId: string; sessionId?: string }
}

/** 打印记录: made first, then opened by a press of its own, which no browser takes for a pop-up. */
export function PrintMinutes({ address: { communityId, roundId, sessionId } }: PrintMinutesProps) {
  const [url, setUrl] = useState<string>()
  const [unopened, setUnopened] = useState(false)
  const { submit, busy, failure } = useSubmit(
    (body: { sessionId?: string }, key) =>
      callEndpoint(printMinutesEndpoint, { params: { communityId, roundId }, body, key }),
    (made) => setUrl(made.url),
  )
  const open = async (made: string) => {
    const opened = await openPdf(made)
    setUnopened(!opened)
    // An address is soon worth nothing: the next press makes another.
    if (!opened) setUrl(undefined)
  }
  const make = sessionId ? MINUTES_WORDS.make : MINUTES_WORDS.makeAll
  return (
    <View className="text--gap-l">
      {(failure || unopened) && (
        <Note tone="late" icon="alert" gap alert>
          {failure?.message ?? MINUTES_WORDS.failed}
        </Note>
      )}
      <Button
        variant="secondary"
        block
        busy={busy}
        busyWords={MINUTES_WORDS.busy}
        onPress={() => (url === undefined ? void submit(sessionId ? { sessionId } : {}) : void open(url))}
      >
        {url === undefined ? make : MINUTES_WORDS.open}
      </Button>
    </View>
  )
}
