"""Sample pages with rows: papers, the household, the review, rare names."""

from screens.samples.frame import inside, speaker
from screens.views import AnyView
from screens.views.frame import Action
from screens.views.listing import Listing, Row, RowGroup, RowState

RARE = "欧阳𠮷䶮"
"""A name with characters beyond the common planes of fonts (GB 18030-2022, level 3)."""


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    return {
        "listing_materials": _materials(language),
        "listing_household": _household(language),
        "listing_review": _review(language),
    }


def _changeable(language: str, key: str, label: str, value: str) -> Row:
    return Row(label, value, action=Action(f"change.{key}", speaker(language)("修改", "Change")))


def _materials(language: str) -> Listing:
    say = speaker(language)
    take = say("拍照", "Photograph")
    shared = say("公安已共享", "Shared by the police")
    return Listing(
        page="materials",
        title=say("材料清单", "Your papers"),
        lead=say("还差 1 份必交材料。", "One required paper is missing."),
        groups=(
            RowGroup(
                "",
                (
                    Row(say("居民身份证", "Identity card"), state=RowState.DONE),
                    Row(say("户口簿", "Household register"), state=RowState.WAIVED, hint=shared),
                    Row(
                        say("银行存折首页", "Bank book, first page"),
                        state=RowState.TODO,
                        action=Action("take.bank", take),
                    ),
                    Row(
                        say("医疗诊断证明", "Medical proof"),
                        state=RowState.OPTIONAL,
                        action=Action("take.medical", take),
                    ),
                ),
            ),
        ),
        **inside(language, 6),
    )


def _household(language: str) -> Listing:
    say = speaker(language)
    return Listing(
        page="question.household",
        title=say("家里还有谁？", "Who else is in the household?"),
        groups=(
            RowGroup(
                "",
                (
                    _changeable(language, "1", say("配偶", "Spouse"), RARE),
                    _changeable(language, "2", say("子女", "Child"), "阿卜杜热西提·阿卜杜拉"),
                    _changeable(language, "3", say("子女", "Child"), "张小明"),
                ),
            ),
        ),
        add=Action("add", say("加一位家人", "Add a person")),
        **inside(language, 6),
    )


def _review(language: str) -> Listing:
    say = speaker(language)

    def row(key: str, label: str, value: str) -> Row:
        return _changeable(language, key, label, value)

    address = say("越秀区北京街道北京路 168 号大院 3 栋 502 房", "Room 502, 168 Beijing Road, Yuexiu")
    words = say("因突发疾病住院，家里没有收入，申请低保。", "In hospital since October, no income.")
    return Listing(
        page="review",
        title=say("请核对后提交", "Check, then send"),
        groups=(
            RowGroup(
                say("申请人", "Applicant"),
                (
                    Row(say("姓名", "Name"), RARE),
                    Row(say("公民身份号码", "Identity number"), "110105********002X"),
                    row("mobile", say("手机号码", "Mobile"), "138****8000"),
                    row("address", say("现住址", "Address"), address),
                ),
            ),
            RowGroup(
                say("困难情况", "Hardship"),
                (
                    row(
                        "reason", say("遇到了什么困难", "What happened"), say("重大疾病", "A serious illness")
                    ),
                    row("words", say("说明", "In your words"), words),
                    row("income", say("全家每月收入", "Income a month"), say("1850.50 元", "1850.50 yuan")),
                ),
            ),
            RowGroup(
                say("材料", "Papers"), (row("bank", say("银行存折首页", "Bank book"), say("1 页", "1 page")),)
            ),
        ),
        **inside(language, 9, primary=Action("submit", say("确认提交", "Send"))),
    )
