# 本機不能服務時的頁面，中英文同時顯示。

service-closed = 暫停服務
service-closed-reason = 本機現在不能辦理業務。
service-closed-elsewhere = 請到服務窗口，或使用其他自助終端。
service-closed-hotline = 政務服務熱線 { $hotline }
service-closed-staff = 工作人員請處理：

service-untouchable = 觸控螢幕沒有反應
service-untouchable-reason = 觸控螢幕的連線斷開了，正在自動恢復，請稍候。
