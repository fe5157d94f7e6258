"""The page that shows a technician what a printer can do; nothing on it is about a person."""

from devices.printer import Align, Feed, Line, Pair, QrCode, Receipt, Rule

#: Where the QR code of the page leads: nowhere, by RFC 2606.
ADDRESS = "https://platform.example/c/7Qm2vXk9TzB4nR8sLw3J"

TEST_PAGE = Receipt(
    (
        Line("打印测试页", size=2, bold=True, align=Align.CENTRE),
        Line("Test page", align=Align.CENTRE),
        Rule(),
        Line("0123456789" * 5),
        Line("一二三四五六七八九十" * 3),
        Line("ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz"),
        Line("￥1,234.56（）【】《》“”、，。；：？！……——"),
        Line("粗体 Bold", bold=True),
        Line("大字 Large", size=2),
        Line("生僻字 Rare: 䶮 㛃 𠮷 𬭎 é ñ"),
        Line("居中 Centre", align=Align.CENTRE),
        Pair("左 left", "右 right"),
        Pair("名称 name", "内容 value，一行放不下时在自己的一栏里换行"),
        Rule(),
        Feed(),
        QrCode(ADDRESS),
        Line("二维码应宽25毫米以上，手机能扫", align=Align.CENTRE),
        Line("25 mm or wider, a phone reads it", align=Align.CENTRE),
    )
)
