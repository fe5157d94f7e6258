# 居民在终端上看到的文字：短句，直说，先说结果，每个问题都说怎么办。

journey-language = English
journey-leave = 退出
journey-display = 大字
journey-voice = 语音
journey-display-title = 怎样看得更清楚？
journey-display-size = 字的大小
journey-display-theme = 颜色
journey-display-reach = 按键放低，坐着也够得到
journey-display-done = 好了
journey-size-1 = 标准
journey-size-2 = 大
journey-size-3 = 更大
journey-size-4 = 特大
journey-size-5 = 最大
journey-theme-clear = 标准颜色
journey-theme-white = 白底黑字
journey-theme-black = 黑底白字
journey-theme-yellow = 黑底黄字
journey-theme-warm = 柔和暖色
journey-back = 上一步
journey-next = 下一步
journey-done = 完成
journey-go-on = 继续
journey-one-moment = 请稍等
journey-limit-wd = { $value }个工作日
journey-limit-day = { $value }个自然日
journey-limit-h = { $value }小时
journey-limit-now = 即时
journey-where = 请到街道或社区的服务窗口，或拨打 { $hotline }。
journey-where-window = 请到{ $window }，或拨打 { $hotline }。

## 每页上方的消息

journey-banner-training = 培训模式：提交的内容不会办理
journey-banner-offline = 网络中断。标有“断网可收”的事可以照常办。
journey-banner-offline-kept = 网络中断。您照常填写，内容先保存在本机，网络恢复后自动提交。
journey-banner-offline-saved = 网络中断。已保存的内容会在网络恢复后自动提交。
journey-banner-offline-stopped = 网络中断。您可以继续填写；这件事要等网络恢复才能提交。
journey-no-network-yet = 网络中断，现在不能提交。请稍等，网络恢复后再按这里。

## 首页

journey-attract-title =
    自助办事
    就在家门口
journey-attract-apply = 社保、救助、证明、居住证，一次办好
journey-attract-report = 反映社区问题，有回音
journey-attract-offline = 没有网络也能提交，凭编号查进度
journey-attract-start = 触摸屏幕开始
journey-attract-card-left = 读卡器上有一张证件。请交给工作人员。
journey-home-title = 您要办什么事？
journey-home-departments = 按部门找
journey-home-events = 按人生大事找
journey-group-government = 办政务
journey-group-government-hint = 申请、查询、打印
journey-group-community = 社区事
journey-group-community-hint = 反映问题、投票
journey-group-family = 家庭服务
journey-group-family-hint = 缴费、预约
journey-search = 搜索事项
journey-search-title = 搜索事项
journey-search-hint = 打拼音首字母，例如 jzz
journey-search-nothing = 没有找到。换个说法，或拨打 { $hotline }。
journey-tile-limit = 承诺{ $limit }
journey-tile-visit = 需到场
journey-tile-no-flow = 看指南
journey-tile-works-offline = 断网可收
journey-tile-not-offered = 这里不办，点开看在哪里办
journey-tile-no-network = 没有网络，现在不能办
journey-tile-queue-full = 等待提交的太多，现在不能办
journey-tile-item-full = 这一项等待提交的太多，现在不能办
journey-tile-no-reader = 读卡器坏了，现在不能办
journey-tile-no-camera = 相机坏了，现在不能办
journey-tile-no-document-printer = A4打印机坏了，现在不能打印

## 办事指南

