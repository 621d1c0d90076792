import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { classes } from '@/components/classes'
import { callNumber } from '@/platform/phone-call'

export interface CallPairProps {
  numbers: readonly { number: string; name: string }[]
}

/** Numbers to call, side by side. */
export function CallPair({ numbers }: CallPairProps) {
  return (
    <View className="pair">
      {numbers.map(({ number, name }, index) => (
        <Button
          key={number}
          variant="equal"
          icon="phone"
          className={classes(index > 0 && 'pair__next')}
          onPress={() => callNumber(number)}
        >
          {`${name} ${number}`}
        </Button>
      ))}
    </View>
  )
}
