import { View } from '@tarojs/components'
import type { DemoPerson } from '#core/people'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { CareSwitch } from '@/components/CareSwitch'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonRows } from '@/components/Skeleton'
import { isWeapp } from '@/platform/device'
import { BrowserWay } from '../../components/BrowserWay'
import { SIGN_IN } from '../../words'
import { useSignIn } from './useSignIn'

type SignIn = ReturnType<typeof useSignIn>

/** 登录: what this is, the care mode switch, and one way in. */
export default function SignInPage() {
  const page = useSignIn()
  return (
    <Screen title={SIGN_IN.title} back={false}>
      <View className="brand">
        <View className="brand__name">{SIGN_IN.brand}</View>
        <View className="brand__text">{SIGN_IN.what}</View>
      </View>
      <Card flush>
        <CareSwitch />
      </Card>
      {page.failure && <FailureNote failure={page.failure} gap />}
      {isWeapp ? <WechatWay page={page} /> : <DemoWay page={page} />}
    </Screen>
  )
}

function WechatWay({ page }: { page: SignIn }) {
  const { demo, busy, withWechat } = page
  return (
    <>
      <View className="brand__act">
        <Button onPress={withWechat} busy={busy} busyWords={SIGN_IN.busy}>
          {SIGN_IN.withWechat}
        </Button>
      </View>
      {demo.status === 'ready' && demo.data.length > 0 && <Persons persons={demo.data} page={page} />}
      {demo.status === 'error' && (
        <Section count={demo.message} act={{ words: SIGN_IN.retry, icon: 'retry', onPress: demo.retry }} />
      )}
    </>
  )
}

function DemoWay({ page }: { page: SignIn }) {
  return (
    <FourFaces
      state={page.demo}
      skeleton={<SkeletonRows count={6} />}
      errorTitle={SIGN_IN.demoFailed}
      isEmpty={(persons) => persons.length === 0}
      empty={<BrowserWay onSignedIn={page.withSession} />}
    >
      {(persons) => <Persons persons={persons} page={page} />}
    </FourFaces>
  )
}

function Persons({ persons, page }: { persons: readonly DemoPerson[]; page: SignIn }) {
  return (
    <>
      <Section title={page.busy ? SIGN_IN.busy : SIGN_IN.demo} />
      <Card flush>
        {persons.map((person) => (
          <Item
            key={person.personId}
            icon="user"
            title={person.name}
            text={person.does}
            onPress={() => page.as(person)}
          />
        ))}
      </Card>
    </>
  )
}