journey-guide-lead = 要知道的都在这里，请先看一遍。
journey-guide-start = 材料齐了，开始
journey-guide-report = 开始填写
journey-guide-print = 打印这份指南
journey-guide-printed = 已送去打印，不重复打印。
journey-guide-no-printer = 打印机现在不能用。请用手机拍下本页。
journey-guide-conditions = 谁可以办
journey-guide-materials = 要准备的材料
journey-guide-material-card = { $name }（放在读卡器上读取）
journey-guide-material-signed = { $name }（在本机签名）
journey-guide-material-shared = { $name }（部门之间核验，不用交）
journey-guide-material-question = { $name }（在本机拍照）
journey-guide-material-camera = { $name }（在本机拍照）
journey-guide-material-shareable = { $name }（部门可以核验，带了就拍照）
journey-guide-material-declarable = { $name }（拍照，没有可以写承诺）
journey-guide-material-optional = { $name }（没有可以不交）
journey-guide-times = 多久、多少钱
journey-guide-promised = 承诺时限：{ $limit }
journey-guide-statutory = 法定时限：{ $limit }
journey-guide-apart = 以下时间另算：{ $steps }
journey-guide-step = { $name }（{ $limit }）
journey-guide-fee = 费用：{ $fee }
journey-guide-charged = 要收费
journey-guide-free = 不收费
journey-guide-visits = { $visits ->
    [0] 不用再跑窗口
   *[other] 要到场 { $visits } 次
  }
journey-guide-basis = 依据：{ $basis }（{ $confidence }）
journey-guide-result = 谁来办、怎么知道结果
journey-guide-office = 由{ $office }办理
journey-guide-delivery = 结果：{ $ways }
journey-guide-agency = 可以请人代办吗
journey-guide-agency-who = 可以。代办人：{ $who }。请代办人到服务窗口办理。
journey-guide-agency-nobody = 不可以。{ $reason }
journey-guide-receipt = 回执
journey-guide-receipt-missing = 打印机现在不能用。办完后编号显示在屏幕上，请记下来。
journey-guide-privacy = 您的信息
journey-guide-privacy-is = 您写的内容只用来处理这件事，提交后本机立即清除。不用登录。
journey-guide-where = 也可以到窗口办
journey-urgent = 情况紧急，请先打电话
journey-urgent-danger = 有人受伤、突发急病：120；有危险、有人犯罪：110
journey-urgent-fire = 着火、有人被困：119
journey-urgent-other = 其他急事：{ $hotline }
journey-why-not-offered = 这件事不在这里办。{ $where }
journey-why-no-flow = 这件事还不能在本机上办。{ $where }
journey-why-no-network = 网络中断，现在不能办。{ $reason }。{ $where }
journey-why-queue-full = 本机等待提交的太多，现在不能再收。请等网络恢复后再来。{ $where }
journey-why-item-full = 这一项等待提交的太多，现在不能再收。请等网络恢复后再来。{ $where }
journey-why-no-reader = 读卡器现在不能用，不能登录。请问工作人员。{ $where }
journey-why-no-camera = 这件事要拍材料，相机现在不能用。请问工作人员。{ $where }
journey-why-no-document-printer = 这件事要打印A4文书，打印机现在不能用。没有收费。请问工作人员。{ $where }

## 打印

journey-paper-guide-printing = 正在打印指南…
journey-paper-guide-printed = 指南已打印，请取走。
journey-paper-guide-failed = 指南没有打印：{ $reason }。请用手机拍下本页。
journey-paper-guide-unknown = 不知道指南有没有打印出来。请看出纸口；没有就用手机拍下本页。
journey-paper-receipt-printing = 正在打印回执…
journey-paper-receipt-printed = 回执已打印，请取走。
journey-paper-receipt-failed = 回执没有打印：{ $reason }。请记下编号，或用手机拍下本页。
journey-paper-receipt-unknown = 不知道回执有没有打印出来。请看出纸口；没有就记下编号，或用手机拍下本页。
journey-paper-reason-paper-out = 打印机没有纸
journey-paper-reason-cover-open = 打印机盖没合上
journey-paper-reason-jam = 打印机卡纸
journey-paper-reason-incomplete = 打印中断
journey-paper-reason-output-full = 打印机出纸口满了
journey-paper-reason-toner-out = 打印机没有墨粉
journey-paper-reason-none = 本机没有打印机
journey-paper-reason-other = 打印机坏了

## 断网说明、个人信息

