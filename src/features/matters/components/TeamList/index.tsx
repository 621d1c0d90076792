import { View } from '@tarojs/components'
import { useState } from 'react'
import { listTeamsEndpoint, type MatterView, type TeamItem } from '#core/matters'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { ChoiceRow } from '@/components/ChoiceRow'
import { FourFaces } from '@/components/FourFaces'
import { SkeletonRows } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { SheetFailure } from '../SheetFailure'
import type { Acts } from '../../useActs'
import { DETAIL_WORDS, SHEET_WORDS } from '../../words'

export interface TeamListProps {
  matter: MatterView
  acts: Acts
}

/** The teams that may handle it, loaded when the sheet opens; the nearest is chosen until another one is. */
export function TeamList({ matter: { communityId, matterId }, acts }: TeamListProps) {
  const load = async () =>
    (await callEndpoint(listTeamsEndpoint, { params: { communityId, matterId } })).items
  const state = useLoad(load, [communityId, matterId])
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonRows count={3} />}
      errorTitle={SHEET_WORDS.teamFailed}
      isEmpty={(teams) => teams.length === 0}
      empty={<Blank art="window" title={SHEET_WORDS.teamNone} text={SHEET_WORDS.teamNoneText} />}
    >
      {(teams) => <Choice teams={teams} acts={acts} />}
    </FourFaces>
  )
}

function Choice({ teams, acts }: { teams: readonly TeamItem[]; acts: Acts }) {
  const [index, setIndex] = useState(0)
  const chosen = teams[index]
  if (!chosen) return null
  return (
    <View>
      <View className="list">
        {teams.map((team, at) => (
          <ChoiceRow
            key={`${team.kind} ${team.placeId}`}
            title={team.name}
            text={aboutOf(team, at === 0)}
            on={at === index}
            onPress={() => setIndex(at)}
          />
        ))}
      </View>
      <SheetFailure acts={acts} />
      <View className="sheet__acts">
        <Button
          busy={acts.busy !== undefined}
          busyWords={DETAIL_WORDS.sending}
          onPress={() => acts.send({ kind: chosen.kind, placeId: chosen.placeId })}
        >
          {SHEET_WORDS.teamAsk(chosen.name)}
        </Button>
      </View>
    </View>
  )
}

/** Who would go; the server puts the nearest team first. */
function aboutOf({ members }: TeamItem, nearest: boolean): string {
  return [nearest && SHEET_WORDS.teamNearest, members.join('、')].filter(Boolean).join(' · ')
}
