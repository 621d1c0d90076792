import { View } from '@tarojs/components'
import { ACT_LABELS, type MatterView, type PersonAct } from '#core/matters'
import { Button, type ButtonProps } from '@/components/Button'
import { classes } from '@/components/classes'
import { Note } from '@/components/Note'
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
          <Note tone="late" icon="alert" alert>
            {acts.failure.message}
          </Note>
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
      {others.map((act) => (
        <ActButton key={act} act={act} acts={acts} variant="quiet" block />
      ))}
    </View>
  )
}

function Line({ plan: { question, primary, others }, acts }: PlanProps) {
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
      {others.map((act) => (
        <ActButton key={act} act={act} acts={acts} variant="quiet" className="wide__act" />
      ))}
    </View>
  )
}

const ICONS: Partial<Record<PersonAct, ButtonProps['icon']>> = {
  confirm: 'check',
  dispute: 'cross',
  verify_passed: 'check',
  verify_failed: 'cross',
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