journey-offline-title = 网络中断，可以先收下
journey-offline-lead = 您照常填写。今天的内容不会丢。
journey-offline-kept = 先保存在本机
journey-offline-kept-how = 内容加密保存，网络恢复后自动提交，您不用再来。
journey-offline-not-yet = 还没有收件
journey-offline-not-yet-how = 部门还没有收到，也没有受理，办理时限还没有开始。
journey-offline-hurry = 有截止日期的事
journey-offline-hurry-how = 快到期的申请、补正，请直接去窗口。{ $where }
journey-offline-go-on = 知道了，继续
journey-privacy-title = 我们怎样使用您的信息
journey-privacy-who = 谁在用、用什么
journey-privacy-who-is = { $office }使用您填写的内容、拍下的材料和身份证信息，只为办这件事。
journey-privacy-sensitive = 其中有敏感信息：{ $kinds }。没有就办不了；泄露会损害您的权益，所以单独问您。
journey-privacy-rights = 用多久、您的权利
journey-privacy-rights-are = 提交后本机立即清除，部门按档案规定保存。您可以查看、更正、删除，也可以撤回同意：{ $hotline }。
journey-privacy-refuse = 不同意也可以
journey-privacy-refuse-is = 不影响您办别的事。{ $where }
journey-privacy-tick = 请先勾选同意，才能继续。
journey-consent-basic = 我同意为办理这件事使用我的个人信息
journey-consent-sensitive = 我单独同意使用我的敏感信息：{ $kinds }
journey-consent-guardian = 我是孩子的监护人，同意使用孩子的信息

## 身份证

journey-card-title = 请放身份证
journey-card-title-resident = 请放办事人的身份证
journey-card-lay = 把身份证平放在读卡器上
journey-card-lay-again = 请先拿起证件，再放一次
journey-card-not-now = 现在先不要放身份证
journey-card-reading = 正在读取，请不要移动
journey-card-lift = 读好了，请拿回身份证
journey-card-none = 没带身份证怎么办
journey-card-none-other = 别的证件也可以
journey-card-none-other-how = 外国人永久居留身份证或港澳台居民居住证，也放在读卡器上。
journey-card-none-window = 什么证件都没带
journey-card-too-many = 您在本机等待提交的太多了
journey-card-too-many-kept = 已保存的不会丢
journey-card-too-many-kept-how = 网络恢复后自动提交，之后可以再来办。您刚才没有填写任何内容。
journey-card-too-many-now = 现在就要办
journey-card-unreadable = 没有读出来。请拿起身份证，再平放一次。
journey-card-too-soon = 拿得太快了。请再平放一次，等提示再拿起。
journey-card-not-identity = 这不是身份证。请换身份证再放一次。
journey-card-agents = 这是代办人自己的证件。请放办事人本人的身份证。
journey-card-damaged = 这张证读不出来，可能损坏。请再试一次，或到窗口办理。
journey-card-unknown = 本机不认识这张证。请换一张证件，或到窗口办理。
journey-card-help = 多次读不出来，请叫工作人员帮忙。
journey-card-reader-broken = 读卡器现在不能用。请稍等，或叫工作人员。
journey-card-expired = 这张证已过有效期。可以继续填写，办理部门可能要求先换证。
journey-confirm-title = 这是您本人吗？
journey-confirm-title-resident = 是给这位办吗？
journey-confirm-name = 姓名
journey-confirm-number = 证件号码
journey-confirm-yes = 是我本人
journey-confirm-yes-resident = 是这位
journey-confirm-no = 不是我
journey-confirm-no-resident = 不是这位
journey-way-title = 请表明身份
journey-way-choose = 任选一种
journey-way-identity-card = 身份证
journey-way-identity-card-how = 平放在读卡器上
journey-way-social-card = 社保卡
journey-way-social-card-how = 插入或贴近社保卡读卡器
journey-way-app-code = 手机码
journey-way-app-code-how = 城市码或电子社保卡，对准扫码口
journey-person-finding = 正在核对
journey-person-offline = 平台没有答复。请再试一次，或放身份证。
journey-person-over = 这个码已过期或用过。请在手机上刷新后再扫。
journey-person-unknown = 没有查到持有人。请改放身份证。
journey-person-refused = 这不是身份码。请打开城市码或电子社保卡再扫。
journey-scan-payment = 这是付款码，没有读取。请打开城市码或电子社保卡。
journey-scan-garbled = 没有扫清楚。请把码放平，再扫一次。
journey-scan-hint = 单据上有条码或二维码的，也可以对准扫码口。
journey-code-app = 或者用手机码
journey-code-app-how = 打开城市码或电子社保卡，对准扫码口，不用验证码。
journey-code-stuck-app = 手机码没有核对成功
journey-code-stuck-app-how = 这个码不是持证人本人的，或已过期。请刷新后再扫，或用短信验证码。

