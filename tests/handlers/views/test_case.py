"""A case as a coordinator reads it: why, with what evidence, what could help, and who has it."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.case import Rule
from bot.domain.case_sayings import CaseCard
from bot.domain.case_showings import CaseShown
from handlers import views
from tests.handlers.views.cases_said import CARD, GONE, PRIVATE, RESOLVED, SILENT, SNOOZED, TAKEN
from tests.handlers.views.reading import lines, read, read_modal
from tests.handlers.views.said import ENGLISH, FRENCH


def shown(card: CaseCard) -> list[str]:
    return read(views.message([card], ENGLISH))


def test_a_card_says_why_with_its_numbers_and_what_could_help() -> None:
    assert views.message([replace(CARD, happened=())], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
*Ana and Dan* in Mentors 2026 (case 7K2QF)
No meeting has been reported since the pairing began on 5 October.
1 check-in stayed unanswered.\
""",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.never_met-open.0",
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "Open since 10 November. Nobody has taken it yet.",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.never_met-open.1",
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "*What could help.* Ask each of them in private what is in the way, and offer two possible times. If it does not suit them, a new partner may.",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.never_met-open.2",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "case.take",
                        "text": {"type": "plain_text", "text": "I'm on it"},
                        "value": "00000000-0000-0000-0000-000000000046",
                        "style": "primary",
                    },
                    {
                        "type": "button",
                        "action_id": "case.message",
                        "text": {"type": "plain_text", "text": "Message them"},
                        "value": "00000000-0000-0000-0000-000000000046",
                    },
                    {
                        "type": "button",
                        "action_id": "case.snooze",
                        "text": {"type": "plain_text", "text": "Snooze 3 days"},
                        "value": "00000000-0000-0000-0000-000000000046",
                    },
                    {
                        "type": "button",
                        "action_id": "case.resolve",
                        "text": {"type": "plain_text", "text": "Resolve"},
                        "value": "00000000-0000-0000-0000-000000000046",
                    },
                ],
                "block_id": "00000000000000000000000000000001.never_met-open.3",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "You get this as a coordinator. Only coordinators of Mentors 2026 see it.",
                        "verbatim": True,
                    }
                ],
                "block_id": "00000000000000000000000000000001.never_met-open.4",
            },
        ]
    )


def test_each_rule_has_its_sentence() -> None:
    assert [lines(views.message([card], ENGLISH).blocks)[:3] for card in (CARD, SILENT, GONE)] == snapshot(
        [
            [
                "*Ana and Dan* in Mentors 2026 (case 7K2QF)",
                "No meeting has been reported since the pairing began on 5 October.",
                "1 check-in stayed unanswered.",
            ],
            [
                "*Ana and Dan* in Mentors 2026 (case 7K2QF)",
                "Nobody has answered the last 2 check-ins, the first of them on 5 October.",
                "*The last check-ins*",
            ],
            [
                "*Ana and Dan* in Mentors 2026 (case 7K2QF)",
                "Dan cannot be reached: the account is gone, or takes no messages from me.",
                "*The last check-ins*",
            ],
        ]
    )
    assert shown(replace(SILENT, unanswered=1))[2] == snapshot("Nobody has answered the last check-in, of 5 October.")
    assert shown(replace(GONE, gone=("Ana", "Dan")))[2] == snapshot(
        "Ana and Dan cannot be reached: their accounts are gone, or take no messages from me."
    )
    assert shown(replace(GONE, gone=()))[2] == snapshot(
        "Somebody could not be reached for a while. Everybody can be now."
    )


def test_a_card_always_shows_the_present_state() -> None:
    states = [replace(CARD, happened=(), **state) for state in (TAKEN, SNOOZED, RESOLVED)]
    assert [shown(card)[3:] for card in states] == snapshot(
        [
            [
                "1 check-in stayed unanswered.",
                "Maria is on it. Open since 10 November.",
                "*What could help.* Ask each of them in private what is in the way, and offer two possible times. If it does not suit them, a new partner may.",
                "[Message them] [Snooze 3 days] [Resolve]",
                "~ You get this as a coordinator. Only coordinators of Mentors 2026 see it.",
            ],
            [
                "1 check-in stayed unanswered.",
                "Maria wants to see it again on 13 November. Open since 10 November.",
                "*What could help.* Ask each of them in private what is in the way, and offer two possible times. If it does not suit them, a new partner may.",
                "[I'm on it] [Message them] [Snooze 3 days] [Resolve]",
                "~ You get this as a coordinator. Only coordinators of Mentors 2026 see it.",
            ],
            [],
        ]
    )


