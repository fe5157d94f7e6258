# 居民在终端上看到的文字：短句，直说，先说结果。

journey-language = English
journey-leave = 退出
journey-back = 上一步
journey-next = 下一步
journey-done = 完成
journey-search = 搜索事项

journey-banner-training = 培训模式：提交的内容不会办理
journey-banner-offline = 网络暂时中断。可以办的事照常办，内容先保存在本机，网络恢复后自动提交。

journey-attract-title =
    自助办事
    就在家门口
journey-attract-apply = 社保、救助、证明、居住证，一次办好
journey-attract-report = 反映社区问题，有回音
journey-attract-offline = 没有网络也能提交，凭编号查进度
journey-attract-start = 触摸屏幕开始

journey-home-title = 您要办什么事？
journey-home-departments = 按部门找
journey-home-events = 按人生大事找
journey-group-government = 办政务
journey-group-government-hint = 申请、查询、打印
journey-group-community = 社区事
journey-group-community-hint = 反映问题、投票
journey-group-family = 家庭服务
journey-group-family-hint = 缴费、预约
journey-search-title = 搜索事项
journey-search-hint = 打拼音首字母，例如 jzz
journey-search-nothing = 没有找到。换个说法，或拨打 { $hotline }。

journey-goodbye-title = 请带好随身物品
journey-goodbye-looked = 再见。
journey-goodbye-left = 已退出。您填写的内容已清除，没有提交任何内容。
journey-goodbye-timed-out = 时间到，已退出。您填写的内容已清除，没有提交任何内容。
journey-goodbye-done = 已保存的申请会照常办理。本机上您的信息已清除。
journey-goodbye-unknown = 本机没有答复，不知道是否已保存。请问工作人员，先不要重复提交。
journey-goodbye-card = 身份证
journey-goodbye-receipt = 回执
journey-goodbye-phone = 手机