## 材料、相机

journey-papers-title = 材料清单
journey-papers-left = 还差 { $count } 份材料。
journey-papers-complete = 必交的材料齐了。
journey-papers-first = 请先拍“{ $name }”。
journey-papers-take = 拍照
journey-papers-again = 重拍
journey-papers-pages = 已拍 { $pages } 页
journey-papers-card = 已读卡
journey-papers-signed = 最后在本机签名
journey-papers-question = 在问题中拍照
journey-papers-shared = 由部门核验，不用交
journey-papers-shareable = 部门可以核验，不拍也行
journey-papers-declared = 用承诺代替
journey-papers-later = 以后交到窗口
journey-papers-none = 不交
journey-capture-title = 拍{ $name }
journey-capture-sheet = 平放在镜头下，对齐边角。
journey-capture-card = 平放在镜头下，对齐边角。先正面，后反面。
journey-capture-object = 把要拍的对准镜头。
journey-capture-portrait = 照片平放在镜头下，对齐边角。
journey-capture-page = { $how }现在拍第 { $page } 页。
journey-capture-take = 拍照
journey-capture-done = 拍完了
journey-capture-skip = 不拍照片
journey-capture-broken = 相机现在不能用。请选别的办法，或叫工作人员。
journey-capture-broken-stop = 相机现在不能用，这张照片必须有。请叫工作人员。{ $where }
journey-picture-failed = 没有拍成。请再拍一次；还不行，请叫工作人员。
journey-picture-title = 字都看得清吗？
journey-picture-title-scene = 照片拍清楚了吗？
journey-picture-keep = 清楚，就用这张
journey-picture-more = 还有一页，接着拍
journey-picture-more-scene = 再拍一张
journey-picture-again = 重拍
journey-picture-blurred = 照片有些模糊，最好重拍。
journey-picture-dark = 照片太暗，最好重拍。
journey-picture-cut-off = 纸没有拍全，最好把整张纸放进画面重拍。
journey-picture-glare = 照片反光，最好换个角度重拍。
journey-instead-declared = 没有，用承诺代替
journey-instead-shared = 不拍，由部门核验
journey-instead-none = 没有，不交
journey-instead-later = 以后交到窗口

## 短信验证码

journey-code-title = 核实是您本人
journey-code-to = 发到这个手机
journey-code-why = 为什么
journey-code-why-is = 这件事要核实本人。我们发一条 6 位数字的短信，不收费。
journey-code-send = 发送验证码
journey-code-sending = 正在发送验证码
journey-code-checking = 正在核对验证码
journey-code-enter = 短信里的验证码
journey-code-sent = 已发送到 { $mobile }。
journey-code-example = 6 位数字
journey-code-first = 请先输入 6 位数字。
journey-code-resend = 没收到，再发一次
journey-code-wrong = 验证码不对。请看最新一条短信，再输一次。
journey-code-expired = 验证码过期了。请按“再发一次”。
journey-code-again = 再发一次
journey-code-defer = 继续，以后核实
journey-code-defer-how = 网络中断或平台没有答复。您可以继续，办理部门以后会核实是您本人。
journey-code-stuck-offline = 验证码没有发成
journey-code-stuck-offline-how = 平台没有答复。请再发一次。
journey-code-stuck-too-many = 次数太多了
journey-code-stuck-too-many-how = 为了安全，现在不能再发。请过一会儿再来，您填写的内容没有提交。
journey-code-stuck-refused = 这个号码收不到
journey-code-stuck-refused-how = 请按“上一步”改手机号码，再发一次。
journey-code-other = 别的办法
journey-code-other-how = 收不到短信，也可以到窗口办。{ $where }

