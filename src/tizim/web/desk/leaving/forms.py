"""What somebody decides about a person or a document: how much may leave, on what ground, which fields."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy

from tizim.documents import Document
from tizim.publications import PublicationError, allowed
from tizim.web.desk.reading.drawing import kept

PERSON = (
    ("named", gettext_lazy("by name")),
    ("counted", gettext_lazy("counted, never named")),
    ("withheld", gettext_lazy("not even counted")),
)
DOCUMENT = (
    ("cited", gettext_lazy("cited, with title and quotations")),
    ("used", gettext_lazy("its facts are used, itself is not shown")),
    ("withheld", gettext_lazy("it tells nothing")),
)
GROUNDS = {
    "consent": gettext_lazy("the person agreed"),
    "guardian_consent": gettext_lazy("a guardian agreed, for a minor"),
    "family_consent": gettext_lazy("the family agreed"),
    "published": gettext_lazy("it is published already"),
    "decision": gettext_lazy("a decision of ours"),
}
FIELDS = {
    "name": gettext_lazy("name"),
    "acts": gettext_lazy("what was done, when, where, by which body, outcome"),
    "articles": gettext_lazy("articles"),
    "age": gettext_lazy("age"),
    "sex": gettext_lazy("sex"),
    "town": gettext_lazy("town"),
    "occupation": gettext_lazy("occupation"),
    "photo": gettext_lazy("photo"),
    "act_detail": gettext_lazy("the act in detail (free text)"),
    "offence": gettext_lazy("the offence as charged (free text)"),
    "reported_by": gettext_lazy("who said it"),
    "perpetrators": gettext_lazy("officials and their part"),
    "health": gettext_lazy("health"),
    "sexuality": gettext_lazy("love, body, sexual violence"),
    "family": gettext_lazy("ties of family"),
    "alleged_organisation": gettext_lazy("the organisation that the authorities allege"),
    "note": gettext_lazy("notes of ours"),
    "event": gettext_lazy("the event it belongs to"),
    "status": gettext_lazy("status in the words of the source"),
    "date_basis": gettext_lazy("how the day is known"),
}
"""What people call the fields that may leave by a decision, or never."""


PHOTO = "photo"


class Decision(forms.Form):
    """How much may leave, on what ground, which fields beside the usual ones, and why."""

    level = forms.ChoiceField(label=gettext_lazy("How much may leave"), widget=forms.RadioSelect)
    basis = forms.ChoiceField(
        label=gettext_lazy("On what ground"), required=False,
        choices=(("", gettext_lazy("not said")), *GROUNDS.items()),
    )  # fmt: skip
    fields_ = forms.MultipleChoiceField(
        label=gettext_lazy("May leave too"), required=False, widget=forms.CheckboxSelectMultiple
    )
    photo = forms.ChoiceField(
        label=gettext_lazy("Photo, as it would leave"), required=False, widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Only with the name, and only where the person agreed; of a minor, a guardian. Made anew, small, "
            "without what a camera writes beside it. Nobody is recognised or compared."
        ),
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("Why"), required=False, max_length=2000,
        help_text=gettext_lazy("Never leaves the house."),
    )  # fmt: skip

    def __init__(self, given: Mapping[str, Any] | None, parts: tuple[str, ...], **initial: Any) -> None:
        super().__init__(given, initial={"fields_": sorted(initial.pop("fields", ())), **initial})
        own = [one for part in parts for one in allowed()[part]["decided"]]
        self.is_person = "person" in parts
        level, fields = self.fields["level"], self.fields["fields_"]
        level.choices = PERSON if self.is_person else DOCUMENT
        fields.choices = [(one, FIELDS[one]) for one in own if one != PHOTO]
        self.kept: str | None = None
        if not self.is_person:
            del self.fields["photo"]

    def offer(self, pictures: Mapping[str, Document], person_id: str) -> None:
        """The pictures that may be chosen as the photo."""
        self.pictures = pictures
        shown = ((one, _picture(document, person_id)) for one, document in pictures.items())
        self.fields["photo"].choices = (("", gettext("no photo")), *shown)

    def clean(self) -> None:
        """Beside what is withheld nothing leaves; a guardian agrees for a person; a photo needs consent."""
        said = self.cleaned_data
        if said.get("photo"):
            self._clean_photo(said)
        if said.get("level") == "withheld" and said.get("fields_"):
            self.add_error("fields_", gettext("Nothing can leave beside what is withheld."))
        if said.get("basis") == "guardian_consent" and not self.is_person:
            self.add_error("basis", gettext("A guardian agrees for a person, not for a document."))

    def _clean_photo(self, said: Mapping[str, Any]) -> None:
        if said.get("level") != "named" or said.get("basis") not in allowed()["photo_with"]:
            self.add_error("photo", gettext("A photo leaves only with the name, and only by consent."))
            return
        try:
            self.kept = kept(self.pictures[said["photo"]])
        except PublicationError:
            self.add_error("photo", gettext("This picture cannot be shown; save it as JPEG and add that."))

    @property
    def said(self) -> Mapping[str, Any]:
        """What was decided, as the command line says it."""
        one = self.cleaned_data
        told = {name: one[name] for name in ("level", "basis", "note")}
        fields = sorted([*one["fields_"], *([PHOTO] if self.kept else [])])
        return {**told, "fields": fields, "photo": one.get("photo") or None, "photo_sha256": self.kept}


def _picture(document: Document, person_id: str) -> str:
    where = reverse("leaving_photo", args=(person_id, document.id))
    name = document.title or document.file_name
    return format_html('<img class="photo" loading="lazy" src="{}" alt=""> {}', where, name)


def of_person(given: Mapping[str, Any] | None, **initial: Any) -> Decision:
    """The form about a person."""
    return Decision(given, ("person", "act"), **initial)


def of_document(given: Mapping[str, Any] | None, **initial: Any) -> Decision:
    """The form about a document."""
    return Decision(given, ("passage",), **initial)
