# 为谁办、代办员、委托书与撤销

agency-for-title = 这件事给谁办？
agency-for-self = 给我自己办
agency-for-self-how = 刚才放的是您本人的证件
agency-for-family = 替家人办
agency-for-family-how = 家人在场，接着放家人的证件
agency-for-agency = 我是代办员
agency-for-agency-how = 登记在册，居民在场
agency-for-legal = 替单位办
agency-for-legal-how = 我是经办人，接着扫单位的码
agency-entrust-title = 谁来登记委托？
agency-entrust-self = 我要委托别人代办
agency-entrust-self-how = 刚才放的是您本人的证件
agency-entrust-agency = 我是代办员，替居民登记
agency-entrust-agency-how = 居民在场，接着放居民的证件

agency-asking = 正在核对代办员名册
agency-refused = 现在不能代办
agency-refused-unknown = 代办员名册里没有您。没有给任何人办任何事。
agency-refused-suspended = 您的代办资格已暂停。没有给任何人办任何事。
agency-refused-too-many = 您今天代办的件数已满，请明天再来。
agency-refused-offline = 平台没有答复，核对不了名册。请再核对一次。
agency-refused-refused = 平台没有核对这张证件。请用身份证再试。
agency-refused-own = 居民自己办
agency-refused-own-how = 请按“上一步”，选“给我自己办”，放居民本人的证件。
agency-refused-staff = 找工作人员
agency-ask-again = 再核对一次

agency-banner = 代办：{ $agent }
agency-banner-for = 代办：{ $agent } 正在为 { $resident } 办理
agency-barred = 这件事不能代办。请先按“退出”结束代办，再由居民本人办理。
agency-expired = 代办时间已到。请按“退出”，重新放代办员的证件。

agency-next-title = 这一件办好了
agency-next-wiped = 居民的资料
agency-next-wiped-how = 已经从本机清除，看不到也找不回。
agency-next-cards = 请先拿走
agency-next-cards-how = 居民的证件和回执。
agency-next-more = 再办一件
agency-next-end = 结束代办

agency-mandate-title = 委托书
agency-mandate-lead = 请居民本人看清楚、听清楚，再签名。
agency-mandate-terms = 委托内容
agency-mandate-who = 委托人：{ $principal }
agency-mandate-agent = 代办人：{ $agent }（{ $body }）
agency-mandate-body = 代办机构：{ $body }
agency-mandate-family = 代办人：家人 { $agent }
agency-mandate-matter = 委托事项：{ $matter }
agency-mandate-powers = 可以代办：{ $powers }
agency-mandate-until = 期限：到 { $until } 为止
agency-mandate-free = 不收费
agency-mandate-free-is = 代办不收任何费用。
agency-mandate-revoke = 随时可以撤销
agency-mandate-revoke-how = 在本机选“撤销代办”，或拨打{ $hotline }。
agency-mandate-sign = 同意，去签名

agency-revoke-title = 要撤销这项委托吗？
agency-revoke-then = 撤销以后
agency-revoke-then-is = 马上生效。代办人不能再代您办理。
agency-revoke-open = 已经交上去的
agency-revoke-open-is = 不受影响，您自己可以继续办。
agency-revoke = 撤销委托
agency-revoke-not = 先不撤销
agency-revoking = 正在撤销