## 核对、签名

journey-review-title = 请核对
journey-review-lead = 有错就按“修改”。提交后交给{ $office }。
journey-review-change = 修改
journey-review-sign = 没错，去签名
journey-review-send = 没错，提交
journey-sign-title = 请签名
journey-sign-title-other = 请{ $name }签名
journey-sign-for = 办理：{ $item }
journey-sign-documents = 签名用于：{ $names }
journey-sign-clear = 重写
journey-sign-next = 签好了
journey-sign-send = 签好了，提交
journey-sign-short = 请在框内写上完整的名字。

## 提交、结果

journey-sending-title = 正在提交
journey-sending-stay = 请不要离开。
journey-sending-slow = 比平常慢，请再等一下。
journey-sending-checked = 内容已检查
journey-sending-keeping = 正在加密保存
journey-sending-kept = 已加密保存
journey-sending-delivering = 正在送到平台
journey-not-kept-title = 没有提交
journey-not-kept-sentence = 没有办成，什么也没有提交。
journey-not-kept-disk-full = 本机存满了。请叫工作人员。
journey-not-kept-queue-full = 本机等待提交的太多了。请叫工作人员，或等网络恢复。
journey-not-kept-item-full = 这一项在本机等待提交的太多了。请叫工作人员，或等网络恢复。
journey-not-kept-resident-full = 您在本机等待提交的太多了，网络恢复后会提交。请叫工作人员。
journey-not-kept-disk-broken = 本机的存储坏了，不能保存。请叫工作人员，或换一台机器。
journey-not-kept-failed = 本机没能保存。
journey-not-kept-again = 您填写的内容还在，可以再试一次。
journey-not-kept-try = 再试一次
journey-outcome-item = 事项
journey-outcome-case = 办件编号
journey-outcome-reference = 编号
journey-outcome-received-at = 收到时间
journey-outcome-kept-at = 保存时间
journey-outcome-print = 打印回执
journey-outcome-copy = 没出纸？补打一份
journey-outcome-ask = 凭编号查询，或拨打 { $hotline }。
journey-outcome-bring = 请把这些材料交到窗口：{ $papers }。
journey-outcome-done-title = 提交成功
journey-outcome-done-sentence = 已提交，平台已收到。
journey-outcome-done-next = 收到不等于受理。五个工作日内告诉您是否受理。
journey-outcome-done-next-report = 会有人处理。留了手机号的，答复会发到手机。
journey-outcome-answer-by = 最迟在 { $day } 前答复。
journey-outcome-answer-by-told = 答复的日期以部门通知为准。
journey-deciding-title = 正在办理
journey-deciding-lead = 这件事当场出结果，请等几秒，不要离开。
journey-deciding-asking = 等待办理结果
journey-deciding-received = 平台已收到：{ $number }
journey-outcome-granted-title = 办好了
journey-outcome-granted-sentence = 已办结：同意。
journey-outcome-granted-next = 已经生效，不用再来。结果：{ $ways }。
journey-outcome-not-granted-title = 没有办成
journey-outcome-not-granted-sentence = 没有办成：{ $reason }。
journey-outcome-staff-title = 已提交，要人工核对
journey-outcome-staff-sentence = 已提交，平台已收到。不能当场办结：{ $reason }。
journey-outcome-staff-next = 已转为普通办件。收到不等于受理。
journey-outcome-late-title = 已提交，还没有结果
journey-outcome-late-sentence = 已提交，平台已收到，还没有办好。
journey-outcome-late-next = 已转为普通办件，不用重复提交。
journey-outcome-saved-title = 已保存，还没有提交
journey-outcome-saved-sentence = 已保存在本机，会自动提交。
journey-outcome-saved-next = 部门还没有收到，也没有受理。三天后还没有消息，请拨打 { $hotline }。
journey-outcome-saved-next-report = 提交以后会处理。三天后还没有消息，请拨打 { $hotline }。
journey-outcome-refused-title = 已保存，要人工处理
journey-outcome-refused-sentence = 已保存在本机，平台没有自动收下。
journey-outcome-refused-next = 工作人员会处理，您的内容没有丢。急的话请拨打 { $hotline }。
journey-outcome-refused-next-report = 工作人员会处理，您的内容没有丢。急的话请拨打 { $hotline }。

