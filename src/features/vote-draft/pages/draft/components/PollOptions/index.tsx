import { View } from '@tarojs/components'
import { VOTE_OPTION_LENGTH, VOTE_OPTIONS_AT_MOST } from '#core/votes'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { SwitchRow } from '@/components/SwitchRow'
import { WHAT } from '../../../../draft-words'
import { optionsIn, type WrittenItem } from '../../vote-draft'
import { FaultLine } from '../FaultLine'

export interface PollOptionsProps {
  item: WrittenItem
  errorAt: (field: string) => string | undefined
  onChange: (part: Partial<WrittenItem>) => void
}

const FEWEST = 2

/** What there is to choose, and how many of it. */
export function PollOptions({ item, errorAt, onChange }: PollOptionsProps) {
  const { options } = item
  const put = (at: number, words: string) =>
    onChange({ options: options.map((one, index) => (index === at ? words : one)) })
  return (
    <View className="text--gap-l">
      {options.map((option, index) => (
        <Field
          key={index}
          label={WHAT.option(index + 1)}
          placeholder={index === 0 ? WHAT.optionPlaceholder : ''}
          value={option}
          maxLength={VOTE_OPTION_LENGTH}
          error={errorAt(`options.${index}`)}
          onChange={(words) => put(index, words)}
        />
      ))}
      <FaultLine error={errorAt('options')} />
      {options.length < VOTE_OPTIONS_AT_MOST && (
        <Button variant="quiet" block icon="plus" onPress={() => onChange({ options: [...options, ''] })}>
          {WHAT.addOption}
        </Button>
      )}
      {options.length > FEWEST && (
        <Button
          variant="quiet"
          block
          icon="minus"
          onPress={() => onChange({ options: options.slice(0, -1) })}
        >
          {WHAT.removeOption(options.length)}
        </Button>
      )}
      <HowMany item={item} onChange={onChange} />
      <FaultLine error={errorAt('maxChoices')} />
    </View>
  )
}

function HowMany({ item, onChange }: Pick<PollOptionsProps, 'item' | 'onChange'>) {
  const written = optionsIn(item).length
  const several = item.maxChoices > 1
  const counts = Array.from({ length: Math.max(written, FEWEST) - 1 }, (_, index) => index + FEWEST)
  const most = Math.min(item.maxChoices, counts[counts.length - 1] ?? FEWEST)
  return (
    <>
      <SwitchRow
        title={WHAT.several}
        text={WHAT.severalText}
        checked={several}
        onChange={(on) => onChange({ maxChoices: on ? Math.max(written, FEWEST) : 1 })}
      />
      {several && (
        <>
          <View className="ask">{WHAT.most}</View>
          <Chips
            label={WHAT.most}
            columns={4}
            options={counts.map((count) => ({ value: String(count), words: WHAT.mostWords(count) }))}
            value={String(most)}
            onChange={(count) => onChange({ maxChoices: Number(count) })}
          />
        </>
      )}
    </>
  )
}
