"""Given names that are frequent where news is written in English, and whom "he" or "she" may mean.

They tell people from bodies, and one person from another: a pronoun never means somebody whose
name is only ever the other sex's. Names that either has are listed apart.
"""

from __future__ import annotations

FEMALE = frozenset(
    """abigail adaeze adele agnes aisha akosua alexandra alice alicia alison alma ama amanda amber
    amelia amina amy ana ananya angela anita anjali ann anna anne annie arlene asha audrey ava
    ayesha barbara beatrice becky beth bethany betty beverley beverly bianca blessing brenda
    bridget bronwen caitlin carla carmen carol caroline carolyn carys catherine cathy cecilia
    celia charlene charlotte chelsea cheryl chiara chioma chloe christina christine claire clara
    clare cynthia daisy danielle debbie deborah deirdre delia denise diana diane donna doreen
    doris dorothy edith eileen elaine eleanor elena elizabeth ella ellen ellie elsa elsie emily
    emma erica erin esther eugenia eunice eva eve evelyn farah fatima fatou fiona florence
    frances francesca freya gemma georgia georgina geraldine gillian gina giorgia giulia gloria
    grace greta gwen hana hanna hannah harriet heather heidi helen helena hilary hillary holly
    ines ingrid irene iris isabel isabella isla ivanka jacinda jacqueline jade jane janet janice
    jasmine jen jennifer jenny jess jessica jill joan joanna joanne jodie josefa josephine joy
    joyce juanita judith judy julia julie juliet kamala karen karin kate katharine katherine
    kathleen kathryn kathy katie katja katrina khadija kirsten kirsty lara laura lauren leila
    lena leticia lillian lily linda lisa liz lorna lorraine lottie louise lucia lucy lydia lynn
    mabel madeleine magdalena maggie malala mandy margaret marguerite maria marian marie marilyn
    marlene marta martha mary maureen maxine maya meera megan melania melanie melissa mercy mia
    michelle mildred millie miriam moira molly mona monica nadia nadine nancy naomi natalia
    natalie natasha ngozi nicola nicole nicolette nina noor nora norma olga olivia pamela paola
    patricia paula pauline peggy penelope penny petra phoebe phyllis polly precious priya rachel
    rania rebecca rita roberta roisin rosa rosalind rosamund rose rosemary rosie roxanne ruby
    ruth sabrina sadia sally salma salome samantha sandra sara sarah serena shabana sharon
    sheila shirley shreya sian sigrid sinead siobhan sofia sonia sophia sophie stacey stella
    stephanie sue sunita susan suzanne svetlana sylvia sylvie tamara tanya tara tatiana teresa
    tess tessa thelma theresa tina tracey tracy trish ulla ulrike ursula valerie vanessa vera
    veronica vicky victoria wanda wangari wanjiru wendy winifred winnie yasmin yetunde yolanda
    yvonne zainab zara zeinab zodwa zoe""".split()
)
"""Given names of women, in lower case."""

MALE = frozenset(
    """aaron abdel abdul abdulaziz abdullah adam adrian ahmad ahmed ahmet aidan akash alan albert
    alberto alec alejandro alexander alfred aliou alistair allan allen ambrose amir amit anand
    anders andre andreas andrei andrew andy angus anthony antonio archie arjun arnaud arne
    arthur arvind ashok austin barack barry bashar beat ben benedict benjamin benson bernard
    bill billy bob bobby bola boris brandon brendan brian bruce bruno bryan callum cameron carl
    carlo carlos charles chidi christian christopher chukwuemeka claude clive colin connor craig
    cyril damian damien dan daniel danny darren dave david dean declan denis dennis derek
    desmond dev diarmuid diego dimitri dmitry dominic don donald doug douglas duncan dwayne
    dylan eamonn ed eddie edmund edward edwin elias emeka emmanuel enrique eric ernest ernesto
    erwan ethan eugene fabio faisal felipe felix fergus fernando filip finn francis francisco
    frank frans franz fred freddie frederick friedrich gareth gary gavin geoff geoffrey george
    gerald gerard gianni gilbert giorgio giovanni glen gordon graeme graham grant greg gregory
    guillermo gunnar gustav hamish hans harold harry haruto hassan hector henrik henry herbert
    hiroshi howard hugh hugo humphrey hussein iain ian ibrahim ignacio igor isaac ivan ivor jack
    jacob jacques jake jakob jamal james jason javier jay jeff jeffrey jens jeremy jerome jerry
    jerzy jesse jim jimmy joao joaquin joe joel john johnny jon jonas jonathan jorg jorge jose
    joseph joshua juan julian jurgen justin kamal karim karl keith ken kenneth kevin khalid
    kieran klaus kofi kojo kumar kurt kwabena kwame kwesi kyle lamin larry lars laurence lennart
    leo leon leonard lewis liam lionel lloyd lorenzo louis luca lucas luigi luis luiz luke
    maciej magnus malcolm manmohan manuel marc marco marcus mario mark martin mateo matt matthew
    maurice mehmet michael miguel mike mikhail mirza modou mohamed mohammad mohammed mohan
    muhammad mustafa narendra nasser nathan neil nelson niall nicholas nick nigel nikolai noah
    norman olaf oleg oleh oliver olivier ollie omar oscar osman otto owen pablo paolo pascal
    patrick paul pavel pedro percy pete peter philip phillip pierre piet pieter prakash quentin
    rafael rahul raj rajesh rajiv ralph ramesh ramon ravi ray raymond reginald reuben rhys
    ricardo richard rick rishi rob robbie robert roberto rodney rodrigo roger roland ron ronald
    ronnie rory ross roy rupert russell ryan salman samir samuel sanjay santiago satoshi scott
    seamus sean sebastian sergei sergio seth shane shinzo sidney simon sipho stan stanley stefan
    stefano stephen steve steven stewart stuart sunil sven takeshi tariq ted tedros tendai thabo
    theodore thierry thomas tim timothy toby todd tom tomas tomasz tommy tony trevor tunde tyson
    victor vijay viktor vincent vinod vivek vladimir volodymyr walter wayne wilfred willem
    william wolfgang xavier yannick yasser yuri yusuf zac zach zoltan""".split()
)
"""Given names of men, in lower case."""

_EITHER = frozenset(
    """alex ali andrea ashley bernie charlie chris dale jackie jamie jan jean jordan kay kelly
    kerry kim lee leslie lindsay marion max morgan pat robin sam shannon terry vivian
    will""".split()
)

GIVEN_NAMES = FEMALE | MALE | _EITHER
"""In lower case."""


def sex_of(given: str) -> str:
    """Return "f" or "m" for a given name in lower case, "" where either or nobody has it."""
    return "f" if given in FEMALE else "m" if given in MALE else ""