## 离开

journey-leaving-title = 真的要退出吗？
journey-leaving-lost = 您填写的内容会清除，什么也不提交。
journey-leaving-leave = 退出
journey-still-there-longer = 我需要更多时间
journey-still-there-title = 您还在吗？
journey-still-there-ends = 时间到后会回到首页。
journey-still-there-wiped = 时间到后会退出，您填写的内容会清除，什么也不提交。
journey-still-there-kept = 时间到后会退出。您提交的内容已保存，会照常办理。
journey-still-there-cast-in = 时间到后会退出。您已参加，不用再提交。
journey-still-there-cast-unknown = 时间到后会退出。还不知道有没有提交，不会重复计算。
journey-still-there-over = 延长的次数用完了，时间到后会退出。请叫工作人员帮忙。
journey-goodbye-title = 请带好随身物品
journey-goodbye-looked = 再见。
journey-goodbye-left = 已退出。您填写的内容已清除，什么也没有提交。
journey-goodbye-timed-out = 时间到，已退出。您填写的内容已清除，什么也没有提交。
journey-goodbye-kept = 您提交的内容已保存，会照常办理。屏幕上的信息已清除。
journey-goodbye-unknown = 本机没有答复，不知道有没有保存。请问工作人员，先不要重复提交。
journey-goodbye-paid = 已付款。凭订单号可以查看结果。屏幕上的信息已清除。
journey-goodbye-not-charged = 没有付款，未扣任何费用。屏幕上的信息已清除。
journey-goodbye-payment-unknown = 付款结果还要核对，请不要重复付款。凭订单号或扫码可以查看结果。
journey-goodbye-cast = 您已参加，选择没有记下姓名。屏幕上的信息已清除。
journey-goodbye-cast-unknown = 还不知道有没有提交，不会重复计算。可以以后再来核对。屏幕上的信息已清除。
journey-goodbye-paper-left = 文书可能还在A4打印机上，请去取走。屏幕上的信息已清除。
journey-goodbye-card-left = 身份证还在读卡器上，请拿走。
journey-goodbye-card = 身份证
journey-goodbye-receipt = 回执
journey-goodbye-document = A4打印机上的文书
journey-goodbye-phone = 手机

## 查询

