import { View } from '@tarojs/components'
import { useState } from 'react'
import { doorCodeIn } from '#core/places'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { Screen } from '@/components/Screen'
import { openTalk } from '@/parts/scan/open-talk'
import { canScan, scanDoorCode } from '@/platform/scan'
import { DOOR } from '../../words'

export interface CodeEntryProps {
  onCode: (code: string) => void
}

/** For who came without a code: scans it, or takes it by hand. */
export function CodeEntry({ onCode }: CodeEntryProps) {
  const [written, setWritten] = useState('')
  const [wrong, setWrong] = useState<string>()
  const open = (text: string, sentence: string) => {
    const code = doorCodeIn(text)
    setWrong(code === undefined ? sentence : undefined)
    if (code !== undefined) onCode(code)
  }
  const scan = async () => {
    const seen = await scanDoorCode()
    if (seen !== undefined && !openTalk(seen)) open(seen, DOOR.scanWrong)
  }
  return (
    <Screen
      title={DOOR.title}
      foot={
        <View className="acts">
          <Button onPress={() => open(written.replace(/[\s-]/g, ''), DOOR.codeWrong)}>{DOOR.open}</Button>
        </View>
      }
    >
      {canScan && (
        <Card>
          <Button variant="secondary" block icon="scan" onPress={() => void scan()}>
            {DOOR.scan}
          </Button>
        </Card>
      )}
      <Card>
        <Field
          label={DOOR.code}
          hint={DOOR.codeHint}
          placeholder={DOOR.codePlaceholder}
          value={written}
          onChange={(next) => {
            setWritten(next)
            setWrong(undefined)
          }}
          maxLength={200}
          error={wrong}
          required
        />
      </Card>
    </Screen>
  )
}
