import { View } from '@tarojs/components'
import {
  decidingInWords,
  isVoid,
  resultOfItem,
  voidBallotsInWords,
  type Arithmetic,
  type DecidingCount,
  type ResultTable,
  type VoteItemView,
  type VoteView,
} from '#core/votes'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Note } from '@/components/Note'
import { State } from '@/components/State'
import { RESULT_WORDS } from '../../words'
import { MeterBar } from '../Meters'
import { OneWord } from '../VoteHead'

/** The result of each item: the table of what was handed in, and the sums line by line. */
export function ResultCards({ vote }: { vote: VoteView }) {
  const { items, paper } = vote
  const voided = voidBallotsInWords(paper?.voided ?? 0)
  return (
    <>
      {items.map((item, index) => (
        <ItemResultCards
          key={item.itemId}
          vote={vote}
          item={item}
          title={items.length > 1 ? RESULT_WORDS.item(index + 1, item.title) : undefined}
        />
      ))}
      {voided && (
        <Note gap icon="info">
          {voided}
        </Note>
      )}
    </>
  )
}

interface ItemProps {
  vote: VoteView
  item: VoteItemView
  /** Of one among several. */
  title: string | undefined
}

function ItemResultCards({ vote, item, title }: ItemProps) {
  const { electorate, decidedBy, silence, state } = vote
  const result = resultOfItem(item, { electorate, decidedBy })
  if (!result) return null
  const which = (shown: DecidingCount) => decidingInWords(shown, result.decidedBy, silence?.bylaw)
  return (
    <>
      <Card title={title ?? RESULT_WORDS.table} gap>
        {title && result.passed !== undefined && (
          <OneWord passed={result.passed} isVoid={isVoid(state)} small />
        )}
        {result.imputed && <Note gap>{which('raw')}</Note>}
        <Table table={result.raw.table} />
      </Card>
      <Sums sums={result.raw} />
      {result.imputed && (
        <>
          <Card title={RESULT_WORDS.imputed} gap>
            <Note gap>{which('imputed')}</Note>
            <Table table={result.imputed.table} />
          </Card>
          <Sums sums={result.imputed} />
        </>
      )}
    </>
  )
}

/** A table of one or two columns of numbers; each row is read out as one sentence. */
export function Table({ table: { heads, rows, notes } }: { table: ResultTable }) {
  return (
    <>
      <View {...aria({ role: 'list' })}>
        <View className="table__row table__row--head" {...aria({ hidden: true })}>
          <View className="table__cell table__cell--name" />
          {heads.map((head, index) => (
            <View key={head} className={classes('table__cell', index > 0 && 'table__cell--wide')}>
              {head}
            </View>
          ))}
        </View>
        {rows.map(({ name, persons, area, isSum }) => (
          <View
            key={name}
            className={classes('table__row', isSum && 'table__row--sum')}
            {...aria({ role: 'listitem' })}
          >
            <View className="table__cell table__cell--name">{name}</View>
            <View className="table__cell">{persons}</View>
            {area !== undefined && <View className="table__cell table__cell--wide">{area}</View>}
          </View>
        ))}
      </View>
      {notes.map((note) => (
        <View key={note} className="text--small text--quiet text--gap">
          {note}
        </View>
      ))}
    </>
  )
}

function Sums({ sums: { steps, conclusion, basis } }: { sums: Arithmetic }) {
  return (
    <>
      {steps.map((step) => (
        <Card key={step.title} title={step.title} gap>
          {step.sums.map((sum) => (
            <View key={sum.measure} className="sum">
              <MeterBar meter={sum} words={sum.approx} />
              <View className="sum__calc">
                {sum.equations.map(({ left, right }) => (
                  <View key={left} className="sum__eq">
                    <View className="sum__left">{left}</View>
                    <View>{right}</View>
                  </View>
                ))}
                <View className="sum__end">
                  <View>{sum.end}</View>
                  <State icon={sum.met ? 'ok' : 'no'} tone={sum.met ? 'ok' : 'quiet'}>
                    {sum.state}
                  </State>
                </View>
              </View>
            </View>
          ))}
        </Card>
      ))}
      <Card gap>
        {conclusion && <View className="text--strong">{conclusion}</View>}
        <View className="text--small text--quiet">{basis}</View>
      </Card>
    </>
  )
}
