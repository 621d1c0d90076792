import { View } from '@tarojs/components'
import { SILENCE_DEMANDS, silenceInWords } from '#core/votes'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { SwitchRow } from '@/components/SwitchRow'
import { BylawNote } from '@/parts/votes'
import { SILENCE } from '../../../../draft-words'
import type { VoteForm } from '../../useVoteDraft'
import { bylawFor } from '../../vote-draft'
import { FaultLine } from '../FaultLine'

/** 没交票的也算: where bylaws are in force, with the clause and what it demands. */
export function SilenceCard({ form: { draft, place, electorate, change, errorAt } }: { form: VoteForm }) {
  const bylaw = bylawFor(draft, place, electorate)
  const error = errorAt('countsSilence')
  if (!bylaw) return error ? <FaultLine error={error} /> : null
  return (
    <>
      <Card flush>
        <SwitchRow
          title={silenceInWords(bylaw)}
          checked={draft.countsSilence}
          onChange={(countsSilence) => change({ countsSilence })}
        />
      </Card>
      <Card>
        <Note title={SILENCE.demands}>
          {SILENCE_DEMANDS.map((demand) => (
            <View key={demand}>{demand}</View>
          ))}
        </Note>
        <BylawNote bylaw={bylaw} />
        <FaultLine error={error} />
      </Card>
    </>
  )
}
