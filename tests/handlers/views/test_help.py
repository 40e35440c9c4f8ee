"""Help, and words that the bot does not know."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.showings import Help, UnknownCommand
from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.said import ENGLISH, FRENCH


def test_help_lists_the_commands() -> None:
    assert read(views.answer(Help(reader=ENGLISH, coordinator=True))) == snapshot(
        [
            "(( What Rapport can do ))",
            "*What you can ask me*",
            "`/rapport`: your pairings, what is next, your hours",
            "`/rapport checkin`: answer a check-in, also before I ask",
            "`/rapport pause 2 weeks`: I ask nothing until then; any date works",
            "`/rapport resume`: end a pause early",
            "`/rapport group`: the peer group of a channel, or yours; `group history`: its rounds",
            "`/rapport rotation`: the rotation of a channel, or yours; `/rapport rotation skip` skips the next round",
            "`/rapport concern`: ask for help with a relationship; you choose who reads it",
            "*For coordinators*",
            "`/rapport cases`: what waits for you, oldest first; `/rapport case CODE` opens one",
            "`/rapport pair @mentor @mentee career`: pair people, with a focus if you like",
            "`/rapport group start` in a channel: a peer group there; also `settings`, `skip`, `end`",
            "`/rapport group form`: groups of people you name, or of everybody in a channel, for you to review",
            "`/rapport rotation start` in a channel: new pairs or trios every round; also `settings` and `end`",
            "`/rapport report last 30 days`: the state of your programme",
            "You can also write to me in plain words. Only you can read them until you choose otherwise. To leave a pairing, press *Not for me* in its introduction, or tell your coordinator.",
            "~ I never read your conversations with your partner.",
            "~ Words typed in a Slack message can be exported by your workspace's owners.",
        ]
    )


def test_only_coordinators_are_told_their_commands() -> None:
    assert not any("/rapport pair" in line for line in read(views.answer(Help(reader=ENGLISH, coordinator=False))))


def test_an_unknown_word_gets_the_nearest_command() -> None:
    asked = UnknownCommand(reader=ENGLISH, word="<!here>", nearest="help")

    assert views.answer(asked).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
I do not know “&lt;!here&gt;”.
Did you mean `/rapport help`?
`/rapport help` lists everything I can do.\
""",
                    "verbatim": True,
                },
            }
        ]
    )
    assert read(views.answer(replace(asked, nearest=None)))[1:] == snapshot(
        ["I do not know “&lt;!here&gt;”.", "`/rapport help` lists everything I can do."]
    )


def test_help_in_french() -> None:
    assert read(views.answer(Help(reader=FRENCH, coordinator=True))) == snapshot(
        [
            "(( Ce que Rapport sait faire ))",
            "*Ce que vous pouvez me demander*",
            "`/rapport`\xa0: vos mentorats, la suite, vos heures",
            "`/rapport checkin`\xa0: répondre à un point d’étape, même avant que je le demande",
            "`/rapport pause 2 semaines`\xa0: je ne demande rien d’ici là\xa0; toute date convient",
            "`/rapport resume`\xa0: mettre fin à une pause",
            "`/rapport group`\xa0: le groupe de pairs d’un canal, ou les vôtres\xa0; `group history`\xa0: ses tours",
            "`/rapport rotation`\xa0: la rotation d’un canal, ou les vôtres\xa0; `/rapport rotation skip` passe le prochain tour",
            "`/rapport concern`\xa0: demander de l’aide pour un mentorat\xa0; vous choisissez qui lit",
            "*Pour la coordination*",
            "`/rapport cases`\xa0: ce qui vous attend, du plus ancien au plus récent\xa0; `/rapport case CODE` en ouvre un",
            "`/rapport pair @mentor @mentee carrière`\xa0: former un mentorat, avec un thème si vous voulez",
            "`/rapport group start` dans un canal\xa0: y créer un groupe de pairs\xa0; aussi `settings`, `skip`, `end`",
            "`/rapport group form`\xa0: des groupes de personnes que vous nommez, ou de tout un canal, à vérifier",
            "`/rapport rotation start` dans un canal\xa0: de nouvelles rencontres à chaque tour\xa0; aussi `settings` et `end`",
            "`/rapport report 30 derniers jours`\xa0: l’état de votre programme",
            "Vous pouvez aussi m’écrire avec vos propres mots. Personne d’autre ne peut les lire, sauf si vous le choisissez. Pour quitter un mentorat, utilisez *Pas pour moi* dans sa présentation, ou dites-le à votre coordination.",
            "~ Je ne lis jamais vos conversations avec votre partenaire.",
            "~ Les mots écrits dans un message Slack peuvent être exportés par les propriétaires de votre espace de travail.",
        ]
    )
