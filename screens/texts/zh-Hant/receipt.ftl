# 收條上的文字。法律用語在服務目錄（receipts）中，不在這裏。

receipt-training = 訓練樣本 TRAINING
receipt-training-meaning =
    僅供訓練，沒有任何效力
    Training only, void
receipt-copy = —— 補打 COPY ——

receipt-item = 事項
receipt-applicant = 申請人
receipt-authority = 承辦單位
receipt-reference = 預收編號
receipt-own-number = 本機編號
receipt-case = 辦件編號
receipt-report-number = 登記編號
receipt-appointment-number = 預約編號
receipt-stored-at = 接收時間
receipt-received-at = 收件時間
receipt-reported-at = 登記時間
receipt-terminal-clock = （終端機時間）
receipt-terminal = 終端機編號
receipt-address = 地址
receipt-transaction = 流水號

receipt-materials = 已接收材料
receipt-material =
    { $pages ->
        [0] { $place }. { $name }
       *[other] { $place }. { $name }（{ $pages } 頁）
    }

receipt-answer-by = 最遲答覆
receipt-answer-by-told = 答覆日期以部門通知為準。
receipt-not-submitted = 尚未遞交，尚未受理
receipt-not-accepted = 已收件，是否受理另行告知
receipt-granted = 當場辦結：同意
receipt-granted-now = 您的申請已辦結，決定自作出之日起生效。
receipt-refused = 當場告知：沒有辦成
receipt-refused-because = 原因：{ $reason }。
receipt-what-if = 如果到 { $day } 還查不到遞交結果，請憑預收編號到{ $window }查詢，或致電 { $hotline }。有期限要求的事項，請直接到窗口辦理。

receipt-report-pending = 已存在本機，尚未遞交
receipt-report-stored = 您反映的問題已於上述時間安全存在本終端，尚未送達。聯網後會自動遞交，遞交後才開始計算答覆時間。請保留本收條，憑登記編號查詢。
receipt-report-recorded = 您的反映已登記，編號 { $number }。

receipt-scan = 手機掃描一下，隨時查進度
receipt-scan-pending = 手機掃描一下，查是否已遞交
receipt-scan-guide = 手機掃描一下，查看最新指南
receipt-hotline = 服務與監督熱線 { $hotline }

receipt-conditions = 辦理條件
receipt-bring = 需要的材料
receipt-bring-nothing = 不需要材料
receipt-paper = { $name }（{ $form }）
receipt-paper-optional = { $name }（{ $form }；可不交）
receipt-paper-waived = { $name }（{ $form }；能共享核驗的免交）
receipt-limits = 辦理時限
receipt-promised = 承諾
receipt-statutory = 法定
receipt-limit-wd = { $value }個工作日
receipt-limit-day = { $value }天
receipt-limit-h = { $value }小時
receipt-limit-now = 當場辦結
receipt-fee = 收費
receipt-fee-none = 不收費
receipt-fee-charged = 按規定收費
receipt-where = 到哪裏辦
receipt-as-of = 目錄版本

receipt-withdraw = 申請撤回辦件
receipt-cancel = 申請取消預約
receipt-withdraw-received = 已收到您的撤回申請。收到不等於已撤回，以辦件狀態為準。
receipt-cancel-received = 已收到您的取消申請。收到不等於已取消，以辦件狀態為準。
receipt-notice-number = 文書編號
receipt-seal = 電子印章
receipt-issued-at = 簽發日期
receipt-verify = 手機掃描一下，驗真偽
