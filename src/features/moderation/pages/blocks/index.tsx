import { View } from '@tarojs/components'
import { dayInWords } from '#core/calendar'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { BLOCKS } from '../../words'
import { useBlocks } from './useBlocks'

/** 不看谁的话. */
export default function BlocksPage() {
  return useSignInFirst(ROUTES.blocks, usePageQuery()) ? <Blocks /> : null
}

function Blocks() {
  const { state, more, failure, unblock } = useBlocks()
  const now = new Date()
  return (
    <Screen title={BLOCKS.title}>
      {failure && <FailureNote failure={failure} />}
      <FourFaces
        state={state}
        skeleton={<SkeletonCards />}
        errorTitle={BLOCKS.failed}
        isEmpty={(blocks) => blocks.length === 0}
        empty={<Blank art="window" title={BLOCKS.empty} text={BLOCKS.emptyText} />}
      >
        {(blocks) => (
          <>
            {blocks.map((block) => (
              <Card key={block.blockId} title={block.name}>
                <View className="job__foot">
                  <View className="text--small text--quiet">{BLOCKS.since(dayInWords(block.at, now))}</View>
                  <View className="job__act">
                    <Button
                      small
                      variant="secondary"
                      label={BLOCKS.unblockOf(block.name)}
                      onPress={() => unblock(block)}
                    >
                      {BLOCKS.unblock}
                    </Button>
                  </View>
                </View>
              </Card>
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </Screen>
  )
}
