"""The words that invented briefings are made of.

Questions share one telling word with statements at most: the program looks for answers to open
questions, and invented ones are not to meet any.
"""

from __future__ import annotations

GIVEN_NAMES = (
    "Abel Ada Aino Amal Anna Ben Carla Chidi Dara Elif Emil Farah Gita Hana Hugo Ida Ines Ivo Jana "
    "José Kofi Lea Lin Mara Milo Nadia Noor Olga Omar Paula Rafael Rosa Sami Tara Zoë"
).split()

FAMILY_NAMES = (
    "Abara Almeida Berg Castro Dahl Eriksen Farouk Grant Haddad Ivanov Jansen Kimani Lindgren "
    "Moreau Müller Ndiaye Okafor Petrov Quist Rahman Santos Tanaka Umar Varga Wekesa Yilmaz"
).split()

PLACE_STARTS = (
    "Alder Ash Birk Brim Carn Dun East Elm Fal Gran Hart Holm Kal Lang Mar Nor Oster Port Raven "
    "Sal Thorn West"
).split()

PLACE_ENDS = "bridge burg dale field ford gate haven holt mere mouth stad wick".split()

ROLES = (
    "mayor",
    "minister of transport",
    "chief engineer",
    "head of the dock workers’ union",
    "spokeswoman for the port",
    "leader of the opposition",
    "director of the hospital",
    "judge at the regional court",
    "police commissioner",
    "professor of hydrology",
    "chair of the budget committee",
    "owner of the shipyard",
)

OFFICES = ("Harbour Board", "City Council", "Water & Power Authority", "Workers’ Union")

TOPICS = (
    "ferry strike",
    "dam repair",
    "tram extension",
    "hospital merger",
    "school reform",
    "harbour levy",
    "flood relief",
    "rail tender",
    "wind farm",
    "housing plan",
    "airport curfew",
    "budget dispute",
    "fishing quota",
    "bridge closure",
    "election recount",
    "vaccine trial",
    "power cut",
    "border crossing",
    "water shortage",
    "museum restitution",
)

TITLES = (
    "{Topic} in {place} enters a second week",
    "{place} council votes on the {topic}",
    "{who} to visit {place} over the {topic}",
    "Talks on the {topic} resume in {place}",
    "{office} halts the {topic} near {place}",
    "{place} counts the cost of its {topic}",
)

SUMMARIES = (
    "The {topic} has divided {place} since {day}, and **{who}** wants a vote before the summer.",
    "{office} puts the cost at {number} million; independent engineers put it higher.",
    "A meeting in {place} is set for {day}, with {who} in the chair.",
    "About {number} people in {place} are affected, according to {office}.",
)

STATEMENTS = {
    "reported": (
        "{who} signed an agreement on the {topic} in {place} with {office}.",
        "{who} told {office} that {number} workers in {place} had been sent home.",
        "{who} presented a report of {number} pages on the {topic} to the council of {place}.",
    ),
    "planned": (
        "{who} will meet delegates of {office} in {place} on {day}.",
        "{who} plans to publish the accounts of the {topic} on {day}.",
        "{who} is to travel to {place} with {number} inspectors on {day}.",
    ),
    "possible": (
        "{who} may ask {office} for another {number} million.",
        "{who} could move the hearing from {place} to the capital.",
    ),
    "denied": (
        "{who} denied that the {topic} had been agreed with {office} beforehand.",
        "{who} rejected the claim that {number} households in {place} had received no warning.",
    ),
    "demanded": (
        "{who} called on {office} to open its books on the {topic}.",
        "{who} demanded the release of {number} documents held in {place}.",
    ),
    "disputed": (
        "{who} put the turnout in {place} at {number}, twice the figure of {office}.",
        "{who} disputes that {office} was consulted on the {topic}.",
    ),
}

QUOTES = (
    "We have waited long enough for an answer",
    "Nobody in this town was asked",
    "The gap between us is smaller than it was on Monday",
    "I would rather lose the vote than hide the bill",
    "There is no plan without the people who have to carry it out",
    "The water does not wait for a committee",
    "We will pay what we owe, and not one cent more",
    "This is the third promise in as many years",
    "Our crews worked through the night & will do so again",
    "I have read every page of it, and I still do not know who decides",
    "It is safe today; I cannot speak for the winter",
    "They offered us a seat at a table that had already been cleared",
)

QUESTIONS = (
    "Who bears the loss if the {matter} drags past {day}?",
    "How soon might {place} learn whether compensation is due?",
    "Why did nobody flag the weakness near {place} sooner?",
    "Which of two rival routes through {place} gets chosen?",
)

NOTES = (
    "The desk has followed the {topic} since the first hearing in {place}. What is *new* this time "
    "is the figure of {number}, which **{office}** gave in writing; earlier estimates were oral "
    "and differed by a third. The minutes are [public](https://example.org/minutes/{number}).",
    "To do before the next edition:",
    "- ask {who} for the second annex, which is missing from the file\n"
    "- compare the dates with those in the register of {place}\n"
    "- find out who signed for {office}, and on what day",
    "Two readers wrote that the street names were wrong; they were right, and the text has been "
    "corrected. The photograph shows {place} in an earlier year, so it should not be used beside "
    "this story. A map would help: most readers will not know how far the two sites lie apart, "
    "and the distance is the point of the argument over the {topic}.",
    "> The agreement covers the years until the next election, and nothing beyond it.",
    "That sentence, from the draft of {day}, is gone from the version that was signed. Nobody has "
    "yet said who struck it out, or why.",
)
