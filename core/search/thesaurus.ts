/** Characters that say nothing about what is the matter. */
export const FILLERS =
  /[的了在我们家是又还一个吗呢啊吧把被里着很太得都就到也人谁这那有没不好几天半夜晚上往外总老直]/g

/** Where something is, in words that any report may have. */
export const PLACE_WORDS =
  /(\d+|[一二三四五六七八九十两])(号楼|楼|层|栋|单元|室)|楼道|楼梯间|过道|走廊|小区|门口|楼下|楼上|楼顶|单元|整栋楼|楼/g

/**
 * What residents say in several ways, and what it means: looked for in this order. Kept to what people say of anything
 * in a building; the names of things stay as they are.
 */
export const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/没人(收|清理|清|倒|管|打扫|换|修)|满出来|满了|堆了?/g, '没清'],
  [/不通|堵住|堵了|堵/g, '堵'],
  [/[反返][味水]|(很|太|好)?臭(得受不了)?|反味/g, '味'],
  [/漏水|漏雨|渗水|滴水|爆裂|爆了|漏|渗/g, '漏'],
  [/太吵|吵得睡不着|吵|噪音|扰民/g, '吵'],
  [/没水|停水|没有水/g, '没水'],
  [/没电|停电/g, '没电'],
  [/脱落|掉了?|砸/g, '掉'],
  [/电瓶车|电动车|电动自行车/g, '电动车'],
  [
    /坏了?|失灵|不灵|没反应|不亮|不能用|[打关](不开|不上|不严)|松动?|断了?|破了?|缺了?|停了|闪|晃|歪|过期|不了/g,
    '坏',
  ],
]
