import { View } from '@tarojs/components'
import { ACT_LABELS, type MatterView } from '#core/matters'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { formOf } from '../../act-plan'
import { CONFIRM_ASKS, SHEET_WORDS } from '../../act-words'
import type { Acts } from '../../useActs'
import { DETAIL_WORDS } from '../../words'
import { DayForm } from '../DayForm'
import { MergeForm } from '../MergeForm'
import { SheetFailure } from '../SheetFailure'
import { TeamList } from '../TeamList'
import { WordsForm } from '../WordsForm'

export interface ActSheetProps {
  matter: MatterView
  acts: Acts
}

/** What an act asks for before it is sent: a team, a day, another matter, a result, or a reason. */
export function ActSheet({ matter, acts }: ActSheetProps) {
  const { asking, close } = acts
  return (
    <Sheet open={asking !== undefined} title={titleOf(acts)} onClose={close}>
      {asking && <Form key={asking} matter={matter} acts={acts} />}
    </Sheet>
  )
}

function titleOf({ asking }: Acts): string {
  if (!asking) return ''
  if (asking === 'merge') return SHEET_WORDS.mergeTitle
  return formOf(asking) === 'team' ? SHEET_WORDS.teamTitle : ACT_LABELS[asking]
}

function Form({ matter, acts }: ActSheetProps) {
  switch (acts.asking && formOf(acts.asking)) {
    case 'team':
      return <TeamList matter={matter} acts={acts} />
    case 'day':
      return <DayForm matter={matter} acts={acts} />
    case 'merge':
      return <MergeForm matter={matter} acts={acts} />
    case 'confirm':
      return <ConfirmForm matter={matter} acts={acts} />
    default:
      return <WordsForm matter={matter} acts={acts} />
  }
}

function ConfirmForm({ matter, acts }: ActSheetProps) {
  const words = acts.asking && CONFIRM_ASKS[acts.asking]
  return (
    <View>
      <Note>{matter.joinedHomes > 0 ? words?.together : words?.alone}</Note>
      <SheetFailure acts={acts} />
      <View className="sheet__acts">
        <Button
          busy={acts.busy !== undefined}
          busyWords={DETAIL_WORDS.sending}
          onPress={() => void acts.send()}
        >
          {acts.asking ? ACT_LABELS[acts.asking] : ''}
        </Button>
      </View>
    </View>
  )
}
