import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { comingSteps, entryInWords, type MatterView } from '#core/matters'
import { Track, type TrackStep } from '@/components/Track'
import { DETAIL_WORDS } from '../../words'

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
        {notesOf(entry).map((note) => (
          <View key={note} className="track__note">
            {note}
          </View>
        ))}
      </>
    ),
    state: 'done',
  }
}

function notesOf({ note, legalBasis, proposedOwner }: Entry): string[] {
  return [
    note,
    legalBasis && DETAIL_WORDS.basis(legalBasis),
    proposedOwner && DETAIL_WORDS.owner(proposedOwner),
  ].filter((line): line is string => Boolean(line))
}

/** The first of them is where the matter is now. */
function stepsToCome(matter: MatterView): TrackStep[] {
  return comingSteps(matter).map((title, index) => ({
    id: `coming-${index}`,
    title,
    state: index === 0 ? 'now' : 'next',
  }))
}
