import { View } from '@tarojs/components'
import { hasResult, isGivenUp, silenceInWords, silenceWarning, type VoteView } from '#core/votes'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { Note } from '@/components/Note'
import { Press } from '@/components/Press'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SILENCE_WORDS } from '../../delivery-words'
import { BylawNote } from '@/parts/votes'

/** 没交票的怎么算: said before anybody votes, with the clause by which it is so. */
export function SilenceNote({
  vote: { communityId, silence, state },
}: {
  vote: Pick<VoteView, 'communityId' | 'silence' | 'state'>
}) {
  if (!silence || isGivenUp(state)) return null
  const { bylaw } = silence
  return (
    <Card title={silenceInWords(bylaw)} gap>
      {!hasResult(state) && <Note>{silenceWarning(bylaw)}</Note>}
      <BylawNote bylaw={bylaw} />
      <Press
        className="link link--small"
        onPress={() => goTo(ROUTES.bylaw, { communityId, id: bylaw.bylawId })}
      >
        <Icon name="doc" size="s" lead />
        <View>{SILENCE_WORDS.seeBylaw}</View>
      </Press>
    </Card>
  )
}
