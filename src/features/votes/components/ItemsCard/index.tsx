import { View } from '@tarojs/components'
import {
  applicantInWords,
  countsArea,
  hasTurnoutOnly,
  isDecision,
  isOpen,
  OUTSIDERS_IN_WORDS,
  ruleInWords,
  sealedInWords,
  subjectOf,
  turnoutMeters,
  turnoutTitle,
  type VoteItemView,
  type VoteView,
} from '#core/votes'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { VOTE_WORDS } from '../../words'
import { MeterBar } from '../Meters'

interface PartProps {
  vote: VoteView
}

/** What is to be decided, each with its rule in plain words. */
export function ItemsCard({ vote: { items, applicantUnit } }: PartProps) {
  return (
    <Card title={VOTE_WORDS.items} aside={items.length > 1 ? VOTE_WORDS.itemsCount(items.length) : undefined}>
      {items.map((item, index) => (
        <View key={item.itemId} className="vote__part">
          <View className="text--strong">
            {items.length > 1 ? `${index + 1}. ${item.title}` : item.title}
          </View>
          <View className="text--small text--quiet">{subjectOf(item.subject).name}</View>
          {!isDecision(item.rule) && <Options item={item} />}
          <View className="text--small text--gap">{ruleInWords(item.rule)}</View>
          <Article item={item} />
        </View>
      ))}
      {applicantUnit && (
        <Note gap>
          <View>{applicantInWords(applicantUnit.name)}</View>
          <View>{OUTSIDERS_IN_WORDS}</View>
        </Note>
      )}
    </Card>
  )
}

function Article({ item: { subject } }: { item: VoteItemView }) {
  const { article } = subjectOf(subject)
  return article ? <View className="text--small text--quiet">{VOTE_WORDS.article(article)}</View> : null
}

function Options({ item: { options, maxChoices } }: { item: VoteItemView }) {
  return (
    <View className="text--gap">
      <View className="text--small text--quiet">
        {maxChoices === null
          ? VOTE_WORDS.choose(options.length)
          : VOTE_WORDS.chooseMany(options.length, maxChoices)}
      </View>
      {options.map((option) => (
        <View key={option} className="text--small">{`· ${option}`}</View>
      ))}
    </View>
  )
}

/** 参与了多少: against what is needed while it runs, and nothing else before the close. */
export function TurnoutCard({ vote }: PartProps) {
  const { state, turnout, roll, items, electorate } = vote
  if (!hasTurnoutOnly(state) || !turnout || !roll) return null
  // Several items may have the same bars: each is drawn once.
  const rules = items.map(({ rule }) => rule).filter((rule, index, all) => all.indexOf(rule) === index)
  const drawn = rules.filter((rule) => turnoutMeters(rule, turnout, roll).length > 0)
  const bars = drawn.filter((rule, index) => index === drawn.findIndex((one) => sameBars(one, rule)))
  const next = isOpen(state) ? sealedInWords(vote.closesAt, new Date()) : null
  if (bars.length === 0) {
    const unit = electorate === 'homes' ? '户' : '人'
    return (
      <Card title={VOTE_WORDS.turnout}>
        <View className="h1">
          {VOTE_WORDS.onlyTurnout(String(turnout.persons), String(roll.persons), unit)}
        </View>
        {next && <View className="text--small text--quiet text--gap">{next}</View>}
      </Card>
    )
  }
  return (
    <>
      {bars.map((rule, index) => (
        <Card key={rule} title={turnoutTitle(rule)}>
          {bars.length > 1 && (
            <View className="text--small text--quiet">{VOTE_WORDS.alsoFor(titlesUnder(items, rule))}</View>
          )}
          {turnoutMeters(rule, turnout, roll).map((meter) => (
            <MeterBar key={meter.measure} meter={meter} words={meter.inWords} />
          ))}
          {next && index === bars.length - 1 && (
            <>
              <View className="rule" />
              <View className="text--small text--quiet">{next}</View>
            </>
          )}
        </Card>
      ))}
    </>
  )
}

type Rule = VoteItemView['rule']

const sameBars = (one: Rule, other: Rule): boolean =>
  turnoutTitle(one) === turnoutTitle(other) && countsArea(one) === countsArea(other)

const titlesUnder = (items: readonly VoteItemView[], rule: Rule): string =>
  items
    .filter((item) => sameBars(item.rule, rule))
    .map(({ title }) => title)
    .join('、')
