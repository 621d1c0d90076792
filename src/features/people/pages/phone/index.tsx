import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { isWeapp } from '@/platform/device'
import { ROUTES } from '@/routes'
import { TypedPhone } from '../../components/TypedPhone'
import { WechatPhone } from '../../components/WechatPhone'
import { PHONE } from '../../words'
import { usePhone } from './usePhone'

type Page = ReturnType<typeof usePhone>

/** 手机号: bound by WeChat's button or by a message, changed, removed. */
export default function PhonePage() {
  return useSignInFirst(ROUTES.phone) ? <Phone /> : null
}

function Phone() {
  const page = usePhone()
  return (
    <Screen title={PHONE.title}>
      {page.failure && <FailureNote failure={page.failure} />}
      <FourFaces state={page.state} skeleton={<SkeletonCards count={2} />} errorTitle={PHONE.failed}>
        {(phone) =>
          phone === null || page.changing ? <Ways page={page} /> : <Bound phone={phone} page={page} />
        }
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

function Bound({ phone, page }: { phone: string; page: Page }) {
  return (
    <Card title={PHONE.now}>
      <View className="code">{phone}</View>
      <View className="form__part">
        <Button variant="secondary" block onPress={page.change}>
          {PHONE.change}
        </Button>
        <Button variant="quiet" block onPress={page.remove}>
          {PHONE.remove}
        </Button>
      </View>
    </Card>
  )
}

/** In WeChat its button comes first: one tap and nothing to type. */
function Ways({ page }: { page: Page }) {
  const [bySms, chooseSms] = page.bySms
  return (
    <>
      <Note icon="lock">{PHONE.why}</Note>
      {isWeapp && <WechatPhone onBound={page.bound} />}
      {bySms ? (
        <TypedPhone onBound={page.bound} />
      ) : (
        <Button variant="quiet" block onPress={chooseSms}>
          {PHONE.withSms}
        </Button>
      )}
    </>
  )
}
