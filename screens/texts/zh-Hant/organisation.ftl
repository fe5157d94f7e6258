# 替單位辦：掃單位的碼、經辦人的權限

organisation-title = 請掃單位的碼
organisation-lead = 請打開手機上的碼，對準掃碼口。
organisation-e-licence = 電子營業執照
organisation-e-licence-how = 企業、個體戶
organisation-entity-code = 法人碼
organisation-entity-code-how = 社會組織、機關、事業單位
organisation-finding = 正在核對單位和經辦人
organisation-trouble-offline = 平台沒有答覆，核對不了單位。請更新碼再掃一次。
organisation-trouble-over = 這個碼已過期或已用過。請更新碼再掃一次。
organisation-trouble-unknown = 沒有查到這個單位。請換一個碼，或請問工作人員。
organisation-trouble-refused = 這不是單位的碼。請打開電子營業執照或法人碼。
organisation-trouble-unusable-payment = 這是付款碼，不要在這裏出示。請打開電子營業執照或法人碼。
organisation-trouble-unusable-garbled = 沒有看清。請把手機調亮，再掃一次。
organisation-scanner-broken = 掃碼器現在不能用，核對不了單位。請問工作人員。

organisation-shown = 替這個單位辦嗎？
organisation-name = 單位名稱
organisation-uscc = 統一社會信用代碼
organisation-operator = 經辦人
organisation-scope = 可以辦
organisation-until = 權限到
organisation-yes = 是，替它辦
organisation-another = 不是，換一個碼

organisation-not-operator = 單位沒有授權您辦這件事
organisation-not-operator-none = { $name }沒有登記您為經辦人。什麼都沒有交上去。
organisation-not-operator-lapsed = { $name }給您的授權已到期。什麼都沒有交上去。
organisation-not-operator-other-matters = { $name }只授權您辦：{ $scope }。什麼都沒有交上去。
organisation-not-operator-struck-off = { $name }已註銷，不能再以它的名義辦事。什麼都沒有交上去。
organisation-letter = 有單位授權書
organisation-letter-how = 可以拍下授權書接着辦。工作人員看過授權書，才會受理。
organisation-letter-go = 拍授權書，接着辦
organisation-register = 請單位登記
organisation-register-how = 單位在電子營業執照裏添加您為經辦人，再來掃一次。
organisation-staff = 找工作人員

organisation-banner =
    單位：{ $name }（{ $uscc }）
    經辦人：{ $operator }　權限：{ $scope }，到{ $until }
organisation-banner-letter =
    單位：{ $name }（{ $uscc }）
    經辦人：{ $operator }　權限：只辦這一件，憑授權書
organisation-barred = 這件事不能替單位辦。請先按「退出」結束，再用本人的證件辦理。
organisation-offline = 網絡斷了，核對不了是哪個單位。請等網絡恢復，或到窗口辦。

organisation-next-title = 這一件辦好了
organisation-next-wiped = 剛才填的資料
organisation-next-wiped-how = 已經從本機清除，看不到也找不回。
organisation-next-cards = 請先拿走
organisation-next-cards-how = 回執和單位的材料。
organisation-next-more = 替單位再辦一件
organisation-next-end = 辦完了
