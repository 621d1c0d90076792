import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  ruleInWords,
  subjectOf,
  VOTE_TITLE_LENGTH,
  type Electorate,
  type VotePlaceView,
  type VoteSubjectCode,
} from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { TEXT, WHAT } from '../../../../draft-words'
import { isPoll, subjectIn, type WrittenItem } from '../../vote-draft'
import { FaultLine } from '../FaultLine'
import { PollOptions } from '../PollOptions'
import { SubjectList } from '../SubjectList'

export interface ItemCardProps {
  item: WrittenItem
  electorate: Electorate
  /** Of the place where it is decided. */
  kind: VotePlaceView['kind']
  /** 第 2 项, where there are several. */
  title?: string
  errorAt: (field: string) => string | undefined
  onChange: (part: Partial<WrittenItem>) => void
  onRemove?: () => void
}

/** One thing to be decided: first which kind it is, then how it is asked. */
export function ItemCard(props: ItemCardProps) {
  const { item, electorate, kind, title, errorAt, onChange, onRemove } = props
  const subject = subjectIn(item, electorate)
  return (
    <Card gap title={title ?? (subject ? undefined : WHAT.subject)}>
      {subject ? (
        <Asked {...props} subject={subject} />
      ) : (
        <>
          <SubjectList electorate={electorate} kind={kind} onChoose={(code) => onChange({ subject: code })} />
          <FaultLine error={errorAt('subject')} />
        </>
      )}
      {onRemove && (
        <Button
          variant="quiet"
          block
          icon="minus"
          onPress={onRemove}
          label={`${WHAT.remove}：${title ?? ''}`}
        >
          {WHAT.remove}
        </Button>
      )}
    </Card>
  )
}

function Asked(props: ItemCardProps & { subject: VoteSubjectCode }) {
  const { item, subject, errorAt, onChange } = props
  const poll = isPoll(subject)
  return (
    <>
      <SubjectRow {...props} />
      <FaultLine error={errorAt('subject')} />
      <View className="text--gap-l">
        <Field
          required
          label={WHAT.question}
          hint={TEXT.counter(item.title.length, VOTE_TITLE_LENGTH)}
          placeholder={poll ? WHAT.pollPlaceholder : WHAT.questionPlaceholder}
          value={item.title}
          maxLength={VOTE_TITLE_LENGTH}
          error={errorAt('title')}
          onChange={(title) => onChange({ title })}
        />
      </View>
      {poll ? (
        <PollOptions item={item} errorAt={errorAt} onChange={onChange} />
      ) : (
        <View className="text--small text--quiet">{WHAT.answers}</View>
      )}
    </>
  )
}

/** The kind that was chosen, with the rule that goes with it; pressed, it may be another one. */
function SubjectRow({ electorate, kind, subject, onChange }: ItemCardProps & { subject: VoteSubjectCode }) {
  const [choosing, setChoosing] = useState(false)
  const { name, rule, article } = subjectOf(subject)
  const close = () => setChoosing(false)
  return (
    <>
      <Item
        icon="vote"
        tile="vote"
        strong
        title={name}
        text={WHAT.subject}
        onPress={() => setChoosing(true)}
      />
      <Note title={rule === 'poll' ? WHAT.pollRule : WHAT.rule}>
        <View>{ruleInWords(rule)}</View>
        {rule !== 'poll' && <View>{article ? WHAT.basis(article) : WHAT.noBasis}</View>}
      </Note>
      <Sheet open={choosing} title={WHAT.subjectSheet} onClose={close}>
        <SubjectList
          electorate={electorate}
          kind={kind}
          chosen={subject}
          onChoose={(code) => {
            close()
            onChange({ subject: code })
          }}
        />
      </Sheet>
    </>
  )
}
