"""Quiet hours, 21h to 6h30: what falls into them moves earlier, or to 6h30 where that still helps."""

from datetime import datetime, time, timedelta

from locales.formats import local

BEGIN, END = time(21), time(6, 30)
EVENING = time(20, 30)


def quiet(moment: datetime) -> bool:
    """Whether people are left in peace at ``moment``."""
    here = local(moment).time()
    return here >= BEGIN or here < END


def kept(moment: datetime, useful_until: datetime) -> datetime:
    """When a message meant for ``moment`` may be sent: then, at 6h30 if that is still before
    ``useful_until``, else at 20h30 of the evening before the quiet."""
    if not quiet(moment):
        return moment
    here = local(moment)
    night = here.date() if here.time() >= BEGIN else here.date() - timedelta(days=1)
    morning = datetime.combine(night + timedelta(days=1), END, tzinfo=here.tzinfo)
    if morning < useful_until:
        return morning
    return datetime.combine(night, EVENING, tzinfo=here.tzinfo)
