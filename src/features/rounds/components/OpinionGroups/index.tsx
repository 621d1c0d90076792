import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { answersOf, groupName, type OpinionPictureView } from '#core/rounds'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { Section } from '@/components/Section'
import { State } from '@/components/State'
import { OPINION_WORDS } from '../../statement-words'
import { MetCard } from '../MetCard'
import { Bar } from '../OpinionBars'
import { OpinionMap } from '../OpinionMap'

/** 分成几组，各是怎么想的，在哪儿一致: in words and bars. */
export function OpinionGroups({ picture }: { picture: OpinionPictureView }) {
  const { groups, meets, mine, madeAt } = picture
  return (
    <>
      <Section title={OPINION_WORDS.meets} first />
      {meets.length === 0 && <Note>{OPINION_WORDS.meetsNone}</Note>}
      {meets.map((met) => (
        <MetCard key={met.statementId} met={met} />
      ))}
      <Section title={groups.length > 1 ? OPINION_WORDS.groups(groups.length) : OPINION_WORDS.oneGroup} />
      {groups.length > 1 && (
        <>
          <Card>
            <OpinionMap groups={groups} />
          </Card>
          {groups.map((group, index) => (
            <GroupCard key={groupName(index)} name={groupName(index)} group={group} isMine={mine === index} />
          ))}
        </>
      )}
      <View className="text--small text--quiet text--gap">
        {OPINION_WORDS.made(momentInWords(madeAt, new Date()))}
      </View>
    </>
  )
}

interface GroupCardProps {
  name: string
  group: OpinionPictureView['groups'][number]
  isMine: boolean
}

function GroupCard({ name, group: { people, holds }, isMine }: GroupCardProps) {
  return (
    <Card title={name} aside={OPINION_WORDS.peopleIn(people)} gap>
      {isMine && (
        <State icon="user" tone="quiet">
          {OPINION_WORDS.mine}
        </State>
      )}
      <View className="text--small text--quiet">
        {holds.length > 0 ? OPINION_WORDS.holds : OPINION_WORDS.holdsNothing}
      </View>
      <View className="bars">
        {holds.map((held) => (
          <Bar
            key={held.statementId}
            name={held.text}
            part={held[held.side]}
            whole={answersOf(held)}
            side={held.side}
          />
        ))}
      </View>
    </Card>
  )
}
