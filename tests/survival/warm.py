"""What a life is slow to load, loaded once in the process that all lives are forked from, by importing this module."""

import alembic.command  # noqa: F401  # loaded by the first migration otherwise
import holidays

for country, part in (("PT", None), ("CA", "AB")):
    holidays.country_holidays(country, subdiv=part, years=(2025, 2026, 2027))
