# 為誰辦、代辦員、委託書與撤銷

agency-for-title = 這件事給誰辦？
agency-for-self = 給我自己辦
agency-for-self-how = 剛才放的是您本人的證件
agency-for-family = 替家人辦
agency-for-family-how = 家人在場，接着放家人的證件
agency-for-agency = 我是代辦員
agency-for-agency-how = 登記在冊，居民在場
agency-for-legal = 替單位辦
agency-for-legal-how = 我是經辦人，接着掃單位的碼
agency-entrust-title = 誰來登記委託？
agency-entrust-self = 我要委託別人代辦
agency-entrust-self-how = 剛才放的是您本人的證件
agency-entrust-agency = 我是代辦員，替居民登記
agency-entrust-agency-how = 居民在場，接着放居民的證件

agency-asking = 正在核對代辦員名冊
agency-refused = 現在不能代辦
agency-refused-unknown = 代辦員名冊裏沒有您。沒有給任何人辦任何事。
agency-refused-suspended = 您的代辦資格已暫停。沒有給任何人辦任何事。
agency-refused-too-many = 您今天代辦的件數已滿，請明天再來。
agency-refused-offline = 平台沒有答覆，核對不了名冊。請再核對一次。
agency-refused-refused = 平台沒有核對這張證件。請用身份證再試。
agency-refused-own = 居民自己辦
agency-refused-own-how = 請按「上一步」，選「給我自己辦」，放居民本人的證件。
agency-refused-staff = 找工作人員
agency-ask-again = 再核對一次

agency-banner = 代辦：{ $agent }
agency-banner-for = 代辦：{ $agent } 正在為 { $resident } 辦理
agency-barred = 這件事不能代辦。請先按「退出」結束代辦，再由居民本人辦理。
agency-expired = 代辦時間已到。請按「退出」，重新放代辦員的證件。

agency-next-title = 這一件辦好了
agency-next-wiped = 居民的資料
agency-next-wiped-how = 已經從本機清除，看不到也找不回。
agency-next-cards = 請先拿走
agency-next-cards-how = 居民的證件和回執。
agency-next-more = 再辦一件
agency-next-end = 結束代辦

agency-mandate-title = 委託書
agency-mandate-lead = 請居民本人看清楚、聽清楚，再簽名。
agency-mandate-terms = 委託內容
agency-mandate-who = 委託人：{ $principal }
agency-mandate-agent = 代辦人：{ $agent }（{ $body }）
agency-mandate-body = 代辦機構：{ $body }
agency-mandate-family = 代辦人：家人 { $agent }
agency-mandate-matter = 委託事項：{ $matter }
agency-mandate-powers = 可以代辦：{ $powers }
agency-mandate-until = 期限：到 { $until } 為止
agency-mandate-free = 不收費
agency-mandate-free-is = 代辦不收任何費用。
agency-mandate-revoke = 隨時可以撤銷
agency-mandate-revoke-how = 在本機選「撤銷代辦」，或致電{ $hotline }。
agency-mandate-sign = 同意，去簽名

agency-revoke-title = 要撤銷這項委託嗎？
agency-revoke-then = 撤銷以後
agency-revoke-then-is = 馬上生效。代辦人不能再代您辦理。
agency-revoke-open = 已經交上去的
agency-revoke-open-is = 不受影響，您自己可以繼續辦。
agency-revoke = 撤銷委託
agency-revoke-not = 先不撤銷
agency-revoking = 正在撤銷
