import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { OfItemNote } from '@/parts/items'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { Unsent } from '@/parts/outbox'
import { PhotoPicker } from '@/parts/photos'
import { SAY_WORDS } from '../../../../say-words'
import { errorAt, errorElsewhere } from '../../error-at'
import type { SayStart } from '../../say-start'
import { useSayWish, type SayForm as Form } from '../../useSayWish'
import { ForWhomCard } from '../ForWhomCard'
import { SeenCard } from '../SeenCard'
import { WhatCard } from '../WhatCard'
import { WhenCard } from '../WhenCard'

/** For whom, what, by when, and to whom it is said: one page, one button. */
export function SayForm({ start }: { start: SayStart }) {
  const form = useSayWish(start)
  if (form.waiting) {
    return (
      <Screen title={SAY_WORDS.title}>
        <Unsent waiting={form.waiting} words={SAY_WORDS.unsent} />
        <ConsentSheet />
      </Screen>
    )
  }
  return (
    <Screen title={SAY_WORDS.title} foot={<Foot form={form} />}>
      <OfItemNote item={start.ofItem} />
      <ForWhomCard form={form} />
      <WhatCard form={form} />
      <WhenCard form={form} />
      <Card gap>
        <PhotoPicker photos={form.photos} error={errorAt(form, 'photoIds')} />
      </Card>
      <SeenCard form={form} />
      <ConsentSheet />
    </Screen>
  )
}

function Foot({ form }: { form: Form }) {
  const error = errorElsewhere(form)
  return (
    <View className="acts">
      {error && (
        <View className="acts__failure acts__failure--inside">
          <Note tone="late" icon="alert" alert>
            {error}
          </Note>
        </View>
      )}
      <Button busy={form.busy} busyWords={SAY_WORDS.sending} onPress={form.send}>
        {SAY_WORDS.send}
      </Button>
      <View className="acts__note">
        {SAY_WORDS.note}
        <Text className="aside-inline">{SAY_WORDS.noteAside}</Text>
      </View>
    </View>
  )
}
