/** Ways of asking for money. Asking for it is refused with an explanation (domain.md 4). */
const ASKING: readonly RegExp[] = [
  /借(我|点|些|一笔|几|[一二三四五六七八九十百千万\d]*)?(点|些)?(钱|现金)/,
  // 一款, 两款 count things: a number before 款 is no amount.
  /借(我|我们)?(点|些|一点|一些|一笔|笔|几笔)?款(?!式)/,
  /(缺|差|求|要|给|凑|筹|募|讨)(我|我们|家里|点|些|一点|一些|一笔|几|[一二三四五六七八九十百千万两\d]+)?(点|些)?(钱|善款|捐款|资金|现金)/,
  /(捐|募|筹|众筹|集)(点|些)?(钱|款|资)/,
  /捐款|募捐|筹款|众筹|集资|义捐|善款|资助我|赞助我|接济/,
  /(转账|转钱|打钱|汇款|打款)(给|到|过来|一下)?/,
  /红包|收款码|付款码|收款二维码|银行卡号|支付宝账号|微信转/,
  /(借|捐|给|求|凑|缺|差|筹)(我|我们)?[一二三四五六七八九十百千万两\d]+(多|几)?(元|块|万)/,
  /(垫付|代付|预付)(一下|一点|点)?(费用|钱|款|房租|学费|药费|医药费)?/,
]

/** What sounds like it and isn't: who offers money, or says that none is wanted. */
const NOT_ASKING: readonly RegExp[] = [
  /(不|没|没有|别|无需|不用|不要|用不着|不收|不谈)(要|收|谈|给|花|用)?钱/g,
  // What a thanks tells: it was offered, and not taken.
  /(给|塞)[^，。；！？\n]{0,2}(钱|红包)[^，。；！？\n]{0,4}(不|没)(肯)?(要|收|拿)/g,
  /(钱|费用|菜钱|车费|材料费|成本|本钱)(我|由我|都是我|我来|我们)(出|付|给|掏|自己出)/g,
  /(我|由我)(出|付|给|掏)(钱|菜钱|车费|材料费|费用|成本)/g,
  /(零钱|换零|换钱|钱包|钱币|压岁钱|钱夹|存钱罐|压轴)/g,
  /(教|学|怎么用|不会|想会|看不懂|弄不懂)[^，。；！？\n]{0,12}(红包|转账|收款码|付款码|汇款|支付)/g,
]

/** Whether the words ask for money. */
export function asksForMoney(text: string): boolean {
  const rest = NOT_ASKING.reduce((left, pattern) => left.replace(pattern, ' '), text.replace(/\s+/g, ''))
  return ASKING.some((pattern) => pattern.test(rest))
}
