import { View } from '@tarojs/components'
import { tablesOfItem, type ResultTable, type VoteView } from '#core/votes'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import type { Recounted } from '../../../../recount'
import { RECOUNT_WORDS } from '../../../../roll-words'
import { RESULT_WORDS } from '../../../../words'

export interface SideBySideProps {
  vote: VoteView
  counted: NonNullable<Recounted['result']>
}

/** What was published beside what was counted here, item by item. */
export function SideBySide({ vote: { items, electorate }, counted }: SideBySideProps) {
  return (
    <>
      {items.map((item, index) => {
        const own = counted[item.itemId]
        if (!own || !item.result) return null
        const published = tablesOfItem(item, item.result as typeof own, electorate)
        const here = tablesOfItem(item, own, electorate)
        return (
          <Card
            key={item.itemId}
            title={items.length > 1 ? RESULT_WORDS.item(index + 1, item.title) : item.title}
            gap
          >
            <Compared published={published.raw} counted={here.raw} />
            {published.imputed && here.imputed && (
              <>
                <View className="text--strong text--gap">{RESULT_WORDS.imputed}</View>
                <Compared published={published.imputed} counted={here.imputed} name={RESULT_WORDS.imputed} />
              </>
            )}
          </Card>
        )
      })}
    </>
  )
}

const COLUMNS = ['persons', 'area'] as const

/** One table for each measure: on a phone there is no room for four columns. */
function Compared({
  published,
  counted,
  name,
}: {
  published: ResultTable
  counted: ResultTable
  /** Of the second of two results. */
  name?: string
}) {
  return (
    <>
      {published.heads.map((head, index) => {
        const column = COLUMNS[index] ?? 'persons'
        return (
          <View
            key={head}
            className="vote__part"
            {...aria({ role: 'list', label: name ? `${name}，${head}` : head })}
          >
            <View className="table__row table__row--head">
              <View className="table__cell table__cell--name">{head}</View>
              <View className="table__cell">{RECOUNT_WORDS.published}</View>
              <View className="table__cell">{RECOUNT_WORDS.counted}</View>
            </View>
            {published.rows.map((row, at) => (
              <View
                key={row.name}
                className={classes('table__row', row.isSum && 'table__row--sum')}
                {...aria({ role: 'listitem' })}
              >
                <View className="table__cell table__cell--name">{row.name}</View>
                <View className="table__cell">{row[column]}</View>
                <View className="table__cell">{counted.rows[at]?.[column]}</View>
              </View>
            ))}
          </View>
        )
      })}
    </>
  )
}
