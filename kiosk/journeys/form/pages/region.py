"""A place, by walking down the regions from the site's district."""

from dataclasses import replace

from config.catalogue import Region
from kiosk.journeys.form.draft import Draft, Outcome, Stay
from kiosk.journeys.form.pages.page import Body, Page
from kiosk.journeys.form.regions import children, district_of, path_to
from screens.views.choices import Choice, Option

REGION, ELSEWHERE = "region:", "elsewhere"


class RegionPage(Page):
    """The regions below the way gone so far; one touch goes down, `elsewhere` goes up to all districts."""

    def draft(self) -> Draft:
        """Begin where the answer there is lies, else in the site's district."""
        return self.begin(self.offer if isinstance(self.offer, str) else "")

    def view(self, draft: Draft) -> Body:
        """Return the regions to choose from."""
        language, chosen = self.context.language, path_to(self.context.catalogue, "".join(draft.codes))
        options = [
            Option(REGION + region.code, region.name(language), selected=region in chosen)
            for region in children(self.context.catalogue, draft.regions)
        ]
        if draft.regions and draft.regions == self._home():
            options.append(Option(ELSEWHERE, self.say("elsewhere", district=self._names(draft.regions))))
        marked = any(option.selected for option in options)
        labels = tuple(option.label for option in options)
        level = self.say(f"region-{min(len(draft.regions), 2)}")
        way = self.say("region-way", way=self._names(draft.regions)) if draft.regions else ""
        return Choice(
            **self.frame(draft, level, way, go_on=marked, options=labels),
            why=self.why,
            options=tuple(options),
        )

    def touched(self, draft: Draft, touched: str) -> Outcome:
        """Go down to the region touched, or along the way marked; answer with one that has nothing below."""
        if touched == ELSEWHERE:
            return Stay(replace(draft, regions=(), fault=None))
        if touched != "next":
            return self._down(draft, touched.removeprefix(REGION))
        way = path_to(self.context.catalogue, "".join(draft.codes))[len(draft.regions) :]
        return self._down(draft, way[0].code) if way else Stay(draft)

    def back(self, draft: Draft) -> Draft | None:
        """Go one region up; the page is left from the site's district, and from the list of all districts."""
        if not draft.regions or draft.regions == self._home():
            return None
        return replace(draft, regions=draft.regions[:-1], fault=None)

    def begin(self, code: str) -> Draft:
        """Return the draft in which the region with `code` is marked."""
        way = tuple(region.code for region in path_to(self.context.catalogue, code)[:-1])
        return Draft(codes=(code,) if way or code else (), regions=way or self._home())

    def arrive(self, draft: Draft, code: str) -> Outcome:
        """Answer with a place that has nothing below it."""
        return self.keep(draft, code)

    def _down(self, draft: Draft, code: str) -> Outcome:
        below = {region.code: region for region in children(self.context.catalogue, draft.regions)}
        if code not in below:
            return Stay(draft)
        end = _end(below[code])
        if end is None:
            return Stay(replace(draft, regions=(*draft.regions, code), fault=None))
        return self.arrive(draft, end)

    def _home(self) -> tuple[str, ...]:
        return district_of(self.context.catalogue, self.context.region)

    def _names(self, way: tuple[str, ...]) -> str:
        path = path_to(self.context.catalogue, way[-1])
        return self.say("way").join(region.name(self.context.language) for region in path)


def _end(region: Region) -> str | None:
    """Return the place that remains when a region leaves nothing to choose; None when it does."""
    while len(region.children) == 1:
        region = region.children[0]
    return None if region.children else region.code
