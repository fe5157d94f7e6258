"""A blank machine becomes a terminal, whatever happens on the way, and never somebody else's."""

import json
import shutil
import stat
from pathlib import Path

import pytest

from config.repository import Repository
from provisioning import lab
from provisioning.enrolment import Document, _trust_anchor, enrol
from provisioning.est import EnrolmentError, fetch_authority, fingerprint
from provisioning.identity import Identity, NotEnrolledError
from provisioning.terminal import Terminal
from tests.config.killing import killed_at_every_step
from tests.provisioning.conftest import CODE, Authority, Platform, serving
from tests.provisioning.test_terminal import RECIPIENT


def _refused(home: Path, document: Document) -> str:
    with pytest.raises(EnrolmentError) as refused:
        enrol(home, document)
    with pytest.raises(NotEnrolledError):
        Identity.load(home / "identity")
    assert CODE not in str(refused.value)
    return refused.value.code


def test_a_code_becomes_a_terminal_with_its_first_release(platform: Platform, tmp_path: Path) -> None:
    home = tmp_path / "home"
    release = enrol(home, platform.document(group="south"))
    assert release
    assert release.settings.site.code == "A"
    terminal = Terminal.load(home)
    identity = terminal.identity
    assert (identity.terminal_id, identity.group, identity.training) == ("GZ-T1", "south", False)
    assert identity.enrolled
    assert identity.certificate.startswith("-----BEGIN CERTIFICATE")
    assert terminal.settings.site.code == "A"
    assert terminal.platform_url == platform.url
    assert not (home / "enrolment").exists()
    assert stat.S_IMODE((home / "identity" / "key.pem").stat().st_mode) == 0o600


def test_the_enrolled_terminal_speaks_verified_tls(platform: Platform, tmp_path: Path) -> None:
    enrol(tmp_path / "home", platform.document())
    with Identity.load(tmp_path / "home" / "identity").session() as session:
        assert session.get(f"{platform.url}/releases/metadata/timestamp.json").ok


@pytest.mark.parametrize("lost", [1, 3])
def test_a_lost_answer_is_asked_for_again_with_the_same_key(
    platform: Platform, tmp_path: Path, lost: int
) -> None:
    platform.lose_answers = lost
    for _ in range(lost):
        assert _refused(tmp_path / "home", platform.document()) == "UNREACHABLE"
    assert enrol(tmp_path / "home", platform.document())
    assert len(platform.issued) == 1


def test_on_one_machine_no_tls_is_needed(tmp_path: Path) -> None:
    with serving(tmp_path, tls=False) as platform:
        assert enrol(tmp_path / "home", platform.document())


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_killed_at_any_step_it_goes_on(platform: Platform, tmp_path: Path) -> None:
    enrol(tmp_path / "warm", platform.document())  # so that imports are no steps
    home = tmp_path / "home"
    home.mkdir()

    def check() -> None:
        assert enrol(home, platform.document())
        assert Terminal.load(home).settings.site.code == "A"
        assert not list(home.glob("enrolment*"))

    assert killed_at_every_step(home, lambda: enrol(home, platform.document()), check) > 40


def test_answers_in_many_lines_are_read(platform: Platform, tmp_path: Path) -> None:
    platform.many_lines = True
    assert enrol(tmp_path / "home", platform.document())


def test_another_authority_is_not_trusted(platform: Platform, tmp_path: Path) -> None:
    platform.offered = Authority("Somebody")
    assert _refused(tmp_path / "home", platform.document()) == "OTHER_AUTHORITY"


def test_a_server_of_another_authority_is_not_told_the_code(platform: Platform, tmp_path: Path) -> None:
    real = platform.document()
    platform.authority = platform.offered = Authority("Somebody")
    document = platform.document(url=real.url)
    assert _refused(tmp_path / "home", document) == "UNREACHABLE"
    assert not platform.issued


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "other"}, "CODE_REFUSED"),
        ({"status": 403}, "CODE_REFUSED"),
        ({"status": 202}, "APPROVAL_NEEDED"),
        ({"status": 500}, "REFUSED"),
        ({"subject": "GZ-T9"}, "BAD_CERTIFICATE"),
        ({"answer": b"<html>"}, "BAD_ANSWER"),
    ],
)
def test_a_refusal_names_its_remedy(
    platform: Platform, tmp_path: Path, changes: dict[str, object], code: str
) -> None:
    for name, value in changes.items():
        setattr(platform, name, value)
    assert _refused(tmp_path / "home", platform.document()) == code


def test_a_certificate_for_another_key_is_no_answer(platform: Platform, tmp_path: Path) -> None:
    platform.answer = platform.pkcs7(platform.authority.certificate)
    assert _refused(tmp_path / "home", platform.document()) == "BAD_ANSWER"


def test_a_certificate_of_another_authority_is_refused(platform: Platform, tmp_path: Path) -> None:
    real, document = platform.authority, platform.document()
    platform.authority = Authority("Platform CA")
    platform.offered = real
    assert _refused(tmp_path / "home", document) == "BAD_CERTIFICATE"


