import { useState, type ReactNode } from 'react'
import type { IconName } from '@/components/Icon'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { State } from '@/components/State'

export interface ChoiceRowProps {
  icon: IconName
  title: string
  value: string
  sheetTitle: string
  error?: string
  children: (close: () => void) => ReactNode
}

/** A row that says what is chosen, and opens the choice. */
export function ChoiceRow({ icon, title, value, sheetTitle, error, children }: ChoiceRowProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Item icon={icon} title={title} text={value} onPress={() => setOpen(true)} />
      {error && (
        <State icon="alert" tone="late">
          {error}
        </State>
      )}
      <Sheet open={open} title={sheetTitle} onClose={close}>
        {children(close)}
      </Sheet>
    </>
  )
}
