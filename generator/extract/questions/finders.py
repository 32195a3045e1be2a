"""All that may be left open in a sentence, as a list of its finders."""

from __future__ import annotations

from generator.extract.questions.accused import find_arrests, find_sentences, find_trials
from generator.extract.questions.alternatives import find_alternatives, find_one_of_two
from generator.extract.questions.appeals import find_appeals, find_suits
from generator.extract.questions.approvals import find_approvals, find_consents
from generator.extract.questions.asked import find_asked
from generator.extract.questions.choices import find_conditions
from generator.extract.questions.choosing import (
    find_awards,
    find_choices_ahead,
    find_needs,
    find_rivals,
    find_searches,
)
from generator.extract.questions.contradictions import find_contradictions
from generator.extract.questions.deadlines import find_deadlines, find_delays, find_unagreed
from generator.extract.questions.disputes import find_disputes
from generator.extract.questions.elliptic import find_elliptic
from generator.extract.questions.fates import (
    find_closures,
    find_dangers,
    find_doubts,
    find_expiries,
    find_fugitives,
    find_pressed,
    find_returns,
    find_sales,
    find_supposed,
    find_survivors,
    find_uncharged,
)
from generator.extract.questions.figures import find_figures
from generator.extract.questions.gaps import (
    find_gone,
    find_unfound,
    find_unnamed,
)
from generator.extract.questions.inquiries import find_inquiries, find_investigated
from generator.extract.questions.nominal import (
    find_harm,
    find_nominal,
)
from generator.extract.questions.outcomes import (
    find_outcomes,
    find_reports_due,
)
from generator.extract.questions.plans import (
    find_expected,
    find_plans,
    find_vows,
)
from generator.extract.questions.possible import (
    find_feared,
    find_findings,
    find_likely,
    find_not_ruled_out,
    find_possibilities,
    find_suspicions,
)
from generator.extract.questions.requests import find_requests
from generator.extract.questions.responsibility import (
    find_claimants,
    find_responsibility,
    find_unowned,
)
from generator.extract.questions.signs import Finder
from generator.extract.questions.silences import find_silence, find_unruled
from generator.extract.questions.successors import find_successors
from generator.extract.questions.talks import find_negotiations
from generator.extract.questions.unbacked import find_unbacked
from generator.extract.questions.ungiven import find_missing
from generator.extract.questions.unknowns import find_embedded, find_uncertain
from generator.extract.questions.weighed import (
    find_ballots,
    find_considered,
    find_decisions,
    find_threats,
)

FINDERS: tuple[Finder, ...] = (
    find_embedded,
    find_uncertain,
    find_elliptic,
    find_asked,
    find_nominal,
    find_harm,
    find_missing,
    find_unfound,
    find_gone,
    find_unnamed,
    find_disputes,
    find_conditions,
    find_alternatives,
    find_one_of_two,
    find_requests,
    find_silence,
    find_unruled,
    find_claimants,
    find_responsibility,
    find_unowned,
    find_contradictions,
    find_figures,
    find_unbacked,
    find_approvals,
    find_consents,
    find_outcomes,
    find_negotiations,
    find_trials,
    find_arrests,
    find_choices_ahead,
    find_rivals,
    find_searches,
    find_fugitives,
    find_needs,
    find_sales,
    find_reports_due,
    find_suits,
    find_ballots,
    find_uncharged,
    find_investigated,
    find_inquiries,
    find_sentences,
    find_appeals,
    find_awards,
    find_successors,
    find_supposed,
    find_closures,
    find_returns,
    find_expiries,
    find_dangers,
    find_pressed,
    find_survivors,
    find_doubts,
    find_considered,
    find_threats,
    find_decisions,
    find_delays,
    find_unagreed,
    find_not_ruled_out,
    find_deadlines,
    find_possibilities,
    find_feared,
    find_likely,
    find_findings,
    find_suspicions,
    find_expected,
    find_vows,
    find_plans,
)
"""In this order: of two points that ask the same, the first of the heaviest is kept."""
