"""Specimen receipts that a technician can print on any printer; nothing in them is about a real person."""

from collections.abc import Mapping

from devices.printer import Align, Feed, Line, Pair, QrCode, Receipt, Rule

#: Where the QR codes of the samples lead.
FOLLOW_UP = "https://platform.example/c/7Qm2vXk9TzB4nR8sLw3J"

REFERENCE = "P-GZ000-20261124-0001-K"

_HEAD = Line("广州市社区服务自助终端", align=Align.CENTRE)
_SPECIMEN = Line("样张 SPECIMEN · 无法律效力", align=Align.CENTRE)


def _title(text: str) -> tuple[Line, ...]:
    return (_HEAD, Line(text, size=2, bold=True, align=Align.CENTRE), _SPECIMEN)


_FOOT = (
    QrCode(FOLLOW_UP),
    Line("手机扫一扫，随时查进度", align=Align.CENTRE),
    Line("Scan to follow your case", align=Align.CENTRE),
    Feed(),
    Line("服务热线 12345", align=Align.CENTRE),
)

ACCEPTANCE = Receipt(
    (
        *_title("收件回执"),
        Rule(),
        Line("办件编号"),
        Line("440104-20261124-00001-2", bold=True),
        Pair("终端编号", REFERENCE),
        Pair("事项", "最低生活保障审核确认"),
        Pair("申请人", "张*三"),
        Pair("收到时间", "2026-11-24 09:15:32"),
        Pair("办理地点", "广州市越秀区北京街社区服务中心自助终端"),
        Rule(),
        Line("已收材料", bold=True),
        Line("1. 居民身份证（2页）"),
        Line("2. 家庭经济状况承诺书（1页，已签名）"),
        Rule(),
        Line(
            "您提交的申请材料已收悉。受理机关将于五个工作日内告知是否受理，或者一次性告知需要补正的全部内容；"
            "逾期不告知的，自收到申请材料之日起即为受理。"
        ),
        Feed(),
        *_FOOT,
    )
)

PROVISIONAL = Receipt(
    (
        *_title("预收件回执"),
        Rule(),
        Line("编号"),
        Line(REFERENCE, size=2, bold=True),
        Pair("事项", "居住证签注"),
        Pair("申请人", "李*四"),
        Pair("接收时间", "2026-11-24 09:15:32"),
        Pair("终端时间", "已校准"),
        Rule(),
        Line(
            "本回执仅证明本终端已于上述时间接收并安全暂存您提交的信息和材料，尚未送达受理机关，"
            "不代表已收件或已受理，不起算办理时限。",
            bold=True,
        ),
        Feed(),
        Line("联网后将自动提交，提交结果以短信告知。逾期未收到短信，请凭本编号到社区服务站查询或拨打12345。"),
        Feed(),
        *_FOOT,
    )
)

REPORT = Receipt(
    (
        *_title("诉求登记回执"),
        Rule(),
        Line("登记编号"),
        Line(REFERENCE, bold=True),
        Pair("类别", "市政设施 · 路灯"),
        Pair("地点", "北京街盐运西三巷口"),
        Pair("照片", "1张"),
        Pair("登记时间", "2026-11-24 09:15:32"),
        Rule(),
        Line("我们会在一个工作日内转交责任单位。感谢您的反映。"),
        Feed(),
        *_FOOT,
    )
)

TEST_PAGE = Receipt(
    (
        *_title("打印测试页"),
        Rule(),
        Line("0123456789" * 5),
        Line("一二三四五六七八九十" * 3),
        Line("ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz"),
        Line("￥1,234.56　（）【】《》“”、，。；：？！……——"),
        Line("粗体 Bold", bold=True),
        Line("大字 Large", size=2),
        Line("生僻字：䶮 㛃 𠮷 𬭎 é ñ"),
        Line("居中 Centre", align=Align.CENTRE),
        Pair("左 left", "右 right"),
        Rule(),
        QrCode(FOLLOW_UP),
        Line("二维码宽25毫米以上 QR code 25 mm or wider", align=Align.CENTRE),
    )
)

#: The samples by the names that `kiosk devices print --sample` takes.
SAMPLES: Mapping[str, Receipt] = {
    "acceptance": ACCEPTANCE,
    "provisional": PROVISIONAL,
    "report": REPORT,
    "test-page": TEST_PAGE,
}
