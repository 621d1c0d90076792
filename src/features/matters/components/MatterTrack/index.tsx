import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { comingSteps, entryInWords, type MatterView } from '#core/matters'
import { Track, type TrackStep } from '@/components/Track'

export interface MatterTrackProps {
  matter: MatterView
  now: Date
}

/** 办理进度: what happened, where it is, what comes. */
export function MatterTrack({ matter, now }: MatterTrackProps) {
  return <Track steps={[...matter.timeline.map((entry) => doneStep(entry, now)), ...stepsToCome(matter)]} />
}

type Entry = MatterView['timeline'][number]

function doneStep(entry: Entry, now: Date): TrackStep {
  const title = entryInWords(entry)
  const when = momentInWords(entry.at, now)
  const who = entry.byName && !title.includes(entry.byName) && !entry.mine ? `${entry.byName} · ` : ''
  return {
    id: String(entry.seq),
    title,
    meta: (
      <>
        <View>{`${who}${when}`}</View>
        {entry.note && <View className="track__note">{entry.note}</View>}
      </>
    ),
    state: 'done',
  }
}

/** The first of them is where the matter is now. */
function stepsToCome({ state }: MatterView): TrackStep[] {
  return comingSteps(state).map((title, index) => ({
    id: `coming-${index}`,
    title,
    state: index === 0 ? 'now' : 'next',
  }))
}
