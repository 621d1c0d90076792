import { View } from '@tarojs/components'
import { Button } from '../Button'
import { State } from '../State'

export interface StateAndActsProps {
  /** Where it stands, in words. */
  state: string
  /** What the acts are about, for screen readers: several cards have the same ones. */
  about: string
  acts: readonly { words: string; onPress: () => void }[]
}

/** The foot of a card: a single act beside the state, several as equal answers below it. */
export function StateAndActs({ state, about, acts }: StateAndActsProps) {
  const [only] = acts
  if (acts.length === 1 && only) {
    return (
      <View className="job__foot">
        <State icon="info">{state}</State>
        <View className="job__act">
          <Button small variant="secondary" onPress={only.onPress} label={`${only.words}，${about}`}>
            {only.words}
          </Button>
        </View>
      </View>
    )
  }
  return (
    <>
      <State icon={acts.length > 0 ? 'clock' : 'info'} gap>
        {state}
      </State>
      {acts.length > 0 && (
        <View className="card__foot equals">
          {acts.map(({ words, onPress }) => (
            <Button
              key={words}
              variant="equal"
              className="equals__one"
              onPress={onPress}
              label={`${words}，${about}`}
            >
              {words}
            </Button>
          ))}
        </View>
      )}
    </>
  )
}