def test_a_platform_that_is_not_there(tmp_path: Path) -> None:
    document = Document.checked("https://127.0.0.1:1", "0" * 64, "GZ-T1", CODE)
    assert _refused(tmp_path / "home", document) == "UNREACHABLE"


@pytest.mark.parametrize(("content", "code"), [(None, "NO_RELEASES"), (b"{}", "BAD_ROOT"), (b"", "BAD_ROOT")])
def test_without_a_trust_anchor_nobody_is_enrolled(
    platform: Platform, tmp_path: Path, content: bytes | None, code: str
) -> None:
    root = platform.directory / "releases" / "metadata" / "1.root.json"
    root.unlink()
    if content is not None:
        root.write_bytes(content)
    assert _refused(tmp_path / "home", platform.document()) == code


def test_enrolled_without_a_release_it_looks_for_one_when_run_again(
    platform: Platform, tmp_path: Path
) -> None:
    timestamp = platform.directory / "releases" / "metadata" / "timestamp.json"
    hidden = timestamp.rename(timestamp.with_suffix(".hidden"))
    assert enrol(tmp_path / "home", platform.document()) is None
    hidden.rename(timestamp)
    platform.code = "used up"
    release = enrol(tmp_path / "home", platform.document())
    assert release
    assert enrol(tmp_path / "home", platform.document()) == release


def test_an_enrolled_terminal_does_not_change_sides(platform: Platform, tmp_path: Path) -> None:
    enrol(tmp_path / "home", platform.document())
    with pytest.raises(EnrolmentError) as refused:
        enrol(tmp_path / "home", platform.document(terminal_id="GZ-T2"))
    assert refused.value.code == "ENROLLED"
    assert Identity.load(tmp_path / "home" / "identity").terminal_id == "GZ-T1"


def test_a_document_is_json(platform: Platform) -> None:
    document = platform.document(group="south")
    text = json.dumps(
        {"url": document.url, "ca_sha256": document.ca_sha256, "id": "GZ-T1", "code": CODE, "group": "south"}
    )
    assert Document.parse(text) == document
    assert CODE not in repr(document)


@pytest.mark.parametrize("text", ["", "[]", "7", '{"url": "https://p.example"}'])
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(EnrolmentError) as refused:
        Document.parse(text)
    assert refused.value.code == "BAD_DOCUMENT"


PIN = "ab" * 32


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"url": "http://platform.example"}, "BAD_URL"),
        ({"url": "http://10.0.0.1"}, "BAD_URL"),
        ({"url": "ftp://127.0.0.1"}, "BAD_URL"),
        ({"url": "https://"}, "BAD_URL"),
        ({"ca_sha256": "abc"}, "BAD_DOCUMENT"),
        ({"ca_sha256": "ab" * 31}, "BAD_DOCUMENT"),
        ({"ca_sha256": "a"}, "BAD_DOCUMENT"),
        ({"terminal_id": "../etc"}, "BAD_DOCUMENT"),
        ({"group": "a/b"}, "BAD_DOCUMENT"),
        ({"code": "  "}, "BAD_DOCUMENT"),
    ],
)
def test_a_field_that_cannot_be_right_is_refused(changes: dict[str, str], code: str) -> None:
    given = {"url": "https://p.example", "ca_sha256": PIN, "terminal_id": "GZ-T1", "code": CODE}
    with pytest.raises(EnrolmentError) as refused:
        Document.checked(**{**given, **changes})
    assert refused.value.code == code


@pytest.mark.parametrize(
    "pin",
    [
        PIN.upper(),
        ":".join(["ab"] * 32),
        "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=",
        "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s",
    ],
)
def test_a_fingerprint_is_read_in_its_usual_forms(pin: str) -> None:
    assert Document.checked("http://localhost:8000/", pin, "T", CODE).ca_sha256 == PIN


def test_an_unfinished_repository_is_no_platform(platform: Platform, tmp_path: Path) -> None:
    shutil.rmtree(platform.directory / "releases")
    Repository(platform.directory / "releases", tmp_path / "other").create()
    assert enrol(tmp_path / "home", platform.document()) is None


def test_a_line_lost_before_the_trust_anchor_is_no_enrolment(tmp_path: Path) -> None:
    with serving(tmp_path, tls=False) as platform:
        authority = tmp_path / "ca.pem"
        authority.write_text(fetch_authority(platform.url, fingerprint(platform.authority.certificate)))
    with pytest.raises(EnrolmentError) as refused:
        _trust_anchor(platform.url, authority)
    assert refused.value.code == "UNREACHABLE"


def test_a_laboratory_may_be_enrolled(platform: Platform, tmp_path: Path) -> None:
    home = tmp_path / "home"
    lab.make(home / "identity", platform.url, (RECIPIENT,))
    assert enrol(home, platform.document())
    assert Identity.load(home / "identity").enrolled
