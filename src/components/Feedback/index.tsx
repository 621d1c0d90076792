import { Popup } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { useModalFocus } from '../../platform/focus'
import { hideToast, useQuestion, useToast, type AskedQuestion } from '../../platform/feedback'
import { aria } from '../aria'
import { Button } from '../Button'

/** Draws what `platform/feedback` says and asks. Stands once on every Screen. */
export function Feedback() {
  const sentence = useToast()
  const question = useQuestion()
  return (
    <>
      <View {...aria({ role: 'status', live: 'polite' })}>
        {sentence && (
          <View className="toast">
            <View className="toast__face" onClick={hideToast}>
              {sentence}
            </View>
          </View>
        )}
      </View>
      {question && <Dialog question={question} />}
    </>
  )
}

const ID = 'linli-dialog'

function Dialog({ question }: { question: AskedQuestion }) {
  const { title, text, yes, no = '再想想', danger, answer } = question
  const refuse = () => answer(false)
  useModalFocus(true, ID, refuse)
  return (
    <Popup visible position="center" className="dialog" onOverlayClick={() => (refuse(), false)}>
      <View id={ID} {...aria({ role: 'alertdialog', modal: true, label: title })}>
        <View className="dialog__title">{title}</View>
        {text && <View className="dialog__text">{text}</View>}
        <View className="dialog__acts">
          <Button variant={danger ? 'danger' : 'primary'} onPress={() => answer(true)}>
            {yes}
          </Button>
          <Button variant="quiet" block onPress={refuse}>
            {no}
          </Button>
        </View>
      </View>
    </Popup>
  )
}
