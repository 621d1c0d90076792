import { View } from '@tarojs/components'
import { useState } from 'react'
import { listTeamsEndpoint, type MatterView, type TeamItem } from '#core/matters'
import { Blank } from '@/components/Blank'
import { FourFaces } from '@/components/FourFaces'
import { ChoiceList } from '@/components/ChoiceList'
import { SkeletonRows } from '@/components/Skeleton'
import { State } from '@/components/State'
import { SwitchRow } from '@/components/SwitchRow'
import { useLoad } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { SHEET_WORDS } from '../../act-words'
import type { Acts } from '../../useActs'
import { SheetFailure } from '../SheetFailure'
import { ReasonField, Send } from '../WordsForm'

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

const keyOf = ({ kind, placeId }: TeamItem): string => `${kind} ${placeId}`

function Choice({ teams, acts }: { teams: readonly TeamItem[]; acts: Acts }) {
  const [key, setKey] = useState<string>()
  const [together, setTogether] = useState<string[]>([])
  const [personIds, setPersonIds] = useState<string[]>([])
  const [missing, setMissing] = useState(false)
  const chosen = teams.find((team) => keyOf(team) === key) ?? teams[0]
  if (!chosen) return null
  const others = teams.filter((team) => team !== chosen)
  // Who was ticked in another team doesn't go along.
  const assigneeIds = chosen.persons.map(({ personId }) => personId).filter((one) => personIds.includes(one))
  const send = () => {
    const lacking = chosen.persons.length > 0 && assigneeIds.length === 0
    setMissing(lacking)
    if (lacking) return
    void acts.send({
      team: { kind: chosen.kind, placeId: chosen.placeId },
      supports: others
        .filter((team) => together.includes(keyOf(team)))
        .map(({ kind, placeId }) => ({ kind, placeId })),
      ...(assigneeIds.length > 0 ? { assigneeIds } : {}),
    })
  }
  return (
    <View>
      <ChoiceList
        label={SHEET_WORDS.teamTitle}
        options={teams.map((team, at) => ({
          value: keyOf(team),
          title: team.name,
          text: aboutOf(team, at === 0),
        }))}
        value={keyOf(chosen)}
        onChange={(next) => {
          setMissing(false)
          setKey(next)
        }}
      />
      {chosen.persons.length > 0 ? (
        <Persons
          team={chosen}
          chosen={assigneeIds}
          missing={missing}
          onChange={(ids) => {
            setMissing(false)
            setPersonIds(ids)
          }}
        />
      ) : (
        <Together teams={others} chosen={together} onChange={setTogether} />
      )}
      {acts.asking === 'reassign' && <ReasonField acts={acts} />}
      <SheetFailure acts={acts} besides={acts.asking === 'reassign' ? ['note'] : []} />
      <Send acts={acts} words={SHEET_WORDS.teamAsk(chosen.name)} onPress={send} />
    </View>
  )
}

const toggled = (all: readonly string[], one: string): string[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]

interface PickProps {
  chosen: string[]
  onChange: (chosen: string[]) => void
}

/** 协办: who goes along. */
function Together({ teams, chosen, onChange }: PickProps & { teams: readonly TeamItem[] }) {
  if (teams.length === 0) return null
  return (
    <View className="field text--gap-l">
      <View className="ask">
        {SHEET_WORDS.together}
        <View className="ask__hint aside-inline">　{SHEET_WORDS.togetherHint}</View>
      </View>
      {teams.map((team) => (
        <SwitchRow
          key={keyOf(team)}
          title={team.name}
          checked={chosen.includes(keyOf(team))}
          onChange={() => onChange(toggled(chosen, keyOf(team)))}
        />
      ))}
    </View>
  )
}

/** What only named persons may know of is given to persons. */
function Persons({ team, chosen, missing, onChange }: PickProps & { team: TeamItem; missing: boolean }) {
  return (
    <View className="field text--gap-l">
      <View className="ask">
        {SHEET_WORDS.persons}
        <View className="ask__hint aside-inline">　{SHEET_WORDS.personsHint}</View>
      </View>
      {team.persons.map(({ personId, name }) => (
        <SwitchRow
          key={personId}
          title={name}
          checked={chosen.includes(personId)}
          onChange={() => onChange(toggled(chosen, personId))}
        />
      ))}
      {missing && (
        <State icon="alert" tone="late" gap>
          {SHEET_WORDS.personsMissing}
        </State>
      )}
    </View>
  )
}

/** Who would go; the server puts the nearest team first. */
function aboutOf({ members }: TeamItem, nearest: boolean): string {
  return [nearest && SHEET_WORDS.teamNearest, members.join('、')].filter(Boolean).join(' · ')
}
