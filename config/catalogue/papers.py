"""Papers: what a resident shows, and what a resident takes away."""

from config.catalogue.fields import Model, Named


class Material(Named):
    """A paper to show. `capture` is how: `reader`, `sign`, `a4_single`, `a4_multi`, `a5_…`, `portrait` and so on."""

    form: str
    form_en: str = ""
    capture: str
    prefer: str
    pii: str = "none"
    shared_source: str = ""
    note_zh: str = ""
    note_en: str = ""


class MaterialNeed(Model):
    """That an item needs a material (by its key)."""

    ref: str
    required: bool
    waive_if_shared: bool = False


class ReceiptTemplate(Model):
    """A paper: its title and its legal wording."""

    title_zh: str
    title_en: str
    legal_effect: str
    issuer: str = "terminal"
    wording_zh: str = ""
    wording_en: str = ""
