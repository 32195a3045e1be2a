"""Given names that are frequent where news is written in English: what tells people from bodies."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """aaron abdul abdullah abigail adam adele adrian agnes ahmad ahmed aidan aisha alan albert
    alec alejandro alex alexander alexandra alfred ali alice alicia alison alistair allan allen
    alma amanda amber amelia amina amir amit amy ana anand andrea andreas andrew andy angela
    angus anita ann anna anne annie anthony antonio archie arjun arlene arthur ashley audrey
    austin ava barbara barry beatrice becky ben benjamin bernard bernie beth bethany betty
    beverley beverly bill billy bob bobby brandon brenda brendan brian bridget bruce bryan
    caitlin callum cameron carl carla carlos carmen carol caroline carolyn catherine cathy
    cecilia charlene charles charlie charlotte chelsea cheryl chidi chloe chris christian
    christina christine christopher claire clara clare clive colin connor craig cynthia daisy
    dale damian dan daniel danielle danny darren dave david dean debbie deborah deirdre denis
    denise dennis derek diana diane diego dimitri dmitry dominic don donald donna doreen doris
    dorothy doug douglas duncan dwayne dylan eamonn ed eddie edith edward eileen elaine eleanor
    elena elias elizabeth ella ellen ellie elsie emeka emily emma emmanuel eric erica erin
    ernest esther ethan eugene eva eve evelyn fatima fatou felix fiona florence frances
    francesca francis francisco frank fred freddie frederick gareth gary gavin gemma geoff
    geoffrey george georgia georgina gerald gerard gillian gina giovanni glen gloria gordon
    grace graeme graham grant greg gregory guillermo hamish hannah harold harriet harry hassan
    heather hector heidi helen helena henry herbert hilary hillary holly howard hugh hussein
    iain ian ibrahim ines irene iris isaac isabel isabella isla ivan ivor jack jackie jacob
    jacqueline jade jake jamal james jamie jan jane janet janice jasmine jason javier jay jean
    jeff jeffrey jen jennifer jenny jeremy jerome jerry jess jesse jessica jill jim jimmy joan
    joanna joanne jodie joe joel john johnny jon jonathan jordan jorge jose joseph joshua joy
    joyce juan juanita judith judy julia julian julie juliet justin karen karl kate katharine
    katherine kathleen kathryn kathy katie katrina kay keith kelly ken kenneth kerry kevin
    khadija kieran kim kirsty kofi kumar kwame kyle lara larry laura lauren laurence lee leila
    leo leon leonard leslie lewis liam lillian lily linda lindsay lisa liz lorna lorraine louis
    louise luca lucas lucy luis luke lydia lynn mabel madeleine maggie malcolm mandy manuel
    marcus margaret maria marian marie marilyn mario marion mark marlene martha martin mary
    mateo matt matthew maureen maurice max maxine megan melanie melissa mia michael michelle
    miguel mike mikhail mildred millie miriam mohamed mohammad mohammed moira molly monica
    morgan muhammad mustafa nancy naomi natalia natalie natasha nathan neil nelson niall
    nicholas nick nicola nicole nigel nina noah nora norma norman olga oliver olivia omar oscar
    osman owen pablo pamela pat patricia patrick paul paula pauline pedro peggy penelope penny
    pete peter philip phillip phoebe phyllis pierre polly priya rachel rafael rahul raj rajesh
    ralph ramesh ravi ray raymond rebecca reginald rhys ricardo richard rick rita rob robbie
    robert roberto robin rodney roger roisin roland ron ronald ronnie rory rosa rosalind rose
    rosemary rosie ross roy ruby russell ruth ryan sabrina sally salma sam samantha samir samuel
    sandra sanjay sara sarah scott sean sebastian serena sergei seth shane shannon sharon sheila
    shirley sian sidney simon siobhan sofia sonia sophia sophie stacey stan stanley stefan
    stella stephanie stephen steve steven stewart stuart sue sunil susan suzanne sylvia tanya
    tara tariq ted teresa terry tessa thelma theodore theresa thomas tim timothy tina toby todd
    tom tommy tony tracey tracy trevor trish tunde tyson ursula valerie vanessa vera veronica
    vicky victor victoria vijay vincent vivian vladimir walter wanda wayne wendy wilfred will
    william winifred xavier yasmin yusuf yvonne zac zach zoe""".split()
)
"""In lower case."""
