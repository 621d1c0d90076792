import { View } from '@tarojs/components'
import type { PhotoView } from '#core/photos'
import { PROXY_ACT_LABELS, proxyStateInWords, proxyVotedInWords, type ProxyNote } from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { PhotoStrip } from '@/parts/photos'
import { PROXY_WORDS } from '../../proxy-words'
import type { ProxyActs } from '../../useProxyActs'

export interface ProxyCardProps {
  note: ProxyNote
  /** Of the written authority. */
  photos?: readonly PhotoView[]
  /** Voting has ended. */
  isOver: boolean
  acts: ProxyActs
}

const TITLES: Record<ProxyNote['party'], (voter: string) => string> = {
  agent: PROXY_WORDS.ofAgent,
  principal: PROXY_WORDS.ofPrincipal,
  official: PROXY_WORDS.ofOfficial,
}

/** A proxy: who votes for whom, where it stands, and what its reader may do about it. */
export function ProxyCard({ note, photos = [], isOver, acts }: ProxyCardProps) {
  const { voter, party } = note
  return (
    <Card title={TITLES[party](voter.name)} gap>
      <Facts facts={factsOf(note, isOver)} />
      <PhotoStrip photos={photos} name={PROXY_WORDS.photo} />
      {note.acts.length > 0 && (
        <View className="vote__acts">
          {note.acts.map((act) => (
            <View key={act} className="vote__act">
              <Button
                small
                variant={act === 'accept' ? 'primary' : 'secondary'}
                busy={acts.busy}
                busyWords={PROXY_WORDS.sending}
                onPress={() => acts.press(note, act)}
                label={PROXY_WORDS.actNamed(PROXY_ACT_LABELS[act], voter.name)}
              >
                {PROXY_ACT_LABELS[act]}
              </Button>
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}

function factsOf(note: ProxyNote, isOver: boolean): Fact[] {
  const { principalName, agentName, state, party, voted, decidedBy, reason } = note
  const tellsBallot = voted !== null && (voted || state === 'accepted')
  return [
    { name: PROXY_WORDS.principal, value: principalName },
    { name: PROXY_WORDS.agent, value: agentName },
    { name: PROXY_WORDS.state, value: proxyStateInWords(state, isOver) },
    ...(tellsBallot ? [{ name: PROXY_WORDS.ballot, value: proxyVotedInWords(voted, party) }] : []),
    ...(decidedBy ? [{ name: PROXY_WORDS.decidedBy, value: decidedBy }] : []),
    ...(reason ? [{ name: PROXY_WORDS.reason, value: reason }] : []),
  ]
}
