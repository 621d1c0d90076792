import { View } from '@tarojs/components'
import { useState } from 'react'
import { ACT_LABELS, type MatterView, type PersonAct } from '#core/matters'
import { Button, type ButtonProps } from '@/components/Button'
import { classes } from '@/components/classes'
import { FailureNote } from '@/components/FailureNote'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { planActs, type ActPlan } from '../../act-plan'
import { ActSheet } from '../ActSheet'
import type { Acts } from '../../useActs'
import { DETAIL_WORDS } from '../../words'

export interface MatterActsProps {
  matter: MatterView
  acts: Acts
  /** In one line, at the foot of the detail on a wide screen. */
  inLine?: boolean
}

/** What the reader may do about a matter: at the foot of its page. Nothing when there is nothing. */
export function MatterActs({ matter, acts, inLine }: MatterActsProps) {
  if (matter.acts.length === 0) return null
  const plan = planActs(matter.acts)
  return (
    <>
      {acts.failure && !acts.asking && (
        <View className="acts__failure">
          <FailureNote failure={acts.failure} />
        </View>
      )}
      {inLine ? <Line plan={plan} acts={acts} /> : <Foot plan={plan} acts={acts} />}
      <ActSheet matter={matter} acts={acts} />
    </>
  )
}

interface PlanProps {
  plan: ActPlan
  acts: Acts
}

function Foot({ plan: { question, primary, others }, acts }: PlanProps) {
  const { few, hidden } = split(others)
  return (
    <View className="acts">
      {question && (
        <>
          <View className="acts__ask">{question.ask}</View>
          <View className="pair">
            {question.answers.map((act, index) => (
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
      )}
      {primary && <ActButton act={primary} acts={acts} />}
      {few.map((act) => (
        <ActButton key={act} act={act} acts={acts} variant="quiet" block />
      ))}
      <MoreActs hidden={hidden} acts={acts} />
    </View>
  )
}

/** So many stand at the foot by themselves; the others wait behind 更多, so that the page isn't buried. */
const FEW = 2

function split(others: readonly PersonAct[]): { few: readonly PersonAct[]; hidden: readonly PersonAct[] } {
  return others.length <= FEW
    ? { few: others, hidden: [] }
    : { few: others.slice(0, FEW - 1), hidden: others.slice(FEW - 1) }
}

function MoreActs({ hidden, acts }: { hidden: readonly PersonAct[]; acts: Acts }) {
  const [open, setOpen] = useState(false)
  if (hidden.length === 0) return null
  return (
    <>
      <Button variant="quiet" block onPress={() => setOpen(true)}>
        {DETAIL_WORDS.moreActs}
      </Button>
      <Sheet open={open} title={DETAIL_WORDS.moreActsTitle} onClose={() => setOpen(false)}>
        {hidden.map((act) => (
          <Item
            key={act}
            title={ACT_LABELS[act]}
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

function Line({ plan: { question, primary, others }, acts }: PlanProps) {
  const { few, hidden } = split(others)
  return (
    <View className="wide__acts">
      {question && <View className="wide__ask">{question.ask}</View>}
      {question?.answers.map((act) => (
        <ActButton
          key={act}
          act={act}
          acts={acts}
          variant="equal"
          className="wide__act wide__act--equal"
          icon={ICONS[act]}
        />
      ))}
      {primary && <ActButton act={primary} acts={acts} block={false} className="wide__act" />}
      {few.map((act) => (
        <ActButton key={act} act={act} acts={acts} variant="quiet" className="wide__act" />
      ))}
      <MoreActs hidden={hidden} acts={acts} />
    </View>
  )
}

const ICONS: Partial<Record<PersonAct, ButtonProps['icon']>> = {
  confirm: 'check',
  dispute: 'cross',
  verify_passed: 'check',
  verify_failed: 'cross',
  reinspect_passed: 'check',
  reinspect_failed: 'cross',
  grant_deferral: 'check',
  refuse_deferral: 'cross',
}

interface ActButtonProps extends Pick<ButtonProps, 'variant' | 'icon' | 'block' | 'className'> {
  act: PersonAct
  acts: Acts
}

function ActButton({ act, acts, className, ...look }: ActButtonProps) {
  return (
    <Button
      {...look}
      className={classes(className)}
      busy={acts.busy === act}
      busyWords={DETAIL_WORDS.sending}
      onPress={() => acts.press(act)}
    >
      {ACT_LABELS[act]}
    </Button>
  )
}
