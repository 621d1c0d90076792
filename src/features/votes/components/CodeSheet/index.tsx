import { View } from '@tarojs/components'
import { hashInGroups, type VoteView } from '#core/votes'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { copyText } from '@/platform/clipboard'
import { toast } from '@/platform/feedback'
import { VOTE_WORDS } from '../../words'

export interface CodeSheetProps {
  open: boolean
  vote: VoteView
  onClose: () => void
}

/** 校验码: whole, to be written down or copied. */
export function CodeSheet({ open, vote, onClose }: CodeSheetProps) {
  const codes: [string, string | null][] = [
    [VOTE_WORDS.textCode, vote.textSha256],
    [VOTE_WORDS.rollCode, vote.noticeSha256],
    [VOTE_WORDS.openCode, vote.frozenSha256],
    [VOTE_WORDS.headCode, vote.head],
  ]
  return (
    <Sheet open={open} title={VOTE_WORDS.codeTitle} onClose={onClose}>
      <Note>{VOTE_WORDS.codeText}</Note>
      {codes.map(([name, code]) => code && <Code key={name} name={name} code={code} />)}
    </Sheet>
  )
}

/** A hash or a receipt in groups of four, with the button that copies it. */
export function Code({ name, code, meta }: { name: string; code: string; meta?: string }) {
  const copy = async () => toast((await copyText(code)) ? VOTE_WORDS.copied : VOTE_WORDS.notCopied)
  return (
    <View className="text--gap-l">
      <View className="text--strong">{name}</View>
      {meta && <View className="text--small text--quiet">{meta}</View>}
      <View className="code">{hashInGroups(code)}</View>
      <View className="vote__acts">
        <Button small variant="secondary" onPress={() => void copy()} label={`${VOTE_WORDS.copy}，${name}`}>
          {VOTE_WORDS.copy}
        </Button>
      </View>
    </View>
  )
}
