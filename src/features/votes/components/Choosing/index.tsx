import { View } from '@tarojs/components'
import { optionLabel, ruleInWords, type VoteItemView, type VoteView } from '#core/votes'
import { aria } from '@/components/aria'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { ChoiceRow } from '@/components/ChoiceRow'
import { FailureNote } from '@/components/FailureNote'
import { Note } from '@/components/Note'
import { State } from '@/components/State'
import { toast } from '@/platform/feedback'
import type { Ballot } from '../../useBallot'
import { BALLOT_WORDS, VOTE_WORDS, VOTER_WORDS } from '../../words'

interface PartProps {
  vote: Pick<VoteView, 'items' | 'title'>
  ballot: Chosen
}

/** What choosing needs of a ballot, one’s own or one on paper that is keyed in. */
export type Chosen = Pick<Ballot, 'picks' | 'pick' | 'missing' | 'failure'> & {
  voter?: { name: string } | undefined
}

/** Several items, or a poll: item by item, one below the other. */
export function Choosing({ vote: { items, title }, ballot }: PartProps) {
  return (
    <>
      <Card>
        <View className="h1 wish__title">{title}</View>
        {ballot.voter && (
          <Note gap icon="user">
            {VOTER_WORDS.now(ballot.voter.name)}
          </Note>
        )}
      </Card>
      {items.map((item, index) => (
        <Card key={item.itemId} title={item.title} gap>
          {items.length > 1 && (
            <View className="text--small text--quiet">{BALLOT_WORDS.item(index + 1, items.length)}</View>
          )}
          <View className="text--small text--quiet">{ruleInWords(item.rule)}</View>
          {item.maxChoices === null ? (
            <One item={item} ballot={ballot} />
          ) : (
            <Many item={item} ballot={ballot} />
          )}
          {ballot.missing === item.itemId && ballot.failure && (
            <State icon="alert" tone="late" gap>
              {ballot.failure.message}
            </State>
          )}
        </Card>
      ))}
    </>
  )
}

interface ItemProps {
  item: VoteItemView
  ballot: Chosen
}

function One({ item: { itemId, title, options }, ballot }: ItemProps) {
  const picked = ballot.picks[itemId]
  return (
    <ChoiceList
      label={title}
      options={options.map((value) => ({ value, title: optionLabel(value) }))}
      value={typeof picked === 'string' ? picked : undefined}
      onChange={(option) => ballot.pick(itemId, option)}
    />
  )
}

function Many({ item: { itemId, title, options, maxChoices }, ballot }: ItemProps) {
  const picked = ballot.picks[itemId]
  const chosen = typeof picked === 'string' || picked === undefined ? [] : picked
  const most = maxChoices ?? options.length
  const toggle = (option: string) => {
    if (chosen.includes(option))
      ballot.pick(
        itemId,
        chosen.filter((one) => one !== option),
      )
    else if (chosen.length >= most) toast(BALLOT_WORDS.tooMany(most))
    else ballot.pick(itemId, [...chosen, option])
  }
  return (
    <>
      <View className="text--small text--quiet">{VOTE_WORDS.chooseMany(options.length, most)}</View>
      <View className="list" {...aria({ role: 'group', label: title })}>
        {options.map((option) => (
          <ChoiceRow
            key={option}
            role="checkbox"
            title={option}
            on={chosen.includes(option)}
            onPress={() => toggle(option)}
          />
        ))}
        <ChoiceRow
          role="checkbox"
          title={BALLOT_WORDS.noneTitle}
          text={BALLOT_WORDS.none}
          on={picked !== undefined && chosen.length === 0}
          onPress={() => ballot.pick(itemId, [])}
        />
      </View>
    </>
  )
}

export function ChoosingFoot({ ballot }: { ballot: Ballot }) {
  return (
    <View className="acts">
      {ballot.missing !== undefined && ballot.failure && (
        <View className="acts__failure acts__failure--inside">
          <FailureNote failure={ballot.failure} />
        </View>
      )}
      <Button onPress={() => ballot.review()}>{BALLOT_WORDS.review}</Button>
      <Button variant="quiet" block onPress={ballot.leave}>
        {BALLOT_WORDS.back}
      </Button>
    </View>
  )
}
