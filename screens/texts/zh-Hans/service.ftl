# 本机不能服务时的页面，中英文同时显示。

service-closed = 暂停服务
service-closed-reason = 本机现在不能办理业务。
service-closed-elsewhere = 请到服务窗口，或使用其他自助终端。
service-closed-hotline = 政务服务热线 { $hotline }
service-closed-staff = 工作人员请处理：

service-untouchable = 触摸屏没有反应
service-untouchable-reason = 触摸屏的连接断开了，正在自动恢复，请稍候。
