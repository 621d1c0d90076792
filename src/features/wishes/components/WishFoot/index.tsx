import { View } from '@tarojs/components'
import { useState } from 'react'
import { CONTACT_DAYS, WISH_ACT_LABELS, type WishPersonAct, type WishView } from '#core/wishes'
import { Button, type ButtonProps } from '@/components/Button'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { planWishActs } from '../../act-plan'
import type { Second } from '../../useSecond'
import type { WishActs } from '../../useWishActs'
import { DETAIL_WORDS, SECOND_WORDS } from '../../words'

export interface WishFootProps {
  wish: WishView
  acts: WishActs
  second: Second
}

/** Whether anything at all stands at the foot. */
export function hasFoot(wish: WishView): boolean {
  const { answers, primary, others } = planWishActs(wish)
  return answers.length > 0 || primary !== undefined || others.length > 0 || mayWant(wish)
}

/** Whoever helps already says so with their help. */
const mayWant = ({ maySecond, helping }: WishView): boolean => maySecond && !helping

/** What the reader may do about a wish: at the foot of its page. */
export function WishFoot({ wish, acts, second }: WishFootProps) {
  const { answers, primary, others } = planWishActs(wish)
  // That taking it back failed stands on its card.
  const failure = acts.asking ? undefined : (acts.failure ?? (mayWant(wish) ? second.failure : undefined))
  return (
    <>
      {failure && (
        <View className="acts__failure">
          <Note tone="late" icon="alert" alert>
            {failure.message}
          </Note>
        </View>
      )}
      <View className="acts">
        {answers.length > 0 && <Answers answers={answers} acts={acts} />}
        <Next wish={wish} primary={primary} acts={acts} second={second} />
        <Others others={others} acts={acts} />
        {primary === 'offer' && <View className="acts__note">{DETAIL_WORDS.helpNote(CONTACT_DAYS)}</View>}
      </View>
    </>
  )
}

/** 帮到了没有: two equal answers. */
function Answers({ answers, acts }: { answers: readonly WishPersonAct[]; acts: WishActs }) {
  return (
    <>
      <View className="acts__ask">{DETAIL_WORDS.askAuthor}</View>
      <View className="pair">
        {answers.map((act, index) => (
          <ActButton
            key={act}
            act={act}
            acts={acts}
            variant="equal"
            icon={ICONS[act]}
            className={index > 0 ? 'pair__next' : undefined}
          />
        ))}
      </View>
    </>
  )
}

interface NextProps extends WishFootProps {
  primary: WishPersonAct | undefined
}

/** The next step; beside it 我也想要, for who may. */
function Next({ wish, primary, acts, second }: NextProps) {
  if (!mayWant(wish)) return primary ? <ActButton act={primary} acts={acts} icon={ICONS[primary]} /> : null
  return (
    <View className="pair">
      <Button
        variant="secondary"
        block={!primary}
        busy={second.busy}
        busyWords={DETAIL_WORDS.sending}
        onPress={() => second.want(true)}
      >
        {SECOND_WORDS.want}
      </Button>
      {primary && (
        <ActButton
          act={primary}
          acts={acts}
          icon={ICONS[primary]}
          block={false}
          className="grow pair__next"
        />
      )}
    </View>
  )
}

/** So many stand at the foot by themselves; the others wait behind 更多, so that the page isn't buried. */
const FEW = 2

function Others({ others, acts }: { others: readonly WishPersonAct[]; acts: WishActs }) {
  const [open, setOpen] = useState(false)
  const few = others.length <= FEW ? others : others.slice(0, FEW - 1)
  const hidden = others.slice(few.length)
  return (
    <>
      {few.map((act) => (
        <ActButton key={act} act={act} acts={acts} variant="quiet" block />
      ))}
      {hidden.length > 0 && (
        <Button variant="quiet" block onPress={() => setOpen(true)}>
          {DETAIL_WORDS.moreActs}
        </Button>
      )}
      <Sheet open={open} title={DETAIL_WORDS.moreActsTitle} onClose={() => setOpen(false)}>
        {hidden.map((act) => (
          <Item
            key={act}
            title={WISH_ACT_LABELS[act]}
            onPress={() => {
              setOpen(false)
              acts.press(act)
            }}
          />
        ))}
      </Sheet>
    </>
  )
}

const ICONS: Partial<Record<WishPersonAct, ButtonProps['icon']>> = {
  offer: 'hand',
  contact: 'phone',
  deliver: 'check',
  confirm: 'check',
  not_yet: 'cross',
}

interface ActButtonProps extends Pick<ButtonProps, 'variant' | 'icon' | 'block' | 'className'> {
  act: WishPersonAct
  acts: WishActs
}

function ActButton({ act, acts, ...look }: ActButtonProps) {
  return (
    <Button
      {...look}
      busy={acts.busy === act}
      busyWords={DETAIL_WORDS.sending}
      onPress={() => acts.press(act)}
    >
      {WISH_ACT_LABELS[act]}
    </Button>
  )
}
