# 沒辦完的先存成草稿，二維碼和接續碼帶在手機上，改天到任何一台終端接着辦。

handover-offer = 存到手機，改天接着辦
handover-offer-how = 沒辦完也可以先存起來：用手機帶走，改天到任何一台終端接着填。這不是遞交，不算受理。
handover-keeping = 正在存成草稿
handover-kept-title = 草稿存好了，還沒有遞交
handover-kept-sentence = 已存成草稿。尚未遞交，沒有受理。
handover-code = 接續碼
handover-kept-scan = 用手機掃碼帶走；不要了，在手機上刪除。
handover-kept-resume = 接着辦：任何一台終端，同一事項、同一證件，按「接着辦」，輸入接續碼。
handover-kept-until = 保留到（到期自動刪除）
handover-kept-pictures = 照片和簽名沒有存，到時再拍、再簽。
handover-not-kept-offline = 平台沒有回答，沒有存成草稿。您填的都還在，可以接着填。
handover-not-kept-refused = 平台沒有接收，沒有存成草稿。您填的都還在，可以接着填。
handover-resume-offer = 上次沒辦完、存在手機上的
handover-resume = 接着辦
handover-code-title = 請輸入接續碼
handover-code-lead = 8 位數字，在您手機上的草稿頁裡。
handover-code-example = 例如 12345678
handover-code-first = 請先輸完 8 位數字
handover-fetching = 正在取回草稿
handover-not-fetched-unknown = 沒有這份草稿。請核對接續碼、事項和證件；也可能已過期或刪除。
handover-not-fetched-too-many = 輸錯次數太多，這份草稿打不開了。請按「上一步」重新填寫。
handover-not-fetched-offline = 平台沒有回答，請再按一次「下一步」。
handover-not-fetched-refused = 平台沒有給出草稿。請按「上一步」重新填寫。
