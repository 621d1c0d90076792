import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { Item } from '@/components/Item'
import { Card } from '@/components/Card'
import { State } from '@/components/State'
import { usePersonId } from '@/hooks/usePersonId'
import { goTo } from '@/platform/navigation'
import { outbox, useLetters } from '@/platform/outbox'
import { ROUTES } from '@/routes'
import { OUTBOX } from '../words'

export interface WaitingNoteProps {
  /** The thing or list; left out: everything that waits. */
  about?: string
  /** One of them has arrived: the list holds it now. */
  onArrived?: () => void
}

/** What of a thing or a list waits on this phone to be sent; nothing as long as nothing does. */
export function WaitingNote({ about, onArrived }: WaitingNoteProps) {
  // Whose box it is has to be known, and not every page asks.
  usePersonId()
  const letters = useLetters(about)
  const latest = useRef(onArrived)
  useEffect(() => {
    latest.current = onArrived
  })
  useEffect(
    () =>
      outbox.onArrived((letter, _answer, waited) => {
        if (!waited) return
        if (about === undefined || letter.about === about) latest.current?.()
      }),
    [about],
  )
  if (letters.length === 0) return null
  return (
    <Card flush gap>
      <View className="list">
        {letters.map(({ key, label, refused }) => (
          <Item
            key={key}
            icon="clock"
            title={label}
            text={
              <State icon={refused ? 'alert' : 'clock'} tone={refused ? 'late' : 'wait'}>
                {refused ?? `${OUTBOX.state}。${OUTBOX.noteText}`}
              </State>
            }
            onPress={() => goTo(ROUTES.outbox)}
          />
        ))}
      </View>
    </Card>
  )
}
