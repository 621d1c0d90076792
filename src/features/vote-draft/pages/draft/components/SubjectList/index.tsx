import { View } from '@tarojs/components'
import type { Electorate, VotePlaceView, VoteSubjectCode } from '#core/votes'
import { ChoiceList } from '@/components/ChoiceList'
import { Item } from '@/components/Item'
import { WHAT } from '../../../../draft-words'
import { subjectsToChoose } from '../../vote-draft'

export interface SubjectListProps {
  electorate: Electorate
  /** Of the place: some things are decided in a building alone. */
  kind: VotePlaceView['kind']
  chosen?: VoteSubjectCode
  onChoose: (code: VoteSubjectCode) => void
}

/** Everything these may decide, each with what belongs to it; below, what can't be decided here, and where to go instead. */
export function SubjectList({ electorate, kind, chosen, onChoose }: SubjectListProps) {
  const { here, elsewhere } = subjectsToChoose(electorate, kind)
  return (
    <>
      <ChoiceList
        label={WHAT.subject}
        options={here.map(({ code, name, explanation }) => ({ value: code, title: name, text: explanation }))}
        value={chosen}
        onChange={onChoose}
      />
      {elsewhere.length > 0 && (
        <>
          <View className="sheet__label">{WHAT.notHere}</View>
          <View className="list">
            {elsewhere.map(({ code, name, refused }) => (
              <Item key={code} icon="no" title={name} text={WHAT.notYet[refused ?? 'building']} />
            ))}
          </View>
        </>
      )}
    </>
  )
}
