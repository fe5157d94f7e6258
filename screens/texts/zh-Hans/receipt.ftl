# 凭条上的文字。法律用语在服务目录（receipts）中，不在这里。

receipt-training = 培训样张 TRAINING
receipt-training-meaning =
    仅供培训，没有任何效力
    Training only, void
receipt-copy = —— 补打 COPY ——

receipt-item = 事项
receipt-applicant = 申请人
receipt-authority = 承办单位
receipt-reference = 预收编号
receipt-own-number = 本机编号
receipt-case = 办件编号
receipt-report-number = 登记编号
receipt-appointment-number = 预约编号
receipt-stored-at = 接收时间
receipt-received-at = 收件时间
receipt-reported-at = 登记时间
receipt-terminal-clock = （终端时间）
receipt-terminal = 终端编号
receipt-address = 地址
receipt-transaction = 流水号

receipt-materials = 已接收材料
receipt-material =
    { $pages ->
        [0] { $place }. { $name }
       *[other] { $place }. { $name }（{ $pages } 页）
    }

receipt-answer-by = 最迟答复
receipt-answer-by-told = 答复日期以部门通知为准。
receipt-not-submitted = 尚未提交，尚未受理
receipt-not-accepted = 已收件，是否受理另行告知
receipt-granted = 当场办结：同意
receipt-granted-now = 您的申请已办结，决定自作出之日起生效。
receipt-refused = 当场告知：没有办成
receipt-refused-because = 原因：{ $reason }。
receipt-what-if = 如果到 { $day } 还查不到提交结果，请凭预收编号到{ $window }查询，或拨打 { $hotline }。有期限要求的事项，请直接到窗口办理。

receipt-report-pending = 已存在本机，尚未提交
receipt-report-stored = 您反映的问题已于上述时间安全存在本终端，尚未送达。联网后会自动提交，提交后才开始计算答复时间。请保留本凭条，凭登记编号查询。
receipt-report-recorded = 您的反映已登记，编号 { $number }。

receipt-scan = 手机扫一扫，随时查进度
receipt-scan-pending = 手机扫一扫，查是否已提交
receipt-scan-guide = 手机扫一扫，查看最新指南
receipt-hotline = 服务与监督热线 { $hotline }

receipt-conditions = 办理条件
receipt-bring = 需要的材料
receipt-bring-nothing = 不需要材料
receipt-paper = { $name }（{ $form }）
receipt-paper-optional = { $name }（{ $form }；可不交）
receipt-paper-waived = { $name }（{ $form }；能共享核验的免交）
receipt-limits = 办理时限
receipt-promised = 承诺
receipt-statutory = 法定
receipt-limit-wd = { $value }个工作日
receipt-limit-day = { $value }天
receipt-limit-h = { $value }小时
receipt-limit-now = 当场办结
receipt-fee = 收费
receipt-fee-none = 不收费
receipt-fee-charged = 按规定收费
receipt-where = 到哪里办
receipt-as-of = 目录版本

receipt-withdraw = 申请撤回办件
receipt-cancel = 申请取消预约
receipt-withdraw-received = 已收到您的撤回申请。收到不等于已撤回，以办件状态为准。
receipt-cancel-received = 已收到您的取消申请。收到不等于已取消，以办件状态为准。
receipt-notice-number = 文书编号
receipt-seal = 电子印章
receipt-issued-at = 签发日期
receipt-verify = 手机扫一扫，验真伪