def test_a_resolved_case_is_one_line_without_buttons() -> None:
    for card in (CARD, SILENT, GONE, PRIVATE):
        blocks = views.message([replace(card, **RESOLVED)], ENGLISH).blocks
        assert [block["type"] for block in blocks] == ["section"]


def test_a_meeting_or_an_answer_ends_the_climb() -> None:
    assert shown(replace(CARD, climbing=False, happened=())) == snapshot(
        [
            "(( A pairing in Mentors 2026 needs a look from you. ))",
            "*Ana and Dan* in Mentors 2026 (case 7K2QF)",
            "No meeting has been reported since the pairing began on 5 October.",
            "1 check-in stayed unanswered.",
            "They have met or answered since, so I tell nobody further.",
            "Open since 10 November. Nobody has taken it yet.",
            "[I'm on it] [Message them] [Snooze 3 days] [Resolve]",
            "~ You get this as a coordinator. Only coordinators of Mentors 2026 see it.",
        ]
    )


def test_the_backup_reads_who_heard_first() -> None:
    assert shown(replace(CARD, before=("Maria",)))[8] == snapshot("Maria heard of it first and has not taken it.")
    assert shown(replace(CARD, before=("Maria", "Tom")))[8] == snapshot(
        "Maria and Tom heard of it first and have not taken it."
    )


def test_several_cases_in_one_message_are_a_list() -> None:
    folded = [replace(card, folded=True) for card in (CARD, SILENT, PRIVATE, replace(GONE, **RESOLVED))]
    assert read(views.message(folded, ENGLISH)) == snapshot(
        [
            "(( 4 cases need a look from you. ))",
            "*Ana and Dan* in Mentors 2026 (case 7K2QF)",
            "No first meeting yet.",
            "Nobody has taken it yet.",
            "[Open]",
            "*Ana and Dan* in Mentors 2026 (case 7K2QF)",
            "Nobody answers.",
            "Nobody has taken it yet.",
            "[Open]",
            "*Someone* in Mentors 2026 (case 7K2QF)",
            "They would like your help.",
            "Nobody has taken it yet.",
            "[Open]",
            "Case 7K2QF (Ana and Dan) is resolved, by Maria.",
        ]
    )


def test_an_opened_case_has_the_same_card_in_a_modal() -> None:
    opened = read_modal(views.modal(CaseShown(reader=ENGLISH, card=replace(SILENT, notice=None))))

    assert opened == ["== Case ==", *shown(SILENT)[1:], "[Close]"]


def test_a_card_in_french() -> None:
    assert [read(views.message([card], FRENCH)) for card in (CARD, PRIVATE)] == snapshot(
        [
            [
                "(( Un mentorat dans Mentors 2026 mérite votre attention. ))",
                "*Ana et Dan* dans Mentors 2026 (cas 7K2QF)",
                "Aucune rencontre n’a été signalée depuis le début du mentorat, le 5 octobre.",
                "1 point d’étape est resté sans réponse.",
                "*Les derniers points d’étape*",
                "3 novembre\xa0: 0 réponse sur 2",
                "6 octobre\xa0: 1 réponse sur 2",
                "Ouvert depuis le 10 novembre. Personne ne s’en occupe encore.",
                "*Ce qui peut aider.* Demandez à chaque personne, en privé, ce qui fait obstacle, et proposez deux créneaux. Si cela ne convient pas, un autre mentorat conviendra peut-être.",
                "[Je m’en occupe] [Leur écrire] [Revoir dans 3 jours] [Résoudre]",
                "~ Vous recevez ce message au titre de la coordination. Seule la coordination dans Mentors 2026 le voit.",
            ],
            [
                "(( Quelqu’un dans Mentors 2026 souhaite votre aide. ))",
                "Quelqu’un dans Mentors 2026 souhaite votre aide.",
                "Ouvert depuis le 10 novembre. Personne ne s’en occupe encore.",
                "[Lire] [Je m’en occupe] [Revoir dans 3 jours] [Résoudre]",
                "~ Vous faites partie des personnes choisies pour lire ceci. Le message ne s’ouvre que pour vous, et son ouverture est consignée.",
            ],
        ]
    )
    assert [lines(views.message([card], FRENCH).blocks)[1] for card in (SILENT, GONE)] == snapshot(
        [
            "Personne n’a répondu aux 2 derniers points d’étape, dont le premier date du 5 octobre.",
            "Dan n’est plus joignable\xa0: le compte n’existe plus, ou refuse mes messages.",
        ]
    )


def test_the_notification_of_a_group_speaks_of_a_group() -> None:
    quiet = replace(CARD, group="First-years", rule=Rule.GROUP_QUIET)
    assert views.message([quiet], ENGLISH).text == snapshot("A group in Mentors 2026 needs a look from you.")
