"""What is missing: who came and did not report, who could not come."""

from handlers.section import Picture, Section
from locales import Words
from locales.formats import given_name, sort_name


class MissingSection(Section):
    """See the module."""

    name = "missing"
    rank = 40
    yields = 20

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """Names, because the leader will ask them."""
        lines = []
        told = {one.person_id for one in seen.live_reports}
        able = {one.person_id for one in seen.members} - told  # whoever has no account cannot report
        silent = sorted({one.name for one in seen.attendances if one.person_id in able}, key=sort_name)
        if silent:
            names = ", ".join(given_name(name) for name in silent[:8])
            lines.append(words("digest-no-report", count=len(silent), names=names))
        came = {one.person_id for one in seen.attendances}
        came |= {one.person_id for one in seen.signups if one.open}
        away = {one.name for one in seen.signups if one.person_id not in came}
        if away:
            names = ", ".join(given_name(name) for name in sorted(away, key=sort_name)[:8])
            lines.append(words("digest-away", count=len(away), names=names))
        return lines
