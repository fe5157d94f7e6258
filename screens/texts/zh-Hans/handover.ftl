# 没办完的先存成草稿，二维码和接续码带在手机上，改天到任何一台终端接着办。

handover-offer = 存到手机，改天接着办
handover-offer-how = 没办完也可以先存起来：用手机带走，改天到任何一台终端接着填。这不是提交，不算受理。
handover-keeping = 正在存成草稿
handover-kept-title = 草稿存好了，还没有提交
handover-kept-sentence = 已存成草稿。尚未提交，没有受理。
handover-code = 接续码
handover-kept-scan = 用手机扫码带走；不要了，在手机上删除。
handover-kept-resume = 接着办：任何一台终端，同一事项、同一证件，按“接着办”，输入接续码。
handover-kept-until = 保留到（到期自动删除）
handover-kept-pictures = 照片和签名没有存，到时再拍、再签。
handover-not-kept-offline = 平台没有回答，没有存成草稿。您填的都还在，可以接着填。
handover-not-kept-refused = 平台没有接收，没有存成草稿。您填的都还在，可以接着填。
handover-resume-offer = 上次没办完、存在手机上的
handover-resume = 接着办
handover-code-title = 请输入接续码
handover-code-lead = 8 位数字，在您手机上的草稿页里。
handover-code-example = 例如 12345678
handover-code-first = 请先输完 8 位数字
handover-fetching = 正在取回草稿
handover-not-fetched-unknown = 没有这份草稿。请核对接续码、事项和证件；也可能已过期或删除。
handover-not-fetched-too-many = 输错次数太多，这份草稿打不开了。请按“上一步”重新填写。
handover-not-fetched-offline = 平台没有回答，请再按一次“下一步”。
handover-not-fetched-refused = 平台没有给出草稿。请按“上一步”重新填写。
