import { View } from '@tarojs/components'
import { useState } from 'react'
import { comingDayInWords, dateOf, lastDayOf, timeInWords } from '#core/calendar'
import { messageOf } from '#core/errors'
import { ONLINE, SESSION_PLACE_LENGTH, type SessionBoard, type SessionView } from '#core/rounds'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { Chips } from '@/components/Chips'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { SwitchRow } from '@/components/SwitchRow'
import { instantOf } from '../../pages/session-board/spot'
import type { BoardActs } from '../../pages/session-board/useBoard'
import { BOARD } from '../../session-words'

export interface SpotFormProps {
  topics: SessionBoard['topics']
  /** The one that is moved; left out: a new one. */
  session?: SessionView
  acts: BoardActs
}

/** Days that one choice offers: this week. */
const DAYS = 7

/** What, when, where: a new session, or one that is moved. */
export function SpotForm({ topics, session, acts }: SpotFormProps) {
  const form = useSpot({ session, acts })
  const { failure } = form
  const at = (field: string) => (failure?.field === field ? failure.message : undefined)
  if (topics.length === 0) return <Note>{BOARD.noTopics}</Note>
  return (
    <View>
      <View className="ask">{BOARD.topic}</View>
      <ChoiceList
        label={BOARD.topic}
        options={topics.map(({ topicId, title }) => ({ value: topicId, title }))}
        value={form.topicId}
        onChange={form.setTopicId}
      />
      {at('topicId') && <FailureNote failure={{ message: at('topicId') ?? '' }} gap />}
      <View className="ask text--gap-l">{BOARD.day}</View>
      <Chips
        label={BOARD.day}
        columns={3}
        options={daysFor(session)}
        value={form.day}
        onChange={form.setDay}
      />
      <Field
        label={BOARD.time}
        hint={BOARD.timeHint}
        placeholder={BOARD.timePlaceholder}
        value={form.time}
        onChange={form.setTime}
        maxLength={5}
        error={at('startsAt')}
        required
      />
      <SwitchRow title={BOARD.online} checked={form.online} onChange={form.setOnline} />
      {!form.online && (
        <Field
          label={BOARD.where}
          placeholder={BOARD.wherePlaceholder}
          value={form.where}
          onChange={form.setWhere}
          maxLength={SESSION_PLACE_LENGTH}
          error={at('where')}
          required
        />
      )}
      {!session && (
        <SwitchRow title={BOARD.host} text={BOARD.hostText} checked={form.host} onChange={form.setHost} />
      )}
      {failure && !failure.field && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={acts.busy} onPress={form.send}>
          {BOARD.save}
        </Button>
      </View>
    </View>
  )
}

function useSpot({ session, acts }: Pick<SpotFormProps, 'session' | 'acts'>) {
  const [topicId, setTopicId] = useState<string | undefined>(session?.topic.topicId)
  const [day, setDay] = useState(dateOf(session ? new Date(session.startsAt) : new Date()))
  const [time, setTime] = useState(session ? timeInWords(session.startsAt) : '')
  const [where, setWhere] = useState(session?.where ?? '')
  const [online, setOnline] = useState(session !== undefined && session.where === null)
  const [host, setHost] = useState(false)
  const [missing, setMissing] = useState<{ message: string; field: string }>()
  const send = () => {
    const startsAt = instantOf(day, time)
    const lacks = lackingIn({ topicId, startsAt, where: online ? ONLINE : where })
    setMissing(lacks)
    if (lacks || !topicId || !startsAt) return
    acts.put({ session, spot: { topicId, startsAt, where: online ? '' : where.trim(), host } })
  }
  return {
    topicId,
    setTopicId,
    day,
    setDay,
    time,
    setTime,
    where,
    setWhere,
    online,
    setOnline,
    host,
    setHost,
    send,
    failure: missing ?? acts.failure,
  }
}

function lackingIn({
  topicId,
  startsAt,
  where,
}: {
  topicId: string | undefined
  startsAt: string | undefined
  where: string
}) {
  if (!topicId) return { message: BOARD.topicMissing, field: 'topicId' }
  if (!startsAt) return { message: BOARD.timeWrong, field: 'startsAt' }
  return where.trim() ? undefined : { message: messageOf('TEXT_MISSING'), field: 'where' }
}

/** This week, and the day on which it is now. */
function daysFor(session: SessionView | undefined): { value: string; words: string }[] {
  const now = new Date()
  const coming = Array.from({ length: DAYS }, (_, n) => (n === 0 ? now : lastDayOf(now, n)))
  const own = session ? new Date(session.startsAt) : now
  const all = coming.some((day) => dateOf(day) === dateOf(own)) ? coming : [own, ...coming]
  return all.map((day) => ({ value: dateOf(day), words: comingDayInWords(day, now) }))
}
