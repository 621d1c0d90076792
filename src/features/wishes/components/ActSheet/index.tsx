import { View } from '@tarojs/components'
import { useState } from 'react'
import { WISH_ACT_LABELS } from '#core/wishes'
import { Sheet } from '@/components/Sheet'
import { formOf, type WishForm } from '../../act-plan'
import { NOTE_ASKS, SHEET_WORDS } from '../../act-words'
import { DayList } from '../DayList'
import { MergeForm } from '../MergeForm'
import { OfferForm } from '../OfferForm'
import { PicturesForm } from '../PicturesForm'
import { ServiceForm } from '../ServiceForm'
import { Consequence, NoteField, Send, SheetFailure, type FormProps } from '../SheetParts'

const FORMS: Record<WishForm, (props: FormProps) => JSX.Element> = {
  offer: OfferForm,
  words: WordsForm,
  pictures: PicturesForm,
  sure: WordsForm,
  day: DayForm,
  merge: MergeForm,
  service: ServiceForm,
}

/** What an act asks for before it is sent, and what it leads to. */
export function ActSheet({ wish, acts }: Omit<FormProps, 'act'>) {
  const { asking, close } = acts
  const form = asking && formOf(asking, wish)
  const Form = form && FORMS[form]
  return (
    <Sheet open={asking !== undefined} title={asking ? WISH_ACT_LABELS[asking] : ''} onClose={close}>
      {asking && Form && <Form key={asking} wish={wish} acts={acts} act={asking} />}
    </Sheet>
  )
}

/** Some words, or only whether one is sure. */
function WordsForm({ acts, act }: FormProps) {
  return (
    <View>
      <NoteField acts={acts} act={act} />
      <Consequence act={act} />
      <SheetFailure acts={acts} />
      <Send acts={acts} words={NOTE_ASKS[act] ? SHEET_WORDS.send : WISH_ACT_LABELS[act]} />
    </View>
  )
}

/** 还想要: by another day, or without one. */
function DayForm({ acts, act }: FormProps) {
  const [wantedBy, setWantedBy] = useState<string>()
  return (
    <View>
      <DayList label={SHEET_WORDS.day} value={wantedBy} onChange={setWantedBy} />
      <SheetFailure acts={acts} />
      <Send acts={acts} words={WISH_ACT_LABELS[act]} onPress={() => void acts.send({ wantedBy })} />
    </View>
  )
}
