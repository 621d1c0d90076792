import { View } from '@tarojs/components'
import { CONSENT_WAY_LABELS, WISH_ACT_LABELS, type WishView } from '#core/wishes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import type { WishActs } from '../../useWishActs'
import { CONSENT_WORDS, DETAIL_WORDS, PROPOSAL_WORDS } from '../../words'

export interface ProposalCardProps {
  wish: WishView
  acts: WishActs
}

type Proposal = NonNullable<WishView['proposal']>

/** What the author is asked: to let it be merged; two equal answers. Others see that it was asked. */
export function ProposalCard({ wish, acts }: ProposalCardProps) {
  const { proposal } = wish
  if (!proposal) return null
  const answers = (['agree_merge', 'refuse_merge'] as const).filter((act) => wish.acts.includes(act))
  return (
    <Card title={PROPOSAL_WORDS.title} gap>
      <Into wish={wish} proposal={proposal} />
      <View className="text--gap text--quiet text--small">
        {PROPOSAL_WORDS.by(proposal.byName, proposal.reason)}
      </View>
      {answers.length > 0 && (
        <>
          <Note gap>{PROPOSAL_WORDS.consequence}</Note>
          <View className="equals text--gap-l">
            {answers.map((act) => (
              <View key={act} className="equals__one">
                <Button
                  variant="equal"
                  block
                  busy={acts.busy === act}
                  busyWords={DETAIL_WORDS.sending}
                  onPress={() => acts.press(act)}
                >
                  {WISH_ACT_LABELS[act]}
                </Button>
              </View>
            ))}
          </View>
        </>
      )}
    </Card>
  )
}

function Into({ wish: { communityId }, proposal }: { wish: WishView; proposal: Proposal }) {
  const { kind, id, title } = proposal
  if (id === null)
    return (
      <View className="text">
        {kind === 'topic' ? PROPOSAL_WORDS.intoNew.topic : PROPOSAL_WORDS.intoNew.matter}
      </View>
    )
  const words = {
    wish: PROPOSAL_WORDS.intoWish,
    matter: PROPOSAL_WORDS.intoMatter,
    topic: PROPOSAL_WORDS.intoTopic,
  }[kind]
  const open = {
    wish: () => goTo(ROUTES.wish, { communityId, wishId: id }),
    matter: () => goTo(ROUTES.matter, { communityId, matterId: id }),
    topic: () => goTo(ROUTES.topic, { communityId, topicId: id }),
  }[kind]
  return <Item icon="list" title={words(title ?? '')} text={PROPOSAL_WORDS.look} onPress={open} />
}

/** Of a wish said for somebody else: who agreed and how, for who wrote it down and who answers for the community. */
export function ConsentCard({ wish: { consent } }: Pick<ProposalCardProps, 'wish'>) {
  if (!consent) return null
  return (
    <Card title={CONSENT_WORDS.title} gap>
      <Facts
        facts={[
          { name: CONSENT_WORDS.who, value: consent.name ?? CONSENT_WORDS.forgotten },
          { name: CONSENT_WORDS.way, value: CONSENT_WAY_LABELS[consent.way] },
        ]}
      />
      <Note gap icon="lock">
        {CONSENT_WORDS.only}
      </Note>
    </Card>
  )
}
