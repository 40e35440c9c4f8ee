"""What people can type, and what nobody should."""

from typing import Final

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

NASTY: Final = (
    "\x00",
    "\ud800",
    "\udfff half an emoji \ud83d",
    "<!channel>",
    "<!here|here> <!everyone>",
    "<!subteam^S0123>",
    "<@U0BEN> and <@UNOBODY|ben>",
    "<https://evil.example|https://good.example>",
    "*bold* _it_ ~no~ `code` ```block```",
    "> quote\n> more",
    "\u202egnp.exe\u202c \u2066isolated",
    "&lt;!channel&gt; &amp;lt;",
    '=HYPERLINK("https://evil.example")',
    "👩‍👩‍👧‍👦🏳️‍🌈 é e\u0301 ﷽",
    "{partners} {0} %s %(name)s $x",
    "\u200b\u2060\ufeff",
    "\r\n\v\f\x1b[31m\x07\x85\u2028\u2029",
    "'; DROP TABLE entry; --",
    "a" * 4000,
    "é👍" * 1500,
)

words = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=30)), max_size=5).map(" ".join),
)


def examples(most: int) -> settings:
    """One bot serves all of them, and a slow machine is no finding."""
    return settings(
        max_examples=most,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
