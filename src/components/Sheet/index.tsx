import { Popup } from '@nutui/nutui-react-taro'
import { ScrollView, View } from '@tarojs/components'
import { useId, type ReactNode } from 'react'
import { useModalFocus } from '../../platform/focus'
import { aria } from '../aria'
import { Press } from '../Press'

export interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
}

/** Comes from below for one choice or a short form. Closed by its button, the ground behind it, or Escape. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const id = useId()
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
      destroyOnClose
      duration={200}
      onOverlayClick={closeFromGround}
    >
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
    </Popup>
  )
}
