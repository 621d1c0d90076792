import { View } from '@tarojs/components'
import { NICKNAME_LENGTH } from '#core/people'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { copyCode, useNickname } from './useMePage'
import { ME } from './words'

interface NicknameSheetProps {
  open: boolean
  nickname: string
  onClose: () => void
}

/** 改称呼. WeChat's keyboard offers the reader's WeChat name. */
export function NicknameSheet({ open, nickname, onClose }: NicknameSheetProps) {
  return (
    <Sheet open={open} title={ME.nickname} onClose={onClose}>
      {open && <NicknameForm nickname={nickname} onDone={onClose} />}
    </Sheet>
  )
}

function NicknameForm({ nickname, onDone }: { nickname: string; onDone: () => void }) {
  const form = useNickname(nickname, onDone)
  return (
    <>
      <Field
        label={ME.nicknameLabel}
        placeholder={ME.nicknamePlaceholder}
        type="nickname"
        value={form.nickname}
        onChange={form.change}
        maxLength={NICKNAME_LENGTH}
        error={form.error}
        required
      />
      <View className="sheet__acts">
        <Button onPress={form.save} busy={form.busy} busyWords={ME.nicknameBusy}>
          {ME.nicknameSave}
        </Button>
      </View>
    </>
  )
}

interface CodeSheetProps {
  open: boolean
  code: string
  onClose: () => void
}

/** 我的编号: what it is for, and the code to read out or copy. */
export function CodeSheet({ open, code, onClose }: CodeSheetProps) {
  return (
    <Sheet open={open} title={ME.code} onClose={onClose}>
      <View className="text text--quiet">{ME.codeExplained}</View>
      <View className="code">{inFours(code)}</View>
      <View className="sheet__acts">
        <Button onPress={() => void copyCode(code)}>{ME.copy}</Button>
      </View>
    </Sheet>
  )
}

/** N6NN FFP4 0RXZ: as one reads it out. */
const inFours = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ')
