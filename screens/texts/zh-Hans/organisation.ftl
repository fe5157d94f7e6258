# 替单位办：扫单位的码、经办人的权限

organisation-title = 请扫单位的码
organisation-lead = 请打开手机上的码，对准扫码口。
organisation-e-licence = 电子营业执照
organisation-e-licence-how = 企业、个体户
organisation-entity-code = 法人码
organisation-entity-code-how = 社会组织、机关、事业单位
organisation-finding = 正在核对单位和经办人
organisation-trouble-offline = 平台没有答复，核对不了单位。请刷新码再扫一次。
organisation-trouble-over = 这个码已过期或已用过。请刷新码再扫一次。
organisation-trouble-unknown = 没有查到这个单位。请换一个码，或请问工作人员。
organisation-trouble-refused = 这不是单位的码。请打开电子营业执照或法人码。
organisation-trouble-unusable-payment = 这是付款码，不要在这里出示。请打开电子营业执照或法人码。
organisation-trouble-unusable-garbled = 没有看清。请把手机亮度调高，再扫一次。
organisation-scanner-broken = 扫码器现在不能用，核对不了单位。请问工作人员。

organisation-shown = 替这个单位办吗？
organisation-name = 单位名称
organisation-uscc = 统一社会信用代码
organisation-operator = 经办人
organisation-scope = 可以办
organisation-until = 权限到
organisation-yes = 是，替它办
organisation-another = 不是，换一个码

organisation-not-operator = 单位没有授权您办这件事
organisation-not-operator-none = { $name }没有登记您为经办人。什么都没有交上去。
organisation-not-operator-lapsed = { $name }给您的授权已到期。什么都没有交上去。
organisation-not-operator-other-matters = { $name }只授权您办：{ $scope }。什么都没有交上去。
organisation-not-operator-struck-off = { $name }已注销，不能再以它的名义办事。什么都没有交上去。
organisation-letter = 有单位授权书
organisation-letter-how = 可以拍下授权书接着办。工作人员看过授权书，才会受理。
organisation-letter-go = 拍授权书，接着办
organisation-register = 请单位登记
organisation-register-how = 单位在电子营业执照里添加您为经办人，再来扫一次。
organisation-staff = 找工作人员

organisation-banner =
    单位：{ $name }（{ $uscc }）
    经办人：{ $operator }　权限：{ $scope }，到{ $until }
organisation-banner-letter =
    单位：{ $name }（{ $uscc }）
    经办人：{ $operator }　权限：只办这一件，凭授权书
organisation-barred = 这件事不能替单位办。请先按“退出”结束，再用本人的证件办理。
organisation-offline = 网络断了，核对不了是哪个单位。请等网络恢复，或到窗口办。

organisation-next-title = 这一件办好了
organisation-next-wiped = 刚才填的资料
organisation-next-wiped-how = 已经从本机清除，看不到也找不回。
organisation-next-cards = 请先拿走
organisation-next-cards-how = 回执和单位的材料。
organisation-next-more = 替单位再办一件
organisation-next-end = 办完了
