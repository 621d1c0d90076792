import { Popup } from '@nutui/nutui-react-taro'
import { ScrollView, View } from '@tarojs/components'
import { useId, type ReactNode } from 'react'
import { useLinger } from '../../hooks/useLinger'
import { useModalFocus } from '../../platform/focus'
import { aria } from '../aria'
import { Press } from '../Press'

const CLOSING_MS = 200

export interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
}

/** Comes from below for one choice or a short form. Closed by its button, the ground behind it, or Escape. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const id = useId()
  // NutUI's `destroyOnClose` empties a sheet that is opened again before it has quite closed.
  const filled = useLinger(open, CLOSING_MS)
  useModalFocus(open, id, onClose)
  const closeFromGround = () => {
    onClose()
    // The parent decides; the popup must not close by itself as well.
    return false
  }
  return (
    <Popup
      visible={open}
      position="bottom"
      className="sheet"
      duration={CLOSING_MS}
      onOverlayClick={closeFromGround}
    >
      {filled && (
        <View id={id} {...aria({ role: 'dialog', modal: true, label: title })}>
          <View className="sheet__head">
            <View className="sheet__title">{title}</View>
            <Press className="sheet__close" onPress={onClose}>
              <View>关上</View>
            </Press>
          </View>
          <ScrollView scrollY className="sheet__body">
            {children}
          </ScrollView>
        </View>
      )}
    </Popup>
  )
}
