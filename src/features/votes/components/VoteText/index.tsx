import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { dayInWords } from '#core/calendar'
import { shortHash, type VoteView } from '#core/votes'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { Note } from '@/components/Note'
import { Press } from '@/components/Press'
import { VOTE_WORDS } from '../../words'
import { CodeSheet } from '../CodeSheet'

/** What was written, with the day since which no word of it has changed. */
export function VoteText({ vote }: { vote: VoteView }) {
  const [open, setOpen] = useState(false)
  const { text, noticeAt, textSha256 } = vote
  return (
    <Card
      title={VOTE_WORDS.content}
      aside={noticeAt ? VOTE_WORDS.frozenOn(dayInWords(noticeAt, new Date())) : undefined}
    >
      <Text className="words">{text}</Text>
      {textSha256 && (
        <>
          <Note gap icon="lock">
            <View>{VOTE_WORDS.frozen}</View>
            <View className="hash">{shortHash(textSha256)}</View>
          </Note>
          <Press className="link link--small" onPress={() => setOpen(true)}>
            <Icon name="eye" size="s" lead />
            <View>{VOTE_WORDS.wholeCode}</View>
          </Press>
          <CodeSheet open={open} vote={vote} onClose={() => setOpen(false)} />
        </>
      )}
    </Card>
  )
}
