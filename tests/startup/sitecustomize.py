"""Python runs this before a program under test whose clock is moved into working hours."""

from tests import working_hours
from tests.moved_clock import set_clock

set_clock(working_hours.now(), 1.0)