journey-lookup-working = 正在查询
journey-lookup-found = 查到了
journey-lookup-none = 没有查到记录
journey-lookup-as-of = 数据时间：{ $moment }。
journey-lookup-kept = 网络中断。这是本机保存的内容，数据时间：{ $moment }，可能不是最新的。
journey-lookup-more = 看详情
journey-lookup-print = 打印一份
journey-lookup-printed = 已送去打印，不重复打印。
journey-lookup-failed = 没有查成
journey-lookup-failed-sentence = 没有查成，没有提交任何内容。
journey-lookup-offline = 平台没有答复，暂时查不到。请再查一次。
journey-lookup-unknown = 没有这样的记录。请核对编号和您填写的内容。
journey-lookup-refused = 平台不能给出这项内容。请到窗口查询。
journey-lookup-again = 再查一次
journey-paper-sheet-printing = 正在打印查询结果…
journey-paper-sheet-printed = 查询结果已打印，请取走。
journey-paper-sheet-failed = 查询结果没有打印：{ $reason }。请用手机拍下本页。
journey-paper-sheet-unknown = 不知道查询结果有没有打印出来。请看出纸口；没有就用手机拍下本页。
journey-code-on-record = 部门登记的您的手机
journey-code-sent-on-record = 已发送到部门登记的您的手机。
journey-code-none-on-record = 部门没有登记您的手机号码，或者收不到短信。

## 预约

journey-appoint-finding = 正在查询可约的时间
journey-appoint-holding = 正在预约
journey-appoint-day = 哪一天？
journey-appoint-time = 几点？
journey-appoint-free = { $count }个时段可约
journey-appoint-left = 还可约{ $count }人
journey-appoint-gone = 刚才选的时间被别人约了，请另选一个。
journey-appoint-confirm = 请核对，再按“确认预约”
journey-appoint-place = 地点
journey-appoint-when = 时间
journey-appoint-bring = 请带
journey-appoint-book = 确认预约
journey-appoint-not-done = 没有约成
journey-appoint-not-done-sentence = 没有约成，没有提交任何内容。
journey-appoint-none-none = 近期已经约满。请过几天再来，或到窗口取号。
journey-appoint-none-offline = 平台没有答复，现在不能预约。请再试一次。
journey-appoint-none-refused = 这件事现在不能在这里预约。
journey-appoint-again = 再试一次
journey-outcome-done-title-appoint = 预约成功
journey-outcome-done-sentence-appoint = 已约好，平台已收到。
journey-outcome-done-next-appoint = 请带好材料准时到场。要改时间或取消，请拨打 { $hotline }。
journey-outcome-saved-title-appoint = 已保存，还没有约成
journey-outcome-saved-sentence-appoint = 已保存在本机，会自动提交；预约还没有确认。
journey-outcome-saved-next-appoint = 没有收到确认前，请不要按这个时间到场。请拨打 { $hotline } 核实。
journey-outcome-refused-title-appoint = 已保存，要人工处理
journey-outcome-refused-sentence-appoint = 已保存在本机，平台没有自动收下；预约还没有确认。
journey-outcome-refused-next-appoint = 没有收到确认前，请不要按这个时间到场。请拨打 { $hotline } 核实。
journey-weekday-1 = 星期一
journey-weekday-2 = 星期二
journey-weekday-3 = 星期三
journey-weekday-4 = 星期四
journey-weekday-5 = 星期五
journey-weekday-6 = 星期六
journey-weekday-7 = 星期日

## 对办件提出的要求

journey-outcome-about = 原办件事项
journey-outcome-done-next-withdraw = 收到撤回申请，不等于已经撤回。办件状态变成“已撤回”才算。
journey-outcome-saved-next-withdraw = 撤回申请还没有送到，原来的办件照旧。三天后还没有消息，请拨打 { $hotline }。
journey-outcome-refused-next-withdraw = 原来的办件照旧，工作人员会处理。急的话请拨打 { $hotline }。
journey-outcome-done-next-cancel = 收到取消申请，不等于已经取消。办件状态变成“已撤回”才算。
journey-outcome-saved-next-cancel = 取消申请还没有送到，原来的预约照旧。请拨打 { $hotline } 核实。
journey-outcome-refused-next-cancel = 原来的预约照旧，工作人员会处理。急的话请拨打 { $hotline }。
journey-outcome-done-next-rate = 谢谢。评价不记您的姓名。
journey-outcome-saved-next-rate = 谢谢。评价不记您的姓名，网络恢复后自动提交。
journey-outcome-refused-next-rate = 谢谢。评价不记您的姓名，工作人员会处理。
