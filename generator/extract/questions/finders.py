"""All that may be left open in a sentence, as a list of its finders."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.extract.questions.asked import find_asked
from generator.extract.questions.awaited import (
    find_approvals,
    find_examinations,
    find_expected_results,
    find_links,
    find_put_off,
    find_stalled,
    find_tests,
    find_uncharged,
    find_unpublished,
)
from generator.extract.questions.choices import find_alternatives, find_conditions
from generator.extract.questions.claims import (
    find_accusations,
    find_contradictions,
    find_opposed,
)
from generator.extract.questions.denials import find_disputes, find_unaware
from generator.extract.questions.elliptic import find_elliptic
from generator.extract.questions.fates import (
    find_appeals,
    find_awards,
    find_convictions,
    find_dangers,
    find_doubts,
    find_sentences,
    find_successors,
    find_suits,
)
from generator.extract.questions.figures import find_figures, find_guesses, find_real_figures
from generator.extract.questions.gaps import (
    find_gone,
    find_lost,
    find_traced,
    find_unnamed,
)
from generator.extract.questions.inquiries import find_due, find_inquiries
from generator.extract.questions.nominal import find_harm, find_nominal
from generator.extract.questions.plans import (
    find_deadlines,
    find_delays,
    find_expected,
    find_plans,
    find_vows,
)
from generator.extract.questions.point import OpenPoint
from generator.extract.questions.possible import (
    find_findings,
    find_not_ruled_out,
    find_possibilities,
    find_suspicions,
)
from generator.extract.questions.reports import (
    find_hearsay,
    find_passed_on,
    find_reports,
    find_rumours,
)
from generator.extract.questions.requests import find_requests
from generator.extract.questions.responsibility import find_responsibility, find_unowned
from generator.extract.questions.silences import find_no_response, find_silence, find_unruled
from generator.extract.questions.ungiven import find_missing, find_withheld
from generator.extract.questions.unknowns import find_embedded, find_uncertain
from generator.extract.questions.unverified import find_unconfirmed, find_unverified
from generator.extract.questions.weighed import (
    find_consents,
    find_considered,
    find_decisions,
    find_talks,
)
from generator.extract.reading import Reading
from generator.language.tree import Sentence

Finder = Callable[[Reading, Sentence], Iterator[OpenPoint]]

FINDERS: tuple[Finder, ...] = (
    find_embedded,
    find_uncertain,
    find_elliptic,
    find_asked,
    find_nominal,
    find_harm,
    find_missing,
    find_lost,
    find_gone,
    find_traced,
    find_unnamed,
    find_withheld,
    find_disputes,
    find_unaware,
    find_conditions,
    find_alternatives,
    find_requests,
    find_silence,
    find_no_response,
    find_unruled,
    find_responsibility,
    find_unowned,
    find_rumours,
    find_hearsay,
    find_passed_on,
    find_unverified,
    find_unconfirmed,
    find_contradictions,
    find_opposed,
    find_figures,
    find_guesses,
    find_real_figures,
    find_reports,
    find_accusations,
    find_due,
    find_put_off,
    find_tests,
    find_examinations,
    find_expected_results,
    find_stalled,
    find_approvals,
    find_links,
    find_unpublished,
    find_uncharged,
    find_inquiries,
    find_sentences,
    find_appeals,
    find_suits,
    find_awards,
    find_successors,
    find_convictions,
    find_dangers,
    find_doubts,
    find_considered,
    find_talks,
    find_decisions,
    find_consents,
    find_delays,
    find_not_ruled_out,
    find_deadlines,
    find_possibilities,
    find_findings,
    find_suspicions,
    find_expected,
    find_vows,
    find_plans,
)
"""In this order: of two points that ask the same, the first of the heaviest is kept."""
